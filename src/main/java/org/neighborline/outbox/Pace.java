package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * Spaces the texts of one sending number: so many segments a second, counted as the carrier counts.
 */
final class Pace {
  /** No sender is held back longer. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final double secondsPerSegment;
  private Instant freeAt = Instant.EPOCH;

  /**
   * @param segmentsPerSecond above 0
   */
  Pace(double segmentsPerSecond) {
    this.secondsPerSegment = 1 / segmentsPerSecond;
  }

  /** How long until the next text may go; zero when it may go now. */
  Duration wait(Instant now) {
    if (freeAt.isAfter(now.plus(LONGEST))) {
      freeAt = now; // the clock was set back: nobody's text waits for it to come round again
    }
    return freeAt.isAfter(now) ? Duration.between(now, freeAt) : Duration.ZERO;
  }

  /** A text of so many segments goes now. */
  void take(Instant now, int segments) {
    Instant from = freeAt.isAfter(now) ? freeAt : now;
    freeAt = from.plusNanos((long) (segments * secondsPerSegment * 1e9));
  }

  /** The carrier says that we are too fast. */
  void slow(Instant until) {
    if (until.isAfter(freeAt)) {
      freeAt = until;
    }
  }
}
