package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Scene;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.group.Reminders;
import org.neighborline.store.Books;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/** Keeps a timer for each lead who has shifts: it rings when a reminder is due. */
final class Shifts {
  /** A reminder that is later than this reminds nobody. */
  private static final Duration TOO_LATE = Duration.ofMinutes(45);

  private final Books books;
  private final House house;

  Shifts(Books books, House house) {
    this.books = books;
    this.house = house;
  }

  /** After the trees changed: every shift has its next reminder. */
  void plan(Tx tx, List<Group> groups, Instant now) {
    for (Group group : groups) {
      for (Lead lead : group.leads()) {
        if (!lead.shifts().isEmpty()) {
          planOne(tx, group, lead, now);
        }
      }
    }
  }

  void forget(Tx tx, long leadId) {
    books.timers().set(tx, Timers.ofLead(leadId), Optional.empty());
  }

  /**
   * A lead's timer rang: the next one is set.
   *
   * @return the reminder that is due now, if one is
   */
  Optional<Event.ShiftNear> woke(Tx tx, Scene.Post post, Instant now) {
    Group group = post.group();
    Lead lead = post.lead();
    Optional<Reminders.Reminder> due =
        next(group, lead, now.minus(TOO_LATE)).filter(r -> !r.at().isAfter(now));
    planOne(tx, group, lead, now);
    boolean resting =
        books
            .dispatches()
            .standings(tx, group.id())
            .getOrDefault(lead.id(), lead.standing())
            .pausedUntil()
            .filter(until -> due.isPresent() && until.isAfter(due.get().from()))
            .isPresent();
    return due.filter(_ -> !resting)
        .map(r -> new Event.ShiftNear(group.name(), r.from(), r.until(), r.evening()));
  }

  private void planOne(Tx tx, Group group, Lead lead, Instant now) {
    books
        .timers()
        .set(tx, Timers.ofLead(lead.id()), next(group, lead, now).map(Reminders.Reminder::at));
  }

  private Optional<Reminders.Reminder> next(Group group, Lead lead, Instant after) {
    return Reminders.next(lead.shifts(), group.zone(), house.rules().quiet(), after);
  }
}
