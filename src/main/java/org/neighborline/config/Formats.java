package org.neighborline.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.group.Availability;
import org.neighborline.place.Point;

/** The forms in which people write values. */
final class Formats {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");
  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");

  private Formats() {}

  /** {@code 30s}, {@code 10m}, {@code 2h}, {@code 3d}. */
  static Optional<Duration> duration(String text) {
    Matcher m = DURATION.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(m.group(1));
    return Optional.of(
        switch (m.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  /** {@code 09:00}, {@code 9:00}. */
  static Optional<LocalTime> time(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(m.group(1));
    int minute = Integer.parseInt(m.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /** {@code mon}, {@code Monday}. */
  static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(d ->
            text.equalsIgnoreCase(d.name())
                || text.equalsIgnoreCase(d.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
        .findFirst();
  }

  /**
   * {@code 2026-12-31}: back on that day; {@code true}: some day; {@code false}: no pause at all.
   */
  static Optional<LocalDate> pause(String text) {
    Optional<Boolean> flag = flag(text);
    if (flag.isPresent()) {
      return Optional.of(flag.get() ? Availability.SOME_DAY : LocalDate.MIN);
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Optional<ZoneId> zone(String text) {
    try {
      return text.contains("/") || text.equals("UTC")
          ? Optional.of(ZoneId.of(text))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Optional<Integer> whole(String text, int least, int most) {
    if (!text.matches("-?\\d{1,9}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
  }

  static Optional<Double> decimal(String text, double least, double most) {
    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    double number = Double.parseDouble(text);
    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
  }

  static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether it is written as two numbers, right or wrong. */
  static boolean isPair(String text) {
    return POINT.matcher(text).matches();
  }

  /** The two numbers of {@code lat,lon}; empty when they can't be that. */
  static Optional<Point> point(String text) {
    Matcher m = POINT.matcher(text);
    return m.matches()
        ? point(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)))
        : Optional.empty();
  }

  /** The same with the two numbers swapped. */
  static Optional<Point> swapped(String text) {
    Matcher m = POINT.matcher(text);
    return m.matches()
        ? point(Double.parseDouble(m.group(2)), Double.parseDouble(m.group(1)))
        : Optional.empty();
  }

  static Optional<Point> point(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? Optional.of(new Point(lat, lon))
        : Optional.empty();
  }

  /** What is wrong with five digits that are not five digits. */
  static String zipRemedy(String text) {
    if (text.matches("\\d{3,4}")) {
      return "'"
          + text
          + "' lacks its leading zero, which spreadsheets drop; write "
          + "0".repeat(5 - text.length())
          + text
          + " and format the column as text";
    }
    if (text.matches("\\d{5}\\.0+|\\d(\\.\\d+)?[eE]\\+?\\d+")) {
      return "'" + text + "' was made a number by a spreadsheet; format the column as text";
    }
    if (text.matches("\\d{5}-\\d{4}")) {
      return "'" + text + "' has more than the ZIP; write its first five digits";
    }
    return "'" + text + "' is no ZIP; write its five digits in quotes";
  }

  /** The word that was probably meant. */
  static String didYouMean(String text, List<String> words) {
    return words.stream()
        .filter(w -> isNear(text.toLowerCase(Locale.ROOT), w))
        .findFirst()
        .map(w -> "; did you mean '" + w + "'?")
        .orElse("");
  }

  /** Whether one edit, or two in a longer word, lie between them. */
  private static boolean isNear(String a, String b) {
    int allowed = b.length() > 4 ? 2 : 1;
    if (Math.abs(a.length() - b.length()) > allowed) {
      return false;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()] <= allowed;
  }
}
