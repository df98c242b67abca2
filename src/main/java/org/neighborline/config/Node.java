package org.neighborline.config;

import java.util.List;
import java.util.Map;

/** A piece of a file as it was written, before anybody asks what it means. */
sealed interface Node {
  /** Where it starts, from 1. */
  int line();

  /**
   * A value as written: no quotes, no guess whether it is a number, so that ZIPs keep their zeros.
   */
  record Scalar(String text, boolean plain, int line) implements Node {
    boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  record Items(List<Node> nodes, int line) implements Node {}

  record Fields(Map<String, Field> fields, int line) implements Node {}

  /** A value and the line of its key. */
  record Field(Node value, int line) {}
}
