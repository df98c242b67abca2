package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;

/**
 * Walks the phone trees for one request: the machine of everything that can happen between "stored"
 * and "ended". Each method takes what is and returns what comes next; the same arguments always
 * make the same outcome.
 */
public final class DispatchFlow {
  /** When unmet requests are asked again, in the hotline's time zone. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private DispatchFlow() {}

  /** Starts asking: the resident confirmed, or the time to do so is over. */
  public static Outcome start(Search search) {
    return search.request().status() == RequestStatus.OPEN
        ? proceed(search, nextRound(search.request()), List.of(), List.of())
        : unchanged(search);
  }

  /** The time that the request waited for has come, or someone thinks so. */
  public static Outcome woke(Search search) {
    HelpRequest request = search.request();
    if (request.lookAt().filter(at -> !at.isAfter(search.now())).isEmpty()) {
      return unchanged(search);
    }
    return switch (request.status()) {
      case OPEN -> start(search);
      case DISPATCHING -> nobodyAnswered(search);
      case HELD ->
          request.holder().isPresent()
              ? stillLooking(search)
              : proceed(
                  search,
                  request.withStatus(RequestStatus.DISPATCHING, Optional.empty()),
                  List.of(),
                  List.of());
      case UNMET -> proceed(search, nextRound(request), List.of(), List.of());
      case ACCEPTED, DONE, CANCELLED -> unchanged(search);
    };
  }

  /**
   * It became urgent, or the desk's alone: what waits for the morning goes out, a lead has less
   * time, and neighbors are let go where only the desk may help.
   */
  public static Outcome hurried(Search before) {
    HelpRequest request = before.request();
    List<Dispatch> letGo = request.deskOnly() ? neighbors(before) : List.of();
    Search search = with(before, request, withdrawn(letGo));
    Outcome next =
        switch (request.status()) {
          case OPEN -> start(search);
          case HELD, UNMET ->
              woke(with(search, request.withLookAt(Optional.of(search.now())), List.of()));
          case DISPATCHING ->
              search.waiting().isPresent()
                  ? sooner(search)
                  : proceed(search, request, List.of(), List.of());
          case ACCEPTED, DONE, CANCELLED -> unchanged(search);
        };
    List<Dispatch> changed = new ArrayList<>(withdrawn(letGo));
    changed.addAll(next.changed());
    List<Notice> notices = new ArrayList<>(next.notices());
    notices.addAll(told(letGo, Prompt.of(Text.RESIDENT_DROPPED, "code", code(request))));
    return new Outcome(next.request(), changed, notices);
  }

  /** It is for another place: who was asked near the old one is let go. */
  public static Outcome letGo(Search search) {
    List<Dispatch> all =
        search.dispatches().stream()
            .filter(d -> d.status().isWaiting() || d.status() == DispatchStatus.SILENT)
            .toList();
    return new Outcome(
        search.request(),
        withdrawn(all),
        told(all, Prompt.of(Text.OVER, "code", code(search.request()))));
  }

  /** And then who is near the new one is asked. */
  public static Outcome moved(Search search) {
    HelpRequest request = search.request();
    return proceed(
        search,
        request.withStatus(RequestStatus.DISPATCHING, Optional.empty()),
        List.of(),
        List.of());
  }

  /** Whoever had the text of a dispatch hears that it is over. */
  private static List<Notice> told(List<Dispatch> dispatches, Prompt prompt) {
    return dispatches.stream()
        .filter(d -> d.status() == DispatchStatus.ASKED)
        .<Notice>map(d -> new Notice.ToLead(d.contactId(), prompt, Optional.empty()))
        .toList();
  }

  private static List<Dispatch> neighbors(Search search) {
    return search.dispatches().stream()
        .filter(d -> d.status().isWaiting() || d.status() == DispatchStatus.SILENT)
        .filter(d -> !search.isBackstop(d.groupId()))
        .toList();
  }

  private static List<Dispatch> withdrawn(List<Dispatch> dispatches) {
    return dispatches.stream().map(d -> d.withStatus(DispatchStatus.WITHDRAWN)).toList();
  }

  private static Outcome sooner(Search search) {
    Instant by = search.now().plus(search.rules().urgentWait());
    Optional<Instant> look = search.request().lookAt().map(at -> at.isBefore(by) ? at : by);
    return new Outcome(search.request().withLookAt(look), List.of(), List.of());
  }

  /** The carrier took a dispatch's text: the lead's time runs from now. */
  public static Outcome accepted(Search search, Dispatch dispatch) {
    if (dispatch.status() != DispatchStatus.QUEUED) {
      return unchanged(search);
    }
    Instant by = search.now().plus(search.rules().waitFor(search.request().isUrgent()));
    Dispatch asked = dispatch.withStatus(DispatchStatus.ASKED).withAnswerBy(by);
    HelpRequest request =
        search.request().status() == RequestStatus.DISPATCHING
            ? search.request().withLookAt(Optional.of(by))
            : search.request();
    return new Outcome(request, List.of(asked), List.of());
  }

