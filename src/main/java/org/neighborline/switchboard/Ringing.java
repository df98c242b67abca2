package org.neighborline.switchboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Calling;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;

/** Puts calls through: finds whose phone may ring, and keeps who was called. */
final class Ringing {
  private final Books books;
  private final Dispatching dispatching;
  private final Supplier<RosterCache> roster;
  private final Set<String> regions;

  /**
   * @param regions where we call to
   */
  Ringing(
      Books books, Dispatching dispatching, Supplier<RosterCache> roster, Set<String> regions) {
    this.books = books;
    this.dispatching = dispatching;
    this.roster = roster;
    this.regions = regions;
  }

  /** Whose phones may ring for a request whose caller waits, in order. */
  List<Scene.Near> near(Tx tx, Instant now, HelpRequest request) {
    List<Scene.Near> near = new ArrayList<>();
    for (Calling.Candidate candidate : dispatching.callable(tx, now, request)) {
      books
          .contacts()
          .find(tx, candidate.lead().contactId())
          .filter(this::mayBeCalled)
          .map(c -> new Scene.Near(candidate.group(), candidate.lead(), c.phone()))
          .ifPresent(near::add);
    }
    return near;
  }

  private boolean mayBeCalled(Contact contact) {
    return contact.reach().mayBeCalled() && regions.contains(contact.phone().region());
  }

  void apply(Tx tx, Instant now, Effect.ByCall effect) {
    switch (effect) {
      case Effect.Ring(var code, String groupId, long leadId) ->
          books.requests().find(tx, code).ifPresent(r -> ring(tx, now, r, groupId, leadId));
      case Effect.RingOver(var code) ->
          books
              .requests()
              .find(tx, code)
              .filter(r -> r.status() == RequestStatus.OPEN)
              .ifPresent(r -> dispatching.run(tx, now, r, false, Calling::unanswered));
      case Effect.Talked(var code) ->
          books
              .requests()
              .find(tx, code)
              .ifPresent(r ->
                  books
                      .timeline()
                      .add(tx, r.id(), new Timeline.Entry(now, "hotline", "talked", "by phone")));
    }
  }

  private void ring(Tx tx, Instant now, HelpRequest request, String groupId, long leadId) {
    Optional<Scene.Post> post =
        roster.get().post(leadId).filter(p -> p.group().id().equals(groupId));
    post.ifPresent(p ->
        dispatching.run(tx, now, request, false, s -> Calling.rings(s, p.group(), p.lead())));
  }
}
