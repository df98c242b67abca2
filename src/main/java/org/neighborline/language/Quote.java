package org.neighborline.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes long quoted words fit into texts: shortened where they are shown, split where passed on.
 */
public final class Quote {
  private static final String MORE = "...";

  private Quote() {}

  /** Words of at most so many characters; what was left out shows as three dots. */
  public static String shortened(String words, int longest) {
    return words.length() <= longest
        ? words
        : words.substring(0, end(words, 0, longest - MORE.length())).strip() + MORE;
  }

  /** All of the words, in pieces of at most so many characters. */
  public static List<String> split(String words, int longest) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (words.length() - from > longest) {
      int to = end(words, from, longest);
      pieces.add(words.substring(from, to).strip());
      from = to;
    }
    pieces.add(words.substring(from).strip());
    return pieces;
  }

  /** Where a piece may end: after a word; in one that never ends, never inside a character. */
  private static int end(String words, int from, int longest) {
    int most = from + longest;
    for (int i = most; i > from + longest / 2; i--) {
      if (Character.isWhitespace(words.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(words.charAt(most)) ? most - 1 : most;
  }
}
