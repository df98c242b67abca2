package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Calling;
import org.neighborline.dispatch.FollowUp;
import org.neighborline.dispatch.Rules;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;

/** Puts calls through: finds whose phone may ring, and keeps who was called. */
final class Ringing {
  /** When a number was called back last. */
  private static final String CALLED_BACK = "called-back:";

  /** Machines ring and hang up too: so many numbers are called back within an hour. */
  private static final int MOST_CALLED_BACK = 30;

  private final Books books;
  private final Mail mail;
  private final Dispatching dispatching;
  private final Rules rules;
  private final Supplier<RosterCache> roster;

  Ringing(
      Books books, Mail mail, Dispatching dispatching, Rules rules, Supplier<RosterCache> roster) {
    this.books = books;
    this.mail = mail;
    this.dispatching = dispatching;
    this.rules = rules;
    this.roster = roster;
  }

  /** Whose phones may ring for a request whose caller waits, in order. */
  List<Scene.Near> near(Tx tx, Instant now, HelpRequest request) {
    List<Scene.Near> near = new ArrayList<>();
    for (Calling.Candidate candidate : dispatching.callable(tx, now, request)) {
      books
          .contacts()
          .find(tx, candidate.lead().contactId())
          .filter(mail::mayBeCalled)
          .map(c -> new Scene.Near(candidate.group(), candidate.lead(), c.phone()))
          .ifPresent(near::add);
    }
    return near;
  }

  /**
   * Words for a lead whom no texts reach: their phone rings instead, by day.
   *
   * @return whether this is such a lead
   */
  boolean ringInstead(Tx tx, Scene scene, long contactId, HelpRequest request) {
    if (!mail.isReachedByCall(contactId)) {
      return false;
    }
    Rules rules = scene.house().rules();
    return rules.quiet().hold(scene.now().atZone(rules.zone()))
        || mail.call(tx, scene.now(), contactId, request.code(), Mail.About.request(request.id()));
  }

  void apply(Tx tx, Instant now, Effect.ByCall effect) {
    switch (effect) {
      case Effect.PlaceCall(long contactId, var code) ->
          books
              .requests()
              .find(tx, code)
              .ifPresent(r -> mail.call(tx, now, contactId, code, Mail.About.request(r.id())));
      case Effect.CallBack(long contactId) -> callBack(tx, now, contactId);
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
              .ifPresent(r -> {
                books
                    .timeline()
                    .add(tx, r.id(), new Timeline.Entry(now, "hotline", "talked", "by phone"));
                dispatching.run(tx, now, r, false, s -> FollowUp.heard(s, Optional.empty()));
              });
    }
  }

  /** Once a day, by day, and never more an hour than a person at the desk could bear. */
  private void callBack(Tx tx, Instant now, long contactId) {
    Map<String, String> before = books.records().facts(tx, CALLED_BACK);
    Instant hourAgo = now.minus(Duration.ofHours(1));
    Instant dayAgo = now.minus(Duration.ofDays(1));
    before.forEach((name, at) -> {
      if (Instant.parse(at).isBefore(dayAgo)) {
        books.records().dropFact(tx, name);
      }
    });
    String name = CALLED_BACK + contactId;
    boolean already =
        Optional.ofNullable(before.get(name))
            .filter(at -> Instant.parse(at).isAfter(dayAgo))
            .isPresent();
    long lately = before.values().stream().filter(at -> Instant.parse(at).isAfter(hourAgo)).count();
    boolean night = rules.quiet().hold(now.atZone(rules.zone()));
    if (!already && !night && lately < MOST_CALLED_BACK && mail.callBack(tx, now, contactId)) {
      books.records().keepFact(tx, name, now.toString());
    }
  }

  private void ring(Tx tx, Instant now, HelpRequest request, String groupId, long leadId) {
    Optional<Scene.Post> post =
        roster.get().post(leadId).filter(p -> p.group().id().equals(groupId));
    post.ifPresent(
        p -> dispatching.run(tx, now, request, false, s -> Calling.rings(s, p.group(), p.lead())));
  }
}
