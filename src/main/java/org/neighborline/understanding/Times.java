package org.neighborline.understanding;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neighborline.language.Translation;

/** Finds the time that someone names, by the words for times of all languages together. */
final class Times {
  private static final String SECTION = "times";
  private static final int NOON = 12;
  private static final int HOURS = 24;
  private static final int SIXTY = 60;
  private static final int LONGEST = 80;
  private static final int LONGEST_NUMBER = 3;

  private final TimeWords words;

  Times(List<Translation> translations) {
    this(meaning -> words(translations, meaning));
  }

  Times(Blot blot) {
    this(_ -> blot.texts());
  }

  private Times(Function<TimeWords.Meaning, List<String>> read) {
    words = new TimeWords(read, Times::folded);
  }

  void write(Ink ink) {
    words.write(ink);
  }

  private static List<String> words(List<Translation> translations, TimeWords.Meaning meaning) {
    String key = meaning.name().toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (Translation translation : translations) {
      words.addAll(translation.lists(SECTION).getOrDefault(key, List.of()));
    }
    return words;
  }

  /** The time in a text, if it names one. */
  Optional<When> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty(); // a story, in which times are of other things
    }
    return new Search(folded(text)).run();
  }

  /** One look through a text: of each kind of time, the first that is named. */
  private final class Search {
    private final String text;
    private final Map<TimeWords.Meaning, When> first = new EnumMap<>(TimeWords.Meaning.class);
    private Optional<When> clock = Optional.empty();

    Search(String text) {
      this.text = text;
    }

    /** A time of the day before a span, a span before a day of the week. */
    Optional<When> run() {
      for (int at = 0; at < text.length(); at++) {
        if (isDigit(at)) {
          at = number(at) - 1;
        } else {
          for (TimeWords.Meaning meaning : words.at(text, at)) {
            meaning.day().ifPresent(day -> first.putIfAbsent(meaning, new When.On(day)));
          }
        }
      }
      return clock.or(() -> first.values().stream().findFirst());
    }

    /** Reads a number with what stands behind it, and returns its end. */
    private int number(int from) {
      int end = from;
      while (end < text.length() && isDigit(end)) {
        end++;
      }
      if (end - from <= LONGEST_NUMBER) {
        int number = Integer.parseInt(text.substring(from, end));
        if (clock.isEmpty() && (from == 0 || text.charAt(from - 1) != ':')) {
          clock = clock(number, from, end);
        }
        for (TimeWords.Meaning meaning : words.at(text, afterSpaces(end))) {
          counted(meaning, number);
        }
      }
      return end;
    }

    private void counted(TimeWords.Meaning meaning, int number) {
      switch (meaning) {
        case AM, PM -> {
          if (number <= NOON) {
            int half = meaning == TimeWords.Meaning.PM ? NOON : 0;
            first.putIfAbsent(meaning, new When.At(LocalTime.of(number % NOON + half, 0)));
          }
        }
        case MINUTE -> first.putIfAbsent(meaning, new When.After(Duration.ofMinutes(number)));
        case HOUR -> first.putIfAbsent(meaning, new When.After(Duration.ofHours(number)));
        case DAY -> first.putIfAbsent(meaning, new When.After(Duration.ofDays(number)));
        case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY -> {}
      }
    }

    /** "17:30", "5h15", "5:30 pm". */
    private Optional<When> clock(int hour, int from, int end) {
      int minutesEnd = end + 3;
      boolean isClock =
          end - from < LONGEST_NUMBER
              && hour < HOURS
              && minutesEnd <= text.length()
              && (text.charAt(end) == ':' || text.charAt(end) == 'h')
              && isDigit(end + 1)
              && isDigit(end + 2)
              && (minutesEnd == text.length() || !isDigit(minutesEnd));
      int minute = isClock ? Integer.parseInt(text.substring(end + 1, minutesEnd)) : SIXTY;
      if (minute >= SIXTY) {
        return Optional.empty();
      }
      boolean late =
          hour < NOON && words.at(text, afterSpaces(minutesEnd)).contains(TimeWords.Meaning.PM);
      return Optional.of(new When.At(LocalTime.of(late ? hour + NOON : hour, minute)));
    }

    private int afterSpaces(int from) {
      int at = from;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private boolean isDigit(int at) {
      return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
  }

  /** Small letters without marks, digits as in Latin. */
  private static String folded(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[\\u0300-\\u036f]+", "")
            .toLowerCase(Locale.ROOT);
    StringBuilder latin = new StringBuilder(plain.length());
    Normalizer.normalize(plain, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            c -> latin.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return latin.toString();
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 127) {
        return false;
      }
    }
    return true;
  }
}
