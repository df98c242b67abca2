package org.neighborline.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Care;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;

/** What becomes of a request that someone has: from the take to its end, or back to the tree. */
public final class HoldingFlow {
  private HoldingFlow() {}

  /** A lead takes it. The first wins: the caller checked that it may be taken. */
  public static Outcome taken(Search search, Dispatch dispatch, Lead lead, Group group) {
    HelpRequest request = search.request();
    boolean desk = search.isBackstop(group.id());
    HelpRequest.Holder holder =
        new HelpRequest.Holder(lead.id(), lead.contactId(), lead.name(), group.name());
    List<Dispatch> changed = new ArrayList<>(List.of(dispatch.withStatus(DispatchStatus.TAKEN)));
    List<Notice> notices = new ArrayList<>();
    notices.add(new Notice.ToResident(desk ? looking(request) : coming(request, holder)));
    Prompt standDown =
        Prompt.of(Text.STAND_DOWN, "lead", Arg.of(lead.name()), "code", Gaps.code(request));
    for (Dispatch other : search.dispatches()) {
      if (other.id() != dispatch.id() && other.status().isWaiting()) {
        changed.add(other.withStatus(DispatchStatus.WITHDRAWN));
      }
    }
    search.dispatches().stream()
        .filter(other -> other.contactId() != lead.contactId() && wondersStill(search, other))
        .map(Dispatch::contactId)
        .distinct()
        .forEach(other -> notices.add(new Notice.ToLead(other, standDown, Optional.empty())));
    HelpRequest held = request.heldBy(holder, desk ? RequestStatus.HELD : RequestStatus.ACCEPTED);
    return new Outcome(
        desk
            ? held.withLookAt(Optional.of(search.now().plus(Rules.SILENT_DESK)))
            : FollowUp.caring(search, held, Care.taken(search.now())),
        changed,
        notices);
  }

  /** Whether someone has the question on their phone, with no answer given, and may be told. */
  private static boolean wondersStill(Search search, Dispatch other) {
    return other.status() == DispatchStatus.ASKED
        || (other.status() == DispatchStatus.SILENT
            && other.round() == search.request().round()
            && !search.isNight());
  }

  private static Prompt looking(HelpRequest request) {
    return Prompt.of(Text.DESK_LOOKING, "code", Gaps.code(request));
  }

  private static Prompt coming(HelpRequest request, HelpRequest.Holder holder) {
    return new Prompt(Text.COMING, named(request, holder));
  }

  private static Map<String, Arg> named(HelpRequest request, HelpRequest.Holder holder) {
    return Map.of(
        "lead", Arg.of(holder.leadName()),
        "group", Arg.of(holder.groupName()),
        "code", Gaps.code(request));
  }

  /** The desk has had it for a while: the resident hears once more, unless it is night. */
  static Outcome stillLooking(Search search) {
    HelpRequest request = search.request().withLookAt(Optional.empty());
    Notice notice = new Notice.ToResident(looking(request));
    return new Outcome(request, List.of(), search.isNight() ? List.of() : List.of(notice));
  }

  /** The holder can't after all: it goes to the next person, and the resident hears. */
  public static Outcome givenBack(Search search, Dispatch dispatch) {
    HelpRequest released = search.request().released();
    return Asking.proceed(
        search,
        released,
        List.of(dispatch.withStatus(DispatchStatus.RETURNED)),
        List.of(new Notice.ToResident(Prompt.of(Text.GIVEN_BACK, "code", Gaps.code(released)))));
  }

  /**
   * Someone who has it, or was asked, says who should do it instead: that person is asked next, and
   * whoever comes next in the tree after them.
   */
  public static Outcome handed(Search search, Dispatch dispatch, Group group, Lead to) {
    boolean held = dispatch.status() == DispatchStatus.TAKEN;
    HelpRequest request = held ? search.request().released() : search.request();
    List<Dispatch> changed =
        List.of(dispatch.withStatus(held ? DispatchStatus.RETURNED : DispatchStatus.PASSED));
    List<Notice> notices =
        held
            ? List.of(new Notice.ToResident(Prompt.of(Text.GIVEN_BACK, "code", Gaps.code(request))))
            : List.of();
    return Asking.ask(
        search.with(request, changed), List.of(new Escalation.Offer(group, to)), changed, notices);
  }

  /** The holder says that it is done; the resident may still say that it is not. */
  public static Outcome done(Search search) {
    HelpRequest request = search.request();
    String lead = request.holder().map(HelpRequest.Holder::leadName).orElse("");
    return ended(
        search,
        RequestStatus.DONE,
        DispatchStatus.DONE,
        List.of(
            new Notice.ToResident(
                Prompt.of(Text.CLOSED, "code", Gaps.code(request), "lead", Arg.of(lead)))));
  }

