package org.neighborline.understanding;

/**
 * A phrase of the translation files found in a text.
 *
 * @param start its first token
 * @param end the token after its last
 * @param meaning what it stands for
 * @param number the number in it, 0 when it has none
 * @param slips whether a word of it is misspelled
 */
record Match(int start, int end, Meaning meaning, int number, boolean slips) {
  int length() {
    return end - start;
  }

  boolean covers(Match other) {
    return start <= other.start && other.end <= end;
  }

  boolean overlaps(Match other) {
    return start < other.end && other.start < end;
  }
}
