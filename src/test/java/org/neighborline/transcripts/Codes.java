package org.neighborline.transcripts;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the codes of a page in an order that people can follow: its first request is always K7M2.
 */
final class Codes implements RandomGenerator {
  private static final List<String> IN_ORDER =
      List.of(
          "K7M2", "R4T9", "H3W6", "D8P5", "X2N7", "F6J4", "M9C3", "T5K8", "W7D2", "P4R6", "C3H9",
          "N8X5");

  /** As {@code Code} has it. */
  private static final String ALPHABET = "CDFHJKMNPRTVWXY23456789";

  private int next;
  private int drawn;

  /** So many requests have their codes already. */
  void used(int requests) {
    next = requests;
    drawn = 0;
  }

  @Override
  public int nextInt(int bound) {
    String code = IN_ORDER.get(next + drawn / 4);
    return ALPHABET.indexOf(code.charAt(drawn++ % 4));
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("only codes are drawn here");
  }
}
