package org.neighborline.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;

/**
 * Walks the phone trees for one request until someone has it: the machine of everything that can
 * happen between "stored" and "taken"; {@code HoldingFlow} goes on from there. Each method takes
 * what is and returns what comes next; the same arguments always make the same outcome.
 */
public final class DispatchFlow {
  private DispatchFlow() {}

  /** Starts asking: the resident confirmed, or the time to do so is over. */
  public static Outcome start(Search search) {
    return search.request().status() == RequestStatus.OPEN
        ? Asking.proceed(search, Asking.nextRound(search.request()), List.of(), List.of())
        : unchanged(search);
  }

  /**
   * The time that the request waited for has come, or someone thinks so. Deep in the night nobody
   * hears that everyone sleeps: they would.
   */
  public static Outcome woke(Search search) {
    HelpRequest request = search.request();
    Outcome next = due(search);
    boolean wakes =
        next.request().status() == RequestStatus.HELD
            && request.status() != RequestStatus.OPEN
            && !request.isUrgent()
            && search.rules().isLate(search.now());
    return wakes ? new Outcome(next.request(), next.changed(), List.of()) : next;
  }

  private static Outcome due(Search search) {
    HelpRequest request = search.request();
    if (request.lookAt().filter(at -> !at.isAfter(search.now())).isEmpty()) {
      return unchanged(search);
    }
    return switch (request.status()) {
      case OPEN -> start(search);
      case DISPATCHING -> timeIsOver(search);
      case HELD ->
          request.holder().isPresent()
              ? HoldingFlow.stillLooking(search)
              : Asking.proceed(
                  search,
                  request.withStatus(RequestStatus.DISPATCHING, Optional.empty()),
                  List.of(),
                  List.of());
      case UNMET -> Asking.proceed(search, Asking.nextRound(request), List.of(), List.of());
      case ACCEPTED -> FollowUp.woke(search);
      case DONE, CANCELLED -> unchanged(search);
    };
  }

  /**
   * It became urgent, or the desk's alone: what waits for the morning goes out, a lead has less
   * time, and neighbors are let go where only the desk may help.
   */
  public static Outcome hurried(Search before) {
    HelpRequest request = before.request();
    List<Dispatch> letGo = request.deskOnly() ? neighbors(before) : List.of();
    Search search = before.with(request, withdrawn(letGo));
    Outcome next =
        switch (request.status()) {
          case OPEN -> start(search);
          case HELD, UNMET ->
              woke(search.with(request.withLookAt(Optional.of(search.now())), List.of()));
          case DISPATCHING ->
              search.waiting().isEmpty()
                  ? Asking.proceed(search, request, List.of(), List.of())
                  : sooner(search);
          case ACCEPTED, DONE, CANCELLED -> unchanged(search);
        };
    List<Dispatch> changed = new ArrayList<>(withdrawn(letGo));
    changed.addAll(next.changed());
    List<Notice> notices = new ArrayList<>(next.notices());
    notices.addAll(told(letGo, Prompt.of(Text.RESIDENT_DROPPED, "code", Gaps.code(request))));
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
        told(all, Prompt.of(Text.OVER, "code", Gaps.code(search.request()))));
  }

  /** And then who is near the new one is asked. */
  public static Outcome moved(Search search) {
    HelpRequest request = search.request();
    return Asking.proceed(
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
    List<Dispatch> hurried =
        search.waiting().stream()
            .filter(d -> d.answerBy().isAfter(by))
            .map(d -> d.withAnswerBy(by))
            .toList();
    return Asking.proceed(search, search.request(), hurried, List.of());
  }

  /** The carrier took a dispatch's text: the lead's time runs from now. */
  public static Outcome accepted(Search search, Dispatch dispatch) {
    if (dispatch.status() != DispatchStatus.QUEUED) {
      return unchanged(search);
    }
    Instant by = search.now().plus(search.rules().waitFor(search.request().isUrgent()));
    List<Dispatch> asked = List.of(dispatch.withStatus(DispatchStatus.ASKED).withAnswerBy(by));
    HelpRequest request = search.request();
    boolean asking = request.status() == RequestStatus.DISPATCHING;
    return new Outcome(
        asking ? request.withLookAt(Asking.lookAt(search.with(request, asked))) : request,
        asked,
        List.of());
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

  private static Outcome gone(Search search, Dispatch dispatch, DispatchStatus status) {
    List<Dispatch> changed = List.of(dispatch.withStatus(status));
    return search.request().status() == RequestStatus.DISPATCHING
        ? Asking.proceed(search, search.request(), changed, List.of())
        : new Outcome(search.request(), changed, List.of());
  }

  /**
   * Whoever had their time and did not answer is passed over. A text that the carrier never took
   * asked nobody: it is withdrawn, and the same lead is asked again with a new time to answer,
   * however long our sender stands still.
   */
  private static Outcome timeIsOver(Search search) {
    List<Dispatch> over =
        search.waiting().stream()
            .filter(d -> !d.answerBy().isAfter(search.now()))
            .map(d ->
                d.withStatus(
                    d.status() == DispatchStatus.ASKED
                        ? DispatchStatus.SILENT
                        : DispatchStatus.WITHDRAWN))
            .toList();
    return Asking.proceed(search, search.request(), over, List.of());
  }

  static Outcome unchanged(Search search) {
    return new Outcome(search.request(), List.of(), List.of());
  }
}
