package org.neighborline.place;

/**
 * A word, number or sign of a text.
 *
 * @param text as folded: "bed", "11221", "&"
 * @param word the form that names are matched by: "st" for "street" and "saint"
 * @param start where it starts in the text
 * @param end where it ends
 * @param kind what it is made of
 * @param before the sign that parts it from the token before, a space, or nothing
 * @param capital whether it starts with a capital
 * @param caps whether it is capitals only
 * @param ordinal whether it is a number with an ending, as in 116th
 */
record Token(
    String text,
    String word,
    int start,
    int end,
    Kind kind,
    char before,
    boolean capital,
    boolean caps,
    boolean ordinal) {
  enum Kind {
    LATIN,
    NUMBER,
    HAN,
    /** A script that is neither Latin nor Han. */
    OTHER,
    SIGN
  }

  /** The same stretch of text as another word. */
  Token as(String word, int end) {
    Kind named = kind == Kind.HAN ? Kind.HAN : Kind.LATIN;
    Kind now = Character.isDigit(word.charAt(0)) ? Kind.NUMBER : named;
    return new Token(word, word, start, end, now, before, capital, caps, false);
  }

  /** The same word as if it took another stretch of the text. */
  Token at(int start, int end, char before) {
    return new Token(text, word, start, end, kind, before, capital, caps, ordinal);
  }

  /** The same word where the token before it comes from the same stretch of text. */
  Token inside() {
    return new Token(text, word, start, end, kind, ' ', capital, caps, ordinal);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /** Whether a pause parts it from the token before. */
  boolean afterPause() {
    return before == ',' || before == '.' || before == '\n';
  }
}
