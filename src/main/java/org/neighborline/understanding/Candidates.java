package org.neighborline.understanding;

import java.util.Arrays;

/** The words of the lexicon that one token may be. */
final class Candidates {
  private int[] words = new int[4];
  private long[] within = new long[4];
  private boolean[] slips = new boolean[4];
  private int count;

  /**
   * @param within the languages it may count for, a bit each
   * @param slip whether only a slip away
   */
  void add(int word, long within, boolean slip) {
    if (count == words.length) {
      words = Arrays.copyOf(words, count * 2);
      this.within = Arrays.copyOf(this.within, count * 2);
      slips = Arrays.copyOf(slips, count * 2);
    }
    words[count] = word;
    this.within[count] = within;
    slips[count] = slip;
    count++;
  }

  boolean has(int word) {
    for (int i = 0; i < count; i++) {
      if (words[i] == word) {
        return true;
      }
    }
    return false;
  }

  int count() {
    return count;
  }

  int word(int i) {
    return words[i];
  }

  long within(int i) {
    return within[i];
  }

  boolean slip(int i) {
    return slips[i];
  }
}
