package org.neighborline.understanding;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.language.Translation;

/** Finds the time that someone names, by the words for times of all languages together. */
final class Times {
  private static final String SECTION = "times";
  private static final String AM = "am";
  private static final String PM = "pm";
  private static final int NOON = 12;
  private static final int LONGEST = 80;
  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d:])([01]?\\d|2[0-3])[:h]([0-5]\\d)(?!\\d)");

  /** Never matches: no language has a word for it. */
  private static final Pattern NEVER = Pattern.compile("(?!)");

  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("minute", "hour", "day", AM, PM),
              Arrays.stream(DayOfWeek.values()).map(Times::key))
          .toList();

  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<Pattern, Duration> units = new LinkedHashMap<>();
  private final Map<Pattern, DayOfWeek> days = new LinkedHashMap<>();
  private final Pattern am;
  private final Pattern pm;
  private final Pattern afterClock;

  // The letters that words for times begin with, up to the first mark or space: most texts hold
  // none
  // of these, and need no pattern.
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final List<String> unspaced = new ArrayList<>();

  Times(List<Translation> translations) {
    this(key -> words(translations, key));
  }

  Times(Blot blot) {
    this(_ -> blot.texts());
  }

  private Times(Function<String, List<String>> read) {
    KEYS.forEach(key -> lists.put(key, read.apply(key)));
    lists.values().forEach(words -> words.forEach(word -> learn(folded(word))));
    units.put(counted(words("minute")), Duration.ofMinutes(1));
    units.put(counted(words("hour")), Duration.ofHours(1));
    units.put(counted(words("day")), Duration.ofDays(1));
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(alone(words(key(day))), day);
    }
    am = counted(words(AM));
    pm = counted(words(PM));
    afterClock = words(PM).isEmpty() ? NEVER : Pattern.compile("^\\s*" + either(words(PM)));
  }

  void write(Ink ink) {
    KEYS.forEach(key -> ink.texts(words(key)));
  }

  private List<String> words(String key) {
    return lists.getOrDefault(key, List.of());
  }

  private static String key(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /** The time in a text, if it names one. */
  Optional<When> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty(); // a story, in which times are of other things
    }
    String words = folded(text);
    if (!hasClock(words) && !hasWord(words)) {
      return Optional.empty();
    }
    boolean counts = words.chars().anyMatch(c -> c >= '0' && c <= '9');
    Optional<When> byNumber = counts ? clock(words).or(() -> after(words)) : Optional.<When>empty();
    return byNumber.or(() -> day(words));
  }

  private void learn(String word) {
    int end = lettersEnd(word, 0);
    boolean whole = end == word.length();
    boolean stem = end == word.length() - 1 && word.endsWith("*");
    if (!isSpaced(word)) {
      unspaced.add(stem ? word.substring(0, end) : word);
    } else {
      (stem ? stems : beginnings).add(whole ? word : word.substring(0, end));
    }
  }

  private boolean hasWord(String words) {
    boolean dense = false;
    for (int at = 0; at < words.length(); at++) {
      int end = lettersEnd(words, at);
      if (end > at) {
        dense |= !isSpaced(words.substring(at, at + 1));
        for (int to = at + 1; to <= end; to++) {
          if (stems.contains(words.substring(at, to))) {
            return true;
          }
        }
        if (beginnings.contains(words.substring(at, end))) {
          return true;
        }
        at = end;
      }
    }
    return dense && unspaced.stream().anyMatch(words::contains);
  }

  private static boolean hasClock(String words) {
    for (int at = 1; at < words.length() - 1; at++) {
      boolean between = words.charAt(at) == ':' || words.charAt(at) == 'h';
      if (between
          && Character.isDigit(words.charAt(at - 1))
          && Character.isDigit(words.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private Optional<When> clock(String words) {
    Matcher clock = CLOCK.matcher(words);
    if (clock.find()) {
      int hour = Integer.parseInt(clock.group(1));
      boolean late = hour < NOON && afterClock.matcher(words.substring(clock.end())).find();
      return Optional.of(
          new When.At(LocalTime.of(late ? hour + NOON : hour, Integer.parseInt(clock.group(2)))));
    }
    return hour(am, words, 0).or(() -> hour(pm, words, NOON));
  }

  private static Optional<When> hour(Pattern half, String words, int add) {
    Matcher hour = half.matcher(words);
    return hour.find() && Integer.parseInt(hour.group(1)) <= NOON
        ? Optional.of(new When.At(LocalTime.of(Integer.parseInt(hour.group(1)) % NOON + add, 0)))
        : Optional.empty();
  }

  private Optional<When> after(String words) {
    return units.entrySet().stream()
        .flatMap(unit -> {
          Matcher counted = unit.getKey().matcher(words);
          return counted.find()
              ? Optional.<When>of(
                  new When.After(unit.getValue().multipliedBy(Integer.parseInt(counted.group(1)))))
                  .stream()
              : Optional.<When>empty().stream();
        })
        .findFirst();
  }

  private Optional<When> day(String words) {
    return days.entrySet().stream()
        .filter(day -> day.getKey().matcher(words).find())
        .<When>map(day -> new When.On(day.getValue()))
        .findFirst();
  }

  private static List<String> words(List<Translation> translations, String key) {
    List<String> words = new ArrayList<>();
    for (Translation translation : translations) {
      words.addAll(translation.lists(SECTION).getOrDefault(key, List.of()));
    }
    return words;
  }

  /** A number and a word; the "7M" within the code K7M2 is none. */
  private static Pattern counted(List<String> words) {
    return words.isEmpty()
        ? NEVER
        : Pattern.compile("(?<![\\da-z])(\\d{1,3})\\s*" + either(words));
  }

  private static Pattern alone(List<String> words) {
    return words.isEmpty() ? NEVER : Pattern.compile(either(words));
  }

  /**
   * Whole words, and beginnings where a star stands; scripts without spaces have no whole words.
   */
  private static String either(List<String> words) {
    return words.stream()
        .map(Times::folded)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(word -> {
          boolean stem = word.endsWith("*");
          String letters = Pattern.quote(stem ? word.substring(0, word.length() - 1) : word);
          boolean ends = !stem && isSpaced(word);
          return (isSpaced(word) ? "(?<!\\p{L})" : "") + letters + (ends ? "(?![\\p{L}\\d])" : "");
        })
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static boolean isSpaced(String word) {
    Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
    return script != Character.UnicodeScript.HAN && script != Character.UnicodeScript.HANGUL;
  }

  /** Small letters without marks, digits as in Latin. */
  private static String folded(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
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
}
