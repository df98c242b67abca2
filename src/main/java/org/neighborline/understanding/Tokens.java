package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;

/**
 * A text folded for matching and cut into tokens: a word, a number, an emoji, or a single Chinese
 * character or Korean syllable.
 *
 * @param raw the text in compatibility form, accents and case still there
 * @param chars the folded letters of all tokens
 * @param from where in {@code chars} each token starts; one more entry marks the end
 * @param scripts the script of each token; {@code COMMON} for numbers and emoji
 * @param opens whether a sentence opens with the token
 * @param starts whether the token follows a space or the like
 * @param asks whether a question mark stands in the text
 */
record Tokens(
    String raw,
    char[] chars,
    int[] from,
    UnicodeScript[] scripts,
    boolean[] opens,
    boolean[] starts,
    boolean asks) {

  int count() {
    return scripts.length;
  }

  /** How many words there are; in Chinese, how many stretches between marks and spaces. */
  int starting() {
    int words = 0;
    for (boolean start : starts) {
      words += start ? 1 : 0;
    }
    return words;
  }

  /** How many words there are, about: two characters make one where nothing stands between. */
  int words() {
    return Math.max(starting(), count() / 2);
  }

  int length(int token) {
    return from[token + 1] - from[token];
  }

  String text(int token) {
    return new String(chars, from[token], length(token));
  }

  boolean isNumber(int token) {
    return Character.isDigit(chars[from[token]]);
  }

  /** All tokens, with a space between: how whole texts are looked up. */
  String joined() {
    return text(0, count());
  }

  /** Some tokens, with a space between. */
  String text(int start, int end) {
    StringBuilder some = new StringBuilder(from[end] - from[start] + end - start);
    for (int i = start; i < end; i++) {
      some.append(i == start ? "" : " ").append(chars, from[i], length(i));
    }
    return some.toString();
  }
}
