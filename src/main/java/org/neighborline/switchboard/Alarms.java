package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.FrontDesk;
import org.neighborline.conversation.Scene;
import org.neighborline.conversation.Turn;
import org.neighborline.dispatch.DispatchFlow;
import org.neighborline.phone.Channel;
import org.neighborline.store.Books;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/**
 * What happens when a timer rings: a request, a conversation, a lead's shift, an appeal, or the
 * sweep.
 */
final class Alarms {
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);
  private static final String SWEEP = "sweep";

  private final Books books;
  private final Dispatching dispatching;
  private final SceneLoader scenes;
  private final Effects effects;
  private final Erasure erasure;
  private final Shifts shifts;
  private final Appeals appeals;
  private final Supplier<RosterCache> roster;

  Alarms(
      Books books,
      Dispatching dispatching,
      SceneLoader scenes,
      Effects effects,
      Erasure erasure,
      Shifts shifts,
      Appeals appeals,
      Supplier<RosterCache> roster) {
    this.books = books;
    this.dispatching = dispatching;
    this.scenes = scenes;
    this.effects = effects;
    this.erasure = erasure;
    this.shifts = shifts;
    this.appeals = appeals;
    this.roster = roster;
  }

  /** The sweep goes on for ever, once it is planned. */
  void planSweep(Tx tx, Instant now) {
    books.timers().set(tx, SWEEP, Optional.of(now.plus(SWEEP_EVERY)));
  }

  /** A subject's time has come: it is looked at, and its timer set anew. */
  boolean rang(Tx tx, Instant now, String subject, Codes.Claim codes) {
    if (subject.startsWith("l:")) {
      return wokeLead(tx, now, subject, codes);
    }
    books.timers().set(tx, subject, Optional.empty());
    if (subject.equals(SWEEP)) {
      return sweep(tx, now, codes);
    }
    if (subject.startsWith("a:")) {
      return appeals.rang(
          tx,
          now,
          Long.parseLong(subject.substring(2)),
          (contactId, event) -> advance(tx, now, "s:" + contactId, event, codes));
    }
    return subject.startsWith("r:")
        ? wokeRequest(tx, now, Long.parseLong(subject.substring(2)))
        : wokeConversation(tx, now, subject.substring(2), codes);
  }

  private boolean wokeRequest(Tx tx, Instant now, long id) {
    return books
        .requests()
        .find(tx, id)
        .filter(r -> !dispatching.isHeldUp(tx, now, r))
        .map(r -> dispatching.run(tx, now, r, false, DispatchFlow::woke).isPresent())
        .isPresent();
  }

  /** A shift is near: its lead is asked whether they are on. */
  private boolean wokeLead(Tx tx, Instant now, String subject, Codes.Claim codes) {
    if (!books.timers().isDue(tx, subject, now)) {
      return false;
    }
    books.timers().set(tx, subject, Optional.empty());
    Optional<Scene.Post> post = roster.get().post(Long.parseLong(subject.substring(2)));
    if (post.isEmpty()) {
      return false;
    }
    Optional<Event.ShiftNear> near = shifts.woke(tx, post.get(), now);
    near.ifPresent(event -> advance(tx, now, "s:" + post.get().lead().contactId(), event, codes));
    return near.isPresent();
  }

  private boolean wokeConversation(Tx tx, Instant now, String key, Codes.Claim codes) {
    Optional<Conversation> stored = books.conversations().stored(tx, key);
    if (stored.isEmpty() || !key.startsWith("s:")) {
      return false;
    }
    advance(tx, now, key, new Event.Woke(), codes);
    return true;
  }

  /**
   * A turn that no webhook waits for.
   *
   * @return whether it did anything
   */
  private boolean advance(Tx tx, Instant now, String key, Event event, Codes.Claim codes) {
    Optional<Contact> contact = books.contacts().find(tx, Long.parseLong(key.substring(2)));
    Scene scene = scenes.load(tx, now, contact, key, Channel.SMS, codes.draw(), false);
    Turn turn = FrontDesk.take(scene, event);
    codes.did(effects.apply(tx, scene, turn));
    books.conversations().save(tx, turn.next(), idOf(contact), now);
    books.timers().set(tx, Timers.ofConversation(key), turn.next().until());
    return !turn.effects().isEmpty();
  }

  /** Finds deadlines without timers (there must be none) and erases what is old enough. */
  private boolean sweep(Tx tx, Instant now, Codes.Claim codes) {
    List<Long> untimed = books.requests().overdueWithoutTimer(tx, now);
    untimed.forEach(id -> books.timers().set(tx, Timers.ofRequest(id), Optional.of(now)));
    codes.freed(erasure.overdue(tx, now));
    planSweep(tx, now);
    return untimed.isEmpty();
  }

  private static OptionalLong idOf(Optional<Contact> contact) {
    return contact.map(c -> OptionalLong.of(c.id())).orElse(OptionalLong.empty());
  }
}
