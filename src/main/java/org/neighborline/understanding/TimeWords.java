package org.neighborline.understanding;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The words for times of all languages: which of them stand at a place in a text. Every text passes
 * here, so that the words lie by their first letter and no pattern is needed.
 */
final class TimeWords {
  /**
   * What a word for a time says; its name in small letters is the key in the language files. Where
   * a text names several times, the first of these is meant.
   */
  enum Meaning {
    AM,
    PM,
    MINUTE,
    HOUR,
    DAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    Optional<DayOfWeek> day() {
      return compareTo(MONDAY) < 0 ? Optional.empty() : Optional.of(DayOfWeek.valueOf(name()));
    }
  }

  private final Map<Meaning, List<String>> lists = new EnumMap<>(Meaning.class);
  private final Map<Character, List<Word>> byFirst = new HashMap<>();

  /**
   * @param stem what begins so, however it goes on
   * @param spaced written with spaces around it
   */
  private record Word(String letters, boolean stem, boolean spaced, Meaning meaning) {
    boolean isAt(String text, int at) {
      int end = at + letters.length();
      return text.startsWith(letters, at)
          && (!spaced || at == 0 || !Character.isLetter(text.charAt(at - 1)))
          && (!spaced || stem || end == text.length() || !Character.isLetter(text.charAt(end)));
    }
  }

  /**
   * @param read the words of a meaning as they stand in the files
   * @param folded how texts are written before they are searched
   */
  TimeWords(Function<Meaning, List<String>> read, UnaryOperator<String> folded) {
    for (Meaning meaning : Meaning.values()) {
      lists.put(meaning, read.apply(meaning));
      lists.getOrDefault(meaning, List.of()).forEach(word -> add(folded.apply(word), meaning));
    }
  }

  private void add(String word, Meaning meaning) {
    boolean stem = word.endsWith("*");
    String letters = stem ? word.substring(0, word.length() - 1) : word;
    byFirst
        .computeIfAbsent(letters.charAt(0), _ -> new ArrayList<>())
        .add(new Word(letters, stem, isSpaced(letters), meaning));
  }

  private static boolean isSpaced(String word) {
    Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
    return script != Character.UnicodeScript.HAN && script != Character.UnicodeScript.HANGUL;
  }

  void write(Ink ink) {
    for (Meaning meaning : Meaning.values()) {
      ink.texts(lists.getOrDefault(meaning, List.of()));
    }
  }

  /** What the words that begin at a place mean; mostly nothing. */
  Set<Meaning> at(String text, int at) {
    List<Word> words = at < text.length() ? byFirst.get(text.charAt(at)) : null;
    if (words == null) {
      return Set.of();
    }
    Set<Meaning> meanings = Set.of();
    for (Word word : words) {
      if (word.isAt(text, at)) {
        if (meanings.isEmpty()) {
          meanings = EnumSet.noneOf(Meaning.class);
        }
        meanings.add(word.meaning());
      }
    }
    return meanings;
  }
}