  /** A lead takes it. The first wins: the caller checked that it may be taken. */
  public static Outcome taken(Search search, Dispatch dispatch, Lead lead, Group group) {
    HelpRequest request = search.request();
    boolean desk = search.isBackstop(group.id());
    HelpRequest.Holder holder =
        new HelpRequest.Holder(lead.id(), lead.contactId(), lead.name(), group.name());
    List<Dispatch> changed = new ArrayList<>(List.of(dispatch.withStatus(DispatchStatus.TAKEN)));
    List<Notice> notices = new ArrayList<>();
    notices.add(
        new Notice.ToResident(
            desk
                ? Prompt.of(Text.DESK_LOOKING, "code", code(request))
                : new Prompt(
                    Text.COMING,
                    Map.of(
                        "lead",
                        Arg.of(lead.name()),
                        "group",
                        Arg.of(group.name()),
                        "code",
                        code(request)))));
    for (Dispatch other : search.dispatches()) {
      if (other.id() != dispatch.id()
          && (other.status().isWaiting() || other.status() == DispatchStatus.SILENT)) {
        if (other.status().isWaiting()) {
          changed.add(other.withStatus(DispatchStatus.WITHDRAWN));
        }
        if (other.status() == DispatchStatus.ASKED) {
          notices.add(
              new Notice.ToLead(
                  other.contactId(),
                  Prompt.of(Text.STAND_DOWN, "lead", Arg.of(lead.name()), "code", code(request)),
                  Optional.empty()));
        }
      }
    }
    HelpRequest held = request.heldBy(holder, desk ? RequestStatus.HELD : RequestStatus.ACCEPTED);
    return new Outcome(
        desk ? held.withLookAt(Optional.of(search.now().plus(Rules.SILENT_DESK))) : held,
        changed,
        notices);
  }

  /** The desk has had it for a while: the resident hears once more, unless it is night. */
  private static Outcome stillLooking(Search search) {
    HelpRequest request = search.request().withLookAt(Optional.empty());
    boolean night = search.rules().quiet().hold(search.now().atZone(search.rules().zone()));
    Notice notice = new Notice.ToResident(Prompt.of(Text.DESK_LOOKING, "code", code(request)));
    return new Outcome(request, List.of(), night ? List.of() : List.of(notice));
  }

  /** A lead passes. */
  public static Outcome passed(Search search, Dispatch dispatch) {
    return gone(search, dispatch, DispatchStatus.PASSED);
  }

  /** A dispatch's text cannot reach its lead. */
  public static Outcome undelivered(Search search, Dispatch dispatch) {
    return dispatch.status().isWaiting()
        ? gone(search, dispatch, DispatchStatus.UNDELIVERED)
        : unchanged(search);
  }

  /** The holder can't after all: it goes to the next person, and the resident hears. */
  public static Outcome givenBack(Search search, Dispatch dispatch) {
    HelpRequest released = search.request().released();
    return proceed(
        search,
        released,
        List.of(dispatch.withStatus(DispatchStatus.RETURNED)),
        List.of(new Notice.ToResident(Prompt.of(Text.GIVEN_BACK, "code", code(released)))));
  }

  /** The holder says that it is done. */
  public static Outcome done(Search search) {
    HelpRequest request = search.request();
    String lead = request.holder().map(HelpRequest.Holder::leadName).orElse("");
    return ended(
        search,
        RequestStatus.DONE,
        DispatchStatus.DONE,
        List.of(
            new Notice.ToResident(
                Prompt.of(Text.CLOSED, "code", code(request), "lead", Arg.of(lead)))));
  }

  /** The resident drops it: whoever was asked or has it hears. */
  public static Outcome dropped(Search search) {
    List<Notice> notices = new ArrayList<>();
    for (Dispatch dispatch : search.dispatches()) {
      if (dispatch.status() == DispatchStatus.ASKED || dispatch.status() == DispatchStatus.TAKEN) {
        notices.add(
            new Notice.ToLead(
                dispatch.contactId(),
                Prompt.of(Text.RESIDENT_DROPPED, "code", code(search.request())),
                Optional.empty()));
      }
    }
    return ended(search, RequestStatus.CANCELLED, DispatchStatus.WITHDRAWN, notices);
  }

  private static Outcome ended(
      Search search, RequestStatus as, DispatchStatus holders, List<Notice> notices) {
    List<Dispatch> changed = new ArrayList<>();
    for (Dispatch dispatch : search.dispatches()) {
      if (dispatch.status() == DispatchStatus.TAKEN) {
        changed.add(dispatch.withStatus(holders));
      } else if (dispatch.status().isWaiting()) {
        changed.add(dispatch.withStatus(DispatchStatus.WITHDRAWN));
      }
    }
    return new Outcome(search.request().ended(as, search.now()), changed, notices);
  }

