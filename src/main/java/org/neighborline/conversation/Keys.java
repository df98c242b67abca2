package org.neighborline.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's answer by key: "1", "A1", "a 1", "1 in 2 hours".
 *
 * @param letter which of several open questions; empty for a bare digit
 * @param digit the key
 * @param words what came after it, kept whole
 */
record Keys(Optional<Character> letter, int digit, String words) {
  private static final Pattern LETTER_FIRST =
      Pattern.compile(
          "^([A-HJ-Na-hj-n])[\\s.:,-]*([0-9])(?![0-9A-Za-z])[\\s.:,-]*(.*)$", Pattern.DOTALL);
  private static final Pattern DIGIT_FIRST =
      Pattern.compile(
          "^([0-9]{1,2})(?![0-9])\\s*([A-HJ-Na-hj-n])?(?![\\p{L}\\p{N}])[\\s.:,-]*(.*)$",
          Pattern.DOTALL);

  /** Longer words are a sentence that happens to start with a digit ("4 people need food"). */
  private static final int MOST_WORDS = 60;

  /** Reads an answer by key; empty when the text is none. */
  static Optional<Keys> read(String text) {
    String typed = latinDigits(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    // Most texts begin with a word; patterns look at those that do not.
    if (typed.isEmpty() || (Character.isLetter(typed.charAt(0)) && goesOn(typed))) {
      return Optional.empty();
    }
    Matcher letterFirst = LETTER_FIRST.matcher(typed);
    if (letterFirst.matches()) {
      return Optional.of(
          new Keys(
              Optional.of(upper(letterFirst.group(1))),
              Integer.parseInt(letterFirst.group(2)),
              letterFirst.group(3).strip()));
    }
    Matcher digitFirst = DIGIT_FIRST.matcher(typed);
    if (digitFirst.matches() && digitFirst.group(3).length() <= MOST_WORDS) {
      Optional<Character> letter = Optional.ofNullable(digitFirst.group(2)).map(Keys::upper);
      return Optional.of(
          new Keys(letter, Integer.parseInt(digitFirst.group(1)), digitFirst.group(3).strip()));
    }
    return Optional.empty();
  }

  /** Whether there is nothing but the digit. */
  boolean isBare() {
    return letter.isEmpty() && words.isEmpty();
  }

  private static boolean goesOn(String word) {
    return word.length() == 1 || Character.isLetter(word.charAt(1));
  }

  /** Digits of every script count: ١ is 1. */
  private static String latinDigits(String text) {
    StringBuilder latin = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      latin.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c);
    }
    return latin.toString();
  }

  private static char upper(String letter) {
    return letter.toUpperCase(Locale.ROOT).charAt(0);
  }
}
