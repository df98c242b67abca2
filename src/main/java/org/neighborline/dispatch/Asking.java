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
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;

/** Asks the next people for a request, or holds it, or says honestly that nobody could. */
final class Asking {
  /** When unmet requests are asked again, in the hotline's time zone. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private Asking() {}

  /**
   * What comes after a change.
   *
   * @param before the search as it was
   * @param request the request as it now is
   * @param changed the dispatches that changed
   * @param notices what is said already
   */
  static Outcome proceed(
      Search before, HelpRequest request, List<Dispatch> changed, List<Notice> notices) {
    Search search = before.with(request, changed);
    return switch (Escalation.next(search)) {
      case Escalation.Next.Ask(List<Escalation.Offer> offers) ->
          ask(search, offers, changed, notices);
      case Escalation.Next.Wait() ->
          new Outcome(request.withLookAt(lookAt(search)), changed, notices);
      case Escalation.Next.Hold(Instant until, boolean asleep) ->
          hold(before, search, until, asleep, changed, notices);
      case Escalation.Next.Nobody() ->
          search.wasAnyoneAsked()
              ? unmet(search, changed, notices)
              : unreached(before, search, changed, notices);
    };
  }

  /** The first round, or another one a day later. */
  static HelpRequest nextRound(HelpRequest request) {
    return request
        .withRound(request.round() + 1)
        .withStatus(RequestStatus.DISPATCHING, Optional.empty());
  }

  /** When something must be decided: someone's time is over, or that of all neighbors. */
  static Optional<Instant> lookAt(Search search) {
    Optional<Instant> answer =
        search.waiting().stream().map(Dispatch::answerBy).min(Instant::compareTo);
    Duration left = Budget.left(search);
    boolean neighbors = search.waiting().stream().anyMatch(d -> !search.isBackstop(d.groupId()));
    Instant spent = search.now().plus(left);
    return answer.map(at -> neighbors && left.isPositive() && spent.isBefore(at) ? spent : at);
  }

  static Outcome ask(
      Search search, List<Escalation.Offer> offers, List<Dispatch> changed, List<Notice> notices) {
    HelpRequest request = search.request();
    Instant answerBy = search.now().plus(search.rules().waitFor(request.isUrgent()));
    List<Dispatch> all = new ArrayList<>(changed);
    List<Notice> more = new ArrayList<>(notices);
    for (Escalation.Offer offer : offers) {
      Dispatch dispatch = dispatch(search, offer, answerBy.plus(Rules.LONGEST_QUEUE));
      all.add(dispatch);
      more.add(
          new Notice.ToLead(
              dispatch.contactId(),
              DispatchText.question(request, dispatch, answerBy),
              Optional.of(dispatch.letter())));
    }
    HelpRequest asking = request.withStatus(RequestStatus.DISPATCHING, Optional.empty());
    Search asked = search.with(asking, all.subList(changed.size(), all.size()));
    return new Outcome(asking.withLookAt(lookAt(asked)), all, more);
  }

  static Dispatch dispatch(Search search, Escalation.Offer offer, Instant lookAt) {
    long contactId = offer.lead().contactId();
    Map<Character, Instant> used = search.letters().getOrDefault(contactId, Map.of());
    return new Dispatch(
        0,
        search.request().id(),
        offer.lead().id(),
        contactId,
        offer.group().id(),
        AnswerLetters.next(used, Set.of()),
        DispatchStatus.QUEUED,
        search.request().round(),
        search.now(),
        lookAt);
  }

  private static Outcome hold(
      Search before,
      Search search,
      Instant until,
      boolean asleep,
      List<Dispatch> changed,
      List<Notice> notices) {
    HelpRequest request = search.request();
    List<Notice> more = new ArrayList<>(notices);
    if (asleep) {
      boolean isNew = before.request().status() == RequestStatus.OPEN;
      Text held = request.isUrgent() ? Text.HELD_URGENT : isNew ? Text.HELD : Text.STATUS_HELD;
      more.add(
          new Notice.ToResident(
              Prompt.of(held, "code", Gaps.code(request), "time", Gaps.time(search.now(), until))));
    }
    return new Outcome(request.withStatus(RequestStatus.HELD, Optional.of(until)), changed, more);
  }

  /** Tells the resident honestly, and asks everyone again in the morning, a few times. */
  private static Outcome unmet(Search search, List<Dispatch> changed, List<Notice> notices) {
    HelpRequest request = search.request();
    Optional<Instant> again =
        request.round() < Rules.MOST_ROUNDS ? Optional.of(nextMorning(search)) : Optional.empty();
    List<Notice> more = new ArrayList<>(notices);
    more.add(new Notice.ToResident(Prompt.of(Text.UNMET, "code", Gaps.code(request))));
    return new Outcome(request.withStatus(RequestStatus.UNMET, again), changed, more);
  }

  /**
   * No text reaches anyone, so nobody was asked: it stays held, and is looked at again until
   * someone can be. The resident hears so once.
   */
  private static Outcome unreached(
      Search before, Search search, List<Dispatch> changed, List<Notice> notices) {
    HelpRequest request = search.request();
    List<Notice> more = new ArrayList<>(notices);
    boolean told =
        search.dispatches().stream()
            .anyMatch(d -> d.askedAt().plus(Rules.LOOK_AGAIN).isBefore(search.now()));
    if (!told && before.request().status() != RequestStatus.HELD) {
      more.add(new Notice.ToResident(Prompt.of(Text.STATUS_UNMET, "code", Gaps.code(request))));
    }
    Instant again = search.now().plus(Rules.LOOK_AGAIN);
    return new Outcome(request.withStatus(RequestStatus.HELD, Optional.of(again)), changed, more);
  }

  private static Instant nextMorning(Search search) {
    ZonedDateTime local = search.now().atZone(search.rules().zone());
    ZonedDateTime morning = local.with(MORNING);
    return (morning.isAfter(local.plus(Duration.ofHours(2))) ? morning : morning.plusDays(1))
        .toInstant();
  }
}