  private static Outcome nobodyAnswered(Search search) {
    // A text that the carrier never took asked nobody: it is withdrawn, and the same lead is asked
    // again with a new time to answer, however long our sender stands still.
    List<Dispatch> over =
        search.dispatches().stream()
            .filter(d -> d.status().isWaiting())
            .map(d ->
                d.withStatus(
                    d.status() == DispatchStatus.ASKED
                        ? DispatchStatus.SILENT
                        : DispatchStatus.WITHDRAWN))
            .toList();
    return proceed(search, search.request(), over, List.of());
  }

  private static Outcome gone(Search search, Dispatch dispatch, DispatchStatus status) {
    List<Dispatch> changed = List.of(dispatch.withStatus(status));
    boolean others =
        search.dispatches().stream()
            .anyMatch(d -> d.id() != dispatch.id() && d.status().isWaiting());
    boolean asking = search.request().status() == RequestStatus.DISPATCHING;
    return asking && !others
        ? proceed(search, search.request(), changed, List.of())
        : new Outcome(search.request(), changed, List.of());
  }

  private static HelpRequest nextRound(HelpRequest request) {
    return request
        .withRound(request.round() + 1)
        .withStatus(RequestStatus.DISPATCHING, Optional.empty());
  }

  /** Asks the next lead, or holds, or says that nobody could. */
  private static Outcome proceed(
      Search before, HelpRequest request, List<Dispatch> changed, List<Notice> notices) {
    Search search = with(before, request, changed);
    return switch (Escalation.next(search)) {
      case Escalation.Next.Ask(Group group, Lead lead) ->
          ask(search, group, lead, changed, notices);
      case Escalation.Next.Hold(Instant until, boolean asleep) -> {
        List<Notice> more = new ArrayList<>(notices);
        if (asleep) {
          more.add(
              new Notice.ToResident(
                  Prompt.of(
                      request.isUrgent() ? Text.HELD_URGENT : Text.HELD,
                      "code",
                      code(request),
                      "time",
                      new Arg.At(until))));
        }
        yield new Outcome(
            request.withStatus(RequestStatus.HELD, Optional.of(until)), changed, more);
      }
      case Escalation.Next.Nobody() -> nobody(search, changed, notices);
    };
  }

  private static Outcome ask(
      Search search, Group group, Lead lead, List<Dispatch> changed, List<Notice> notices) {
    HelpRequest request = search.request();
    Instant answerBy = search.now().plus(search.rules().waitFor(request.isUrgent()));
    Map<Character, Instant> used = search.letters().getOrDefault(lead.contactId(), Map.of());
    char letter = AnswerLetters.next(used, Set.of());
    Instant lookAt = answerBy.plus(Rules.LONGEST_QUEUE);
    Dispatch dispatch =
        new Dispatch(
            0,
            request.id(),
            lead.id(),
            lead.contactId(),
            group.id(),
            letter,
            DispatchStatus.QUEUED,
            request.round(),
            search.now(),
            lookAt);
    List<Dispatch> all = new ArrayList<>(changed);
    all.add(dispatch);
    List<Notice> more = new ArrayList<>(notices);
    more.add(
        new Notice.ToLead(
            lead.contactId(),
            DispatchText.question(request, dispatch, answerBy),
            Optional.of(letter)));
    return new Outcome(
        request.withStatus(RequestStatus.DISPATCHING, Optional.of(lookAt)), all, more);
  }

  /** Tells the resident honestly, and asks everyone again in the morning, a few times. */
  private static Outcome nobody(Search search, List<Dispatch> changed, List<Notice> notices) {
    HelpRequest request = search.request();
    Optional<Instant> again =
        request.round() < Rules.MOST_ROUNDS ? Optional.of(nextMorning(search)) : Optional.empty();
    List<Notice> more = new ArrayList<>(notices);
    more.add(new Notice.ToResident(Prompt.of(Text.UNMET, "code", code(request))));
    return new Outcome(request.withStatus(RequestStatus.UNMET, again), changed, more);
  }

  private static Instant nextMorning(Search search) {
    ZonedDateTime local = search.now().atZone(search.rules().zone());
    ZonedDateTime morning = local.with(MORNING);
    return (morning.isAfter(local.plus(Duration.ofHours(2))) ? morning : morning.plusDays(1))
        .toInstant();
  }

  private static Search with(Search search, HelpRequest request, List<Dispatch> changed) {
    Map<Long, Dispatch> now = changed.stream().collect(Collectors.toMap(Dispatch::id, d -> d));
    List<Dispatch> dispatches =
        search.dispatches().stream().map(d -> now.getOrDefault(d.id(), d)).toList();
    return new Search(
        search.now(),
        search.rules(),
        request,
        search.ranking(),
        search.backstop(),
        dispatches,
        search.letters());
  }

  private static Outcome unchanged(Search search) {
    return new Outcome(search.request(), List.of(), List.of());
  }

  private static Arg code(HelpRequest request) {
    return Arg.of(request.code().text());
  }
}
