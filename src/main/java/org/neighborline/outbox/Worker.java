package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.neighborline.carrier.Carrier;
import org.neighborline.carrier.Carrier.Sent;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Delivery;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.OutboxStatus;
import org.neighborline.store.Store;
import org.neighborline.store.Tx;
import org.neighborline.switchboard.HeldUp;
import org.neighborline.switchboard.Switchboard;

/**
 * Sends the outbox, one text at a time and in order for each person. The attempt is committed
 * before the request leaves; what the carrier answers comes back through the switchboard's door.
 */
public final class Worker {
  /** How long we wait when there is nothing to do. */
  static final Duration IDLE = Duration.ofSeconds(1);

  private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(2);

  private final Parts parts;
  private final List<Pace> paces = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();

  /** What a worker is made of. */
  public record Parts(
      Store store,
      Books books,
      Switchboard switchboard,
      Carrier carrier,
      List<PhoneNumber> numbers,
      double segmentsPerSecond,
      RandomGenerator random) {}

  public Worker(Parts parts) {
    this.parts = parts;
    parts.numbers().forEach(_ -> paces.add(new Pace(parts.segmentsPerSecond())));
  }

  /** A row that was claimed, and where it goes. */
  record Claimed(OutboxRow row, PhoneNumber to) {}

  /**
   * Sends the next text if one may go now.
   *
   * @return how long to wait before looking again; zero when there may be more at once
   */
  public Duration runOnce(Instant now) {
    Optional<HeldUp> heldUp = heldUp();
    if (heldUp.filter(h -> h.until().isAfter(now)).isPresent()) {
      return Duration.between(now, heldUp.get().until());
    }
    Optional<OutboxRow> next = parts.store().read(tx -> parts.books().outbox().next(tx, now));
    if (next.isEmpty()) {
      return IDLE;
    }
    Pace pace = paces.get(numberOf(next.get()));
    Duration wait = pace.wait(now);
    if (wait.isPositive()) {
      return wait;
    }
    Optional<Claimed> claimed = parts.store().write(tx -> claim(tx, next.get().id(), now)).join();
    if (claimed.isPresent()) {
      pace.take(now, claimed.get().row().segments());
      Sent outcome = attempt(claimed.get());
      if (outcome instanceof Sent.Accepted) {
        sent.incrementAndGet();
        heldUp.ifPresent(_ -> parts.switchboard().sendsAgain().join());
      }
      settle(claimed.get(), outcome, now);
    }
    return Duration.ZERO;
  }

  /** The carrier's code of the fault on our side that stops us; 0 when there is none. */
  public int fault() {
    return heldUp().map(HeldUp::code).orElse(0);
  }

  private Optional<HeldUp> heldUp() {
    return parts.store().read(tx -> HeldUp.find(parts.books(), tx));
  }

  /** Texts that the carrier took since the start. */
  public long sent() {
    return sent.get();
  }

  /** Drops what is no longer wanted; else writes the attempt down before it is made. */
  private Optional<Claimed> claim(Tx tx, long id, Instant now) {
    Optional<OutboxRow> found =
        parts.books().outbox().find(tx, id).filter(r -> r.status() == OutboxStatus.READY);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    OutboxRow row = found.get();
    Optional<Contact> contact =
        parts.books().contacts().find(tx, row.contactId()).filter(c -> !c.reach().optedOut());
    if (contact.isEmpty() || isStale(row, now) || row.body().isEmpty() || !isWanted(tx, row)) {
      parts.switchboard().drop(tx, now, row);
      return Optional.empty();
    }
    OutboxRow goes = parts.switchboard().asItGoes(tx, now, row);
    parts.books().outbox().attempt(tx, id, now);
    return Optional.of(new Claimed(goes, contact.get().phone()));
  }

  /** A dispatch's text keeps as long as we wait for its lead. */
  private static boolean isStale(OutboxRow row, Instant now) {
    return row.dispatchId().isEmpty() && row.expiresAt().isBefore(now);
  }

  private boolean isWanted(Tx tx, OutboxRow row) {
    if (row.dispatchId().isEmpty()) {
      return true;
    }
    Optional<Dispatch> dispatch = parts.books().dispatches().find(tx, row.dispatchId().getAsLong());
    return dispatch.filter(d -> d.status().isWaiting()).isPresent();
  }

  private Sent attempt(Claimed claimed) {
    PhoneNumber from = parts.numbers().get(numberOf(claimed.row()));
    if (claimed.row().about().isPresent()) {
      String code = claimed.row().about().get();
      return parts.carrier().call(new Carrier.Call(claimed.row().id(), from, claimed.to(), code));
    }
    return parts
        .carrier()
        .send(new Carrier.Text(claimed.row().id(), from, claimed.to(), claimed.row().body()));
  }

  private void settle(Claimed claimed, Sent outcome, Instant now) {
    OutboxRow row = claimed.row();
    int attempts = row.attempts() + 1;
    Delivery delivery =
        switch (outcome) {
          case Sent.Accepted(String sid) ->
              new Delivery(row.id(), Optional.of(sid), new Delivery.State.Accepted());
          case Sent.Refused(int error) ->
              new Delivery(row.id(), Optional.empty(), new Delivery.State.Failed(error));
          case Sent.Later(Optional<Duration> after) -> later(row, attempts, after, now);
          case Sent.OurFault(int error) ->
              new Delivery(row.id(), Optional.empty(), new Delivery.State.OurFault(error));
          case Sent.Unknown() ->
              new Delivery(row.id(), Optional.empty(), new Delivery.State.Unknown());
        };
    parts.switchboard().delivered(delivery).join();
  }

  private Delivery later(OutboxRow row, int attempts, Optional<Duration> after, Instant now) {
    Duration wait = after.orElseGet(() -> RetryPolicy.DEFAULT.after(attempts, parts.random()));
    paces.get(numberOf(row)).slow(now.plus(AFTER_TOO_MANY));
    parts.switchboard().heldUp(new HeldUp(0, now)).join();
    return new Delivery(row.id(), Optional.empty(), new Delivery.State.Retry(now.plus(wait)));
  }

  private int numberOf(OutboxRow row) {
    return (int) (row.contactId() % parts.numbers().size());
  }
}
