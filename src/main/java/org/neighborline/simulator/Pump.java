package org.neighborline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a carrier: lets happen what is due, and delivers webhooks, each on a thread of its own.
 */
final class Pump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SimulatedCarrier carrier;
  private final Delivery delivery;
  private final Thread thread;

  Pump(SimulatedCarrier carrier, Delivery delivery) {
    this.carrier = carrier;
    this.delivery = delivery;
    this.thread = Thread.ofVirtual().name("simulated-carrier").start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long seen = carrier.version();
        for (Webhook webhook : carrier.due()) {
          // In virtual time all is in order, one after the other; in life it is not.
          if (carrier.options().clock() instanceof VirtualClock) {
            deliver(webhook);
          } else {
            Thread.startVirtualThread(() -> deliver(webhook));
          }
        }
        Duration nap = nap();
        if (!nap.isZero()) {
          carrier.awaitChange(seen, nap);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Webhook webhook) {
    WebhookAnswer answer = new WebhookAnswer.Unreachable();
    try {
      answer = delivery.deliver(webhook);
    } catch (RuntimeException e) {
      LOG.warn("A webhook could not be delivered", e);
    } finally {
      carrier.answered(webhook, answer);
    }
  }

  /** Until the next thing is due; in virtual time that is somebody else's to say. */
  private Duration nap() {
    Optional<Instant> next = carrier.nextDue();
    Instant now = carrier.options().clock().instant();
    boolean stands = carrier.options().clock() instanceof VirtualClock;
    if (next.isEmpty() || (stands && next.get().isAfter(now))) {
      return LONGEST_NAP;
    }
    Duration left = Duration.between(now, next.get());
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
  }

  /** Lets virtual time pass step by step: each webhook is answered before the next one is due. */
  void advance(VirtualClock clock, Duration span) throws InterruptedException {
    Instant target = clock.instant().plus(span);
    awaitIdle();
    for (Optional<Instant> next = carrier.nextDue();
        next.isPresent() && !next.get().isAfter(target);
        next = carrier.nextDue()) {
      clock.moveTo(next.get());
      carrier.changed();
      awaitIdle();
    }
    clock.moveTo(target);
    carrier.changed();
  }

  private void awaitIdle() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    long seen = carrier.version();
    while (!carrier.isIdle() && System.nanoTime() < until) {
      seen = carrier.awaitChange(seen, Duration.ofMillis(50));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
