package org.neighborline.request;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The public name of a request: short, easy to type on a keypad and to say, without vowels (no
 * words) and without look-alikes.
 *
 * @param text four characters, five once a tenth of those are in use: {@code K7M2}
 */
public record Code(String text) {
  /**
   * Without vowels and without B, G, L, Q, S, Z, which look like digits, or 0 and 1 like letters.
   */
  private static final String LETTERS = "CDFHJKMNPRTVWXY";

  private static final String DIGITS = "23456789";

  /** Every character of a code. */
  public static final String ALL = LETTERS + DIGITS;

  /** How many codes of four characters there are: with at least one letter and one digit. */
  public static final int HOW_MANY_OF_FOUR =
      (int) (Math.pow(23, 4) - Math.pow(15, 4) - Math.pow(8, 4));

  public Code {
    if (!isCode(text)) {
      throw new IllegalArgumentException("not a code");
    }
  }

  /** Draws a code; whether it is free, the caller finds out. */
  public static Code draw(RandomGenerator random, int length) {
    while (true) {
      StringBuilder text = new StringBuilder(length);
      for (int i = 0; i < length; i++) {
        text.append(ALL.charAt(random.nextInt(ALL.length())));
      }
      if (isCode(text.toString())) {
        return new Code(text.toString());
      }
    }
  }

  /** Reads what a person typed: lower case is fine. */
  public static Optional<Code> parse(String typed) {
    String text = typed.strip().toUpperCase(Locale.ROOT);
    return isCode(text) ? Optional.of(new Code(text)) : Optional.empty();
  }

  private static boolean isCode(String text) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += LETTERS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
      digits += DIGITS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    boolean isAsLong = text.length() == 4 || text.length() == 5;
    return isAsLong && letters > 0 && digits > 0 && letters + digits == text.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
