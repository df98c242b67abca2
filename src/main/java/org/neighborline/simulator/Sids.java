package org.neighborline.simulator;

import java.util.HexFormat;
import java.util.SplittableRandom;

/** Makes the carrier's identifiers: two letters and 32 hex digits, the same for the same seed. */
final class Sids {
  private final SplittableRandom random;

  Sids(long seed) {
    this.random = new SplittableRandom(seed);
  }

  String next(String prefix) {
    return prefix + hex(random.nextLong()) + hex(random.nextLong());
  }

  /** A token in the shape of a UUID, as the carrier marks the attempts at one webhook. */
  String token() {
    String hex = next("");
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }

  private static String hex(long bits) {
    return HexFormat.of().toHexDigits(bits);
  }
}
