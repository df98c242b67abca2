package org.neighborline.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a text is tried again: twice as long each time, with jitter so that many
 * do not come back at once.
 *
 * @param first after the first try
 * @param longest at most
 */
public record RetryPolicy(Duration first, Duration longest) {
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10));

  private static final double JITTER = 0.2;

  /** The wait after so many tries. */
  public Duration after(int attempts, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(Math.max(attempts - 1, 0), 20);
    long wait = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (wait * (1 + JITTER * (2 * random.nextDouble() - 1))));
  }
}
