package org.neighborline.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neighborline.language.Translation;

/** What the translations tell about finding places: names in their scripts, and other words. */
public final class PlaceWords {
  private static final int MIN_LETTERS = 3; // of a word that is worth knowing
  private static final String APOSTROPHES = "'’״׳";
  private static final Set<Integer> MARKS =
      Set.of(
          (int) Character.NON_SPACING_MARK,
          (int) Character.COMBINING_SPACING_MARK,
          (int) Character.ENCLOSING_MARK);
  private static final List<String> OTHER_WORDS = List.of("words", "cues");

  private PlaceWords() {}

  /** Names of places as each language writes them, with the English name that each stands for. */
  public static Map<String, String> names(List<Translation> translations) {
    Map<String, String> names = new HashMap<>();
    for (Translation translation : translations) {
      translation
          .section("places")
          .forEach((english, entry) ->
              Translation.words(entry.value()).forEach(name -> names.putIfAbsent(name, english)));
    }
    return names;
  }

  /** Single words that tell of needs and the like, which are no misspelled names of places. */
  public static Set<String> everyday(List<Translation> translations) {
    Set<String> words = new HashSet<>();
    for (Translation translation : translations) {
      for (String section : OTHER_WORDS) {
        for (List<String> phrases : translation.lists(section).values()) {
          for (String phrase : phrases) {
            addWords(phrase, words);
          }
        }
      }
    }
    return words;
  }

  private static void addWords(String phrase, Set<String> words) {
    int start = 0;
    for (int i = 0; i <= phrase.length(); i++) {
      if (i == phrase.length() || !isInWord(phrase.charAt(i))) {
        if (i - start >= MIN_LETTERS) {
          words.add(phrase.substring(start, i));
        }
        start = i + 1;
      }
    }
  }

  private static boolean isInWord(char c) {
    return Character.isLetter(c)
        || MARKS.contains(Character.getType(c))
        || APOSTROPHES.indexOf(c) >= 0;
  }
}
