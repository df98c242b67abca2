package org.neighborline.geocode;

import java.time.Duration;
import java.time.Instant;

/** How many times in a second something may be done. */
final class Allowance {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final int most;
  private Instant since = Instant.MIN;
  private int taken;

  Allowance(int most) {
    this.most = most;
  }

  /** Takes one of this second's, if any is left. */
  synchronized boolean take(Instant now) {
    if (!now.isBefore(since.plus(SECOND))) {
      since = now;
      taken = 0;
    }
    taken++;
    return taken <= most;
  }
}