  /** The resident says that help arrived: whoever brought it hears. */
  public static Outcome arrived(Search search) {
    HelpRequest request = search.request();
    if (request.status() != RequestStatus.ACCEPTED || request.holder().isEmpty()) {
      return DispatchFlow.unchanged(search);
    }
    return ended(
        search,
        RequestStatus.DONE,
        DispatchStatus.DONE,
        List.of(
            new Notice.ToLead(
                request.holder().get().contactId(),
                Prompt.of(Text.ARRIVED, "code", Gaps.code(request)),
                Optional.empty())));
  }

  /** The resident says that nobody came: it is open again, and the desk is asked first. */
  public static Outcome notHelped(Search search) {
    HelpRequest request = search.request();
    boolean was =
        request.status() == RequestStatus.ACCEPTED || request.status() == RequestStatus.DONE;
    if (!was || request.holder().isEmpty()) {
      return DispatchFlow.unchanged(search);
    }
    long holder = request.holder().get().contactId();
    List<Dispatch> changed =
        search.dispatches().stream()
            .filter(d -> d.status() == DispatchStatus.TAKEN || d.status() == DispatchStatus.DONE)
            .map(d -> d.withStatus(DispatchStatus.UNHELPED))
            .toList();
    return Asking.proceed(
        search,
        request.released(),
        changed,
        List.of(
            new Notice.ToLead(
                holder, Prompt.of(Text.NOT_HELPED, "code", Gaps.code(request)), Optional.empty())));
  }

  /** Whoever closed it opens it again: it was not over. */
  public static Outcome reopened(Search search, Dispatch dispatch) {
    HelpRequest request = search.request();
    if (request.status() != RequestStatus.DONE || request.holder().isEmpty()) {
      return DispatchFlow.unchanged(search);
    }
    HelpRequest.Holder holder = request.holder().get();
    HelpRequest held = request.heldBy(holder, RequestStatus.ACCEPTED);
    return new Outcome(
        FollowUp.caring(search, held, Care.taken(search.now())),
        List.of(dispatch.withStatus(DispatchStatus.TAKEN)),
        List.of(new Notice.ToResident(new Prompt(Text.STATUS_TAKEN, named(request, holder)))));
  }

  /** The resident drops it: whoever was asked or has it hears. */
  public static Outcome dropped(Search search) {
    return called(search, Text.RESIDENT_DROPPED);
  }

  /**
   * The desk wants nothing more of who asked: whoever was asked or has it hears that it is over.
   */
  public static Outcome parked(Search search) {
    return called(search, Text.OVER);
  }

  /** The desk gives it to someone: whoever has it or was asked hears that it is over for them. */
  public static Outcome assigned(Search search, Group group, Lead to) {
    Arg code = Gaps.code(search.request());
    Prompt asking = Prompt.of(Text.HANDED, "code", code, "lead", Arg.of(to.name()));
    List<Dispatch> changed = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (Dispatch other : search.dispatches()) {
      if (other.status() == DispatchStatus.TAKEN || other.status().isWaiting()) {
        boolean held = other.status() == DispatchStatus.TAKEN;
        changed.add(other.withStatus(held ? DispatchStatus.RETURNED : DispatchStatus.WITHDRAWN));
        if (other.status() != DispatchStatus.QUEUED && other.contactId() != to.contactId()) {
          notices.add(new Notice.ToLead(other.contactId(), asking, Optional.empty()));
        }
        if (held && !search.isBackstop(other.groupId())) {
          notices.add(new Notice.ToResident(Prompt.of(Text.GIVEN_BACK, "code", code)));
        }
      }
    }
    HelpRequest request = search.request().released();
    return Asking.ask(
        search.with(request, changed), List.of(new Escalation.Offer(group, to)), changed, notices);
  }

  /** The desk takes what nobody asked it for. */
  public static Outcome takenAtDesk(Search search, Lead lead, Group group) {
    return taken(
        search,
        Asking.dispatch(search, new Escalation.Offer(group, lead), search.now()),
        lead,
        group);
  }

  private static Outcome called(Search search, Text text) {
    List<Notice> notices = new ArrayList<>();
    for (Dispatch dispatch : search.dispatches()) {
      if (dispatch.status() == DispatchStatus.ASKED || dispatch.status() == DispatchStatus.TAKEN) {
        notices.add(
            new Notice.ToLead(
                dispatch.contactId(),
                Prompt.of(text, "code", Gaps.code(search.request())),
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
}
