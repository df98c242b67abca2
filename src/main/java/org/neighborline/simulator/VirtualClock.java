package org.neighborline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that moves only when told to, for tests that live through a week in a millisecond. */
public final class VirtualClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public VirtualClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    Instant instant = now.get();
    return instant;
  }

  /** Moves to an instant; time never goes back. */
  public void moveTo(Instant instant) {
    now.accumulateAndGet(instant, (old, next) -> next.isAfter(old) ? next : old);
  }

  /** Moves on by a span. */
  public void advance(Duration span) {
    now.updateAndGet(old -> old.plus(span));
  }
}
