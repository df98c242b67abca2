package org.neighborline.place;

import java.util.function.Supplier;

/** The city's streets and corners, parsed when a text first speaks of one. */
final class Streets {
  private final Supplier<String> corners;
  private final Supplier<String> aliases;
  private final Words words;

  Streets(Supplier<String> corners, Supplier<String> aliases, Words words) {
    this.corners = corners;
    this.aliases = aliases;
    this.words = words;
  }
}
