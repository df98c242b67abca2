package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Care;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;

/**
 * Sees to it that a take is more than a word: whoever is not heard of is nudged, then the request
 * is offered again; and the resident is asked whether help arrived.
 */
public final class FollowUp {
  /** A lead who took it should be heard of within this. */
  private static final Duration FIRST_WORD = Duration.ofHours(2);

  private static final Duration FIRST_WORD_URGENT = Duration.ofMinutes(30);

  /** A nudge is answered within this, or others are asked. */
  private static final Duration AFTER_NUDGE = Duration.ofHours(1);

  private static final Duration AFTER_NUDGE_URGENT = Duration.ofMinutes(15);

  /** So long after the promised time we ask the resident. */
  private static final Duration AFTER_PROMISE = Duration.ofMinutes(30);

  /** The same after the take, where no time was promised. */
  private static final Duration WITHOUT_PROMISE = Duration.ofDays(1);

  private FollowUp() {}

  /** The lead is heard of, by words or by key. */
  public static Outcome heard(Search search, Optional<Instant> promise) {
    HelpRequest request = search.request();
    boolean isCared = request.status() == RequestStatus.ACCEPTED && request.care().isPresent();
    return isCared
        ? new Outcome(
            caring(search, request, request.care().get().heard(search.now(), promise)),
            List.of(),
            List.of())
        : DispatchFlow.unchanged(search);
  }

  /** A taken request, looked at again when something about it is due. */
  static HelpRequest caring(Search search, HelpRequest request, Care care) {
    return request.caredFor(care, due(request, care).map(at -> byDay(search, request, at)));
  }

  private static Optional<Instant> due(HelpRequest request, Care care) {
    boolean urgent = request.isUrgent();
    if (care.checked().isPresent()) {
      return Optional.empty();
    }
    if (care.nudged().isPresent()) {
      return care.nudged().map(at -> at.plus(urgent ? AFTER_NUDGE_URGENT : AFTER_NUDGE));
    }
    if (care.promised().isPresent()) {
      return care.promised().map(at -> at.plus(AFTER_PROMISE));
    }
    return Optional.of(
        care.heard().isPresent()
            ? care.takenAt().plus(WITHOUT_PROMISE)
            : care.takenAt().plus(urgent ? FIRST_WORD_URGENT : FIRST_WORD));
  }

  /** We ask nobody at night how it goes, unless it is urgent. */
  private static Instant byDay(Search search, HelpRequest request, Instant at) {
    return request.isUrgent() ? at : search.rules().quiet().over(at, search.rules().zone());
  }

  /** The time has come to ask how it goes. */
  static Outcome woke(Search search) {
    HelpRequest request = search.request();
    Optional<Dispatch> held =
        search.dispatches().stream().filter(d -> d.status() == DispatchStatus.TAKEN).findFirst();
    if (held.isEmpty() || request.care().isEmpty()) {
      return new Outcome(request.withLookAt(Optional.empty()), List.of(), List.of());
    }
    Care care = request.care().get();
    if (care.nudged().isPresent()) {
      return offeredAgain(search, held.get());
    }
    return care.heard().isPresent() || care.promised().isPresent()
        ? checked(search, care)
        : nudged(search, held.get(), care);
  }

  private static Outcome nudged(Search search, Dispatch held, Care care) {
    Prompt nudge =
        Prompt.of(
            Text.NUDGE,
            "code",
            Gaps.code(search.request()),
            "letter",
            Arg.of(String.valueOf(held.letter())));
    return new Outcome(
        caring(search, search.request(), care.nudged(search.now())),
        List.of(),
        List.of(new Notice.ToLead(held.contactId(), nudge, Optional.empty())));
  }

  private static Outcome checked(Search search, Care care) {
    Prompt question = Prompt.of(Text.ASK_ARRIVED, "code", Gaps.code(search.request()));
    return new Outcome(
        caring(search, search.request(), care.checked(search.now())),
        List.of(),
        List.of(new Notice.ToResident(question)));
  }

  /** They may still come: whoever says so first has it. */
  private static Outcome offeredAgain(Search search, Dispatch held) {
    HelpRequest released = search.request().released();
    String lead = search.request().holder().map(HelpRequest.Holder::leadName).orElse("");
    return Asking.proceed(
        search,
        released,
        List.of(held.withStatus(DispatchStatus.SILENT)),
        List.of(
            new Notice.ToResident(
                Prompt.of(Text.OFFERED_AGAIN, "code", Gaps.code(released), "lead", Arg.of(lead))),
            new Notice.ToLead(
                held.contactId(),
                Prompt.of(
                    Text.LET_GO,
                    "code",
                    Gaps.code(released),
                    "letter",
                    Arg.of(String.valueOf(held.letter()))),
                Optional.empty())));
  }
}
