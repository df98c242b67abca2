package org.neighborline.simulator;

import java.time.Duration;

/**
 * How long the carrier takes for each step; all zero makes the model as fast as its caller.
 *
 * @param webhook from a person's text to our webhook
 * @param sending from accepted to sending
 * @param sent from sending to sent
 * @param delivered from sent to delivered, or to the failure
 * @param speech what the carrier's voice takes for a character
 * @param late how late a callback is when the fault "late" strikes
 */
public record Delays(
    Duration webhook,
    Duration sending,
    Duration sent,
    Duration delivered,
    Duration speech,
    Duration late) {
  /** About what a person sees. */
  public static Delays lifelike() {
    return new Delays(
        Duration.ofMillis(150),
        Duration.ofMillis(50),
        Duration.ofMillis(150),
        Duration.ofMillis(600),
        Duration.ofMillis(55),
        Duration.ofSeconds(90));
  }

  /** No step takes time, for load and for tests that count rather than wait. */
  public static Delays none() {
    Duration zero = Duration.ZERO;
    return new Delays(zero, zero, zero, zero, zero, Duration.ofSeconds(90));
  }
}
