package org.neighborline.conversation;

import java.util.regex.Pattern;

/** What is never passed on between two people who don't know each other: links, cards, papers. */
final class Unsafe {
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)https?://|\\bwww\\.|\\b[a-z0-9-]+\\.(?:com|net|org|info|ly|me|app|link|click|xyz|gov|us|io|co|ru|top)\\b(?!\\.)");

  private static final Pattern SOCIAL_SECURITY =
      Pattern.compile("(?<![\\d-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\d-])");

  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

  private Unsafe() {}

  static boolean isIn(String words) {
    String typed = Keys.latinDigits(words);
    return LINK.matcher(typed).find()
        || SOCIAL_SECURITY.matcher(typed).find()
        || LONG_NUMBER.matcher(typed).results().anyMatch(r -> isCard(r.group()));
  }

  /** The check digit of cards: other long numbers may be anything. */
  private static boolean isCard(String number) {
    String digits = number.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? digit : digit * 2;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }
}
