package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.neighborline.carrier.Carrier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Delivery;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.Store;
import org.neighborline.switchboard.Switchboard;

/**
 * Finds out what became of attempts without an answer (a time-out, a crash): a minute later the
 * carrier is asked what it has; what it lacks is sent again.
 */
public final class Rescuer {
  /** A status callback may still tell by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The carrier's clock and ours may differ. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  private final Store store;
  private final Books books;
  private final Switchboard switchboard;
  private final Carrier carrier;
  private final List<PhoneNumber> numbers;
  private final AtomicLong resent = new AtomicLong();

  public Rescuer(
      Store store,
      Books books,
      Switchboard switchboard,
      Carrier carrier,
      List<PhoneNumber> numbers) {
    this.store = store;
    this.books = books;
    this.switchboard = switchboard;
    this.carrier = carrier;
    this.numbers = numbers;
  }

  /** Texts that were sent again without knowing: a rare double is possible, and counted. */
  public long resent() {
    return resent.get();
  }

  /** Looks at every attempt that is old enough. */
  public void runOnce(Instant now) {
    for (OutboxRow row : store.read(tx -> books.outbox().unanswered(tx, now.minus(PATIENCE)))) {
      Optional<Contact> to = store.read(tx -> books.contacts().find(tx, row.contactId()));
      if (row.about().isPresent()) {
        // A phone that may have rung is not rung again: the next person is asked.
        switchboard
            .delivered(new Delivery(row.id(), Optional.empty(), new Delivery.State.Failed(0)))
            .join();
      } else if (to.isEmpty()) {
        switchboard
            .delivered(new Delivery(row.id(), Optional.empty(), new Delivery.State.Dropped()))
            .join();
      } else {
        rescue(row, to.get().phone(), now);
      }
    }
  }

  private void rescue(OutboxRow row, PhoneNumber to, Instant now) {
    PhoneNumber from = numbers.get((int) (row.contactId() % numbers.size()));
    Instant since = row.attemptedAt().orElse(now).minus(CLOCKS);
    Optional<List<Carrier.Listed>> listed = carrier.sentTo(from, to, since);
    if (listed.isEmpty()) {
      return;
    }
    Optional<Carrier.Listed> ours =
        listed.get().stream()
            .filter(m ->
                m.body().strip().equals(row.body().strip())
                    && !m.at().isBefore(since)
                    && !isHeld(m.sid()))
            .findFirst();
    if (ours.isPresent()) {
      Delivery.State state =
          ours.get().failed()
              ? new Delivery.State.Failed(ours.get().error())
              : new Delivery.State.Accepted();
      switchboard.delivered(new Delivery(row.id(), Optional.of(ours.get().sid()), state)).join();
    } else {
      resent.incrementAndGet();
      switchboard
          .delivered(new Delivery(row.id(), Optional.empty(), new Delivery.State.Retry(now)))
          .join();
    }
  }

  private boolean isHeld(String sid) {
    return store.read(tx -> books.outbox().holds(tx, sid));
  }
}
