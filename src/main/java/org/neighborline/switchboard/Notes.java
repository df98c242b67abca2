package org.neighborline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.Search;
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

  /** A dispatch is new or changed. */
  void dispatch(Tx tx, Instant now, Search search, Dispatch dispatch) {
    String who =
        roster.get().postsOf(dispatch.contactId()).stream()
            .filter(p -> p.lead().id() == dispatch.leadId())
            .map(p -> p.lead().name() + " (" + p.group().id() + ")")
            .findFirst()
            .orElse(dispatch.groupId());
    books
        .timeline()
        .add(
            tx,
            search.request().id(),
            new Timeline.Entry(
                now, "hotline", dispatch.status().id(), who + " " + dispatch.letter()));
  }

  void status(Tx tx, Instant now, HelpRequest before, HelpRequest after) {
    if (before.status() != after.status()) {
      books
          .timeline()
          .add(
              tx,
              after.id(),
              new Timeline.Entry(
                  now,
                  "hotline",
                  after.status().id(),
                  after.lookAt().map(at -> "until " + at).orElse("")));
    }
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
}
