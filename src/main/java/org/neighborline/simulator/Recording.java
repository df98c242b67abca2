package org.neighborline.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody said after the tone.
 *
 * @param words as the person typed them; the sound file holds a tone of the same length
 */
public record Recording(
    String sid, String callSid, String words, Duration length, Instant created) {
  long seconds() {
    return Math.max(1, length.toSeconds());
  }
}
