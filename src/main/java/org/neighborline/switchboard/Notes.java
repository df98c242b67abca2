package org.neighborline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.Search;
import org.neighborline.group.Lead;
import org.neighborline.request.Care;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;

/** Writes down what happens to a request, for its timeline and for the gaps. */
final class Notes {
  private final Books books;
  private final Supplier<RosterCache> roster;

  Notes(Books books, Supplier<RosterCache> roster) {
    this.books = books;
    this.roster = roster;
  }

  /** A dispatch is new or changed: who did it, to whom, and why. */
  void dispatch(Tx tx, Instant now, Search search, Dispatch dispatch) {
    Optional<Lead> lead = roster.get().post(dispatch.leadId()).map(Scene.Post::lead);
    String name = lead.map(Lead::name).orElse("a lead");
    String actor =
        switch (dispatch.status()) {
          case TAKEN, PASSED, RETURNED, DONE -> name;
          case ASKED, UNDELIVERED -> "carrier";
          case UNHELPED -> "resident";
          case QUEUED, SILENT, WITHDRAWN -> "hotline";
        };
    String what = name + " (" + dispatch.groupId() + ") " + dispatch.letter();
    String why = why(search, dispatch, lead);
    add(
        tx,
        search.request(),
        new Timeline.Entry(
            now, actor, dispatch.status().id(), why.isEmpty() ? what : what + ": " + why));
  }

  private static String why(Search search, Dispatch dispatch, Optional<Lead> lead) {
    return switch (dispatch.status()) {
      case QUEUED ->
          dispatch.groupId().equals(search.rules().backstop())
              ? "the backstop"
              : "round " + dispatch.round() + lead.map(l -> ", tier " + l.tier()).orElse("");
      case SILENT -> "no answer in time";
      case WITHDRAWN -> "nothing to answer any more";
      case UNHELPED -> "says that no help came";
      case UNDELIVERED -> "no text reaches them";
      case ASKED, TAKEN, PASSED, RETURNED, DONE -> "";
    };
  }

  /** The request is in another state, or we hear how its holder goes about it. */
  void status(Tx tx, Instant now, HelpRequest before, HelpRequest after) {
    if (before.status() != after.status()) {
      add(tx, after, new Timeline.Entry(now, "hotline", after.status().id(), reason(after)));
    }
    care(tx, now, before, after);
    // Asking again the next morning is the same gap.
    if (after.status() == RequestStatus.UNMET
        && before.status() != RequestStatus.UNMET
        && after.round() == 1) {
      books
          .records()
          .gap(
              tx,
              now,
              List.copyOf(after.draft().needs()),
              after.draft().place(),
              after.tongue().language().tag(),
              "unmet");
    }
  }

  private static String reason(HelpRequest request) {
    String until = request.lookAt().map(at -> "until " + at).orElse("");
    return switch (request.status()) {
      case DISPATCHING -> "round " + request.round();
      case HELD ->
          (request.holder().isPresent() ? "the desk looks for someone " : "nobody may be asked ")
              + until;
      case UNMET -> ("everyone was asked " + until).strip();
      case OPEN, ACCEPTED, DONE, CANCELLED -> "";
    };
  }

  private void care(Tx tx, Instant now, HelpRequest before, HelpRequest after) {
    Optional<Care> was = before.care();
    Optional<Care> is = after.care();
    if (is.isEmpty() || before.holder().isEmpty()) {
      return;
    }
    Care care = is.get();
    if (care.nudged().isPresent() && !was.flatMap(Care::nudged).equals(care.nudged())) {
      add(tx, after, new Timeline.Entry(now, "hotline", "nudged", "nothing heard since the take"));
    }
    if (care.checked().isPresent() && !was.flatMap(Care::checked).equals(care.checked())) {
      add(tx, after, new Timeline.Entry(now, "hotline", "checked", "did help arrive?"));
    }
    if (care.heard().isPresent() && !was.flatMap(Care::heard).equals(care.heard())) {
      String lead = after.holder().map(HelpRequest.Holder::leadName).orElse("");
      String promise = care.promised().map(at -> "comes at " + at).orElse("");
      add(tx, after, new Timeline.Entry(now, lead, "heard", promise));
    }
  }

  private void add(Tx tx, HelpRequest request, Timeline.Entry entry) {
    books.timeline().add(tx, request.id(), entry);
  }
}
