package org.neighborline.audio;

/** How long a voice takes for words that nobody recorded, by the letters they are written in. */
public final class Speech {
  // A second holds about four and a half Chinese characters, six Korean syllables, and fourteen
  // letters elsewhere; a digit is a whole word.
  private static final double HAN = 0.22;
  private static final double HANGUL = 0.16;
  private static final double LETTER = 0.07;
  private static final double DIGIT = 0.35;
  private static final double PAUSE = 0.25;

  private Speech() {}

  /** An estimate in seconds. */
  public static double seconds(String words) {
    return words.codePoints().mapToDouble(Speech::one).sum();
  }

  private static double one(int c) {
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN -> HAN;
      case HANGUL -> HANGUL;
      case COMMON ->
          Character.isWhitespace(c) ? LETTER : ".,:;?!。，、：；？！،؟।۔".indexOf(c) >= 0 ? PAUSE : 0;
      default -> LETTER;
    };
  }
}
