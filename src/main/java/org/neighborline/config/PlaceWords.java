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
          phrases.forEach(phrase -> addWords(phrase, words));
        }
      }
    }
    return words;
  }

  /** The letters between all other signs; written out, since patterns took a tenth of a second. */
  private static void addWords(String phrase, Set<String> words) {
    int from = 0;
    for (int at = 0; at <= phrase.length(); at++) {
      if (at == phrase.length() || !isOfWord(phrase.charAt(at))) {
        if (at - from >= MIN_LETTERS) {
          words.add(phrase.substring(from, at));
        }
        from = at + 1;
      }
    }
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c)
        || APOSTROPHES.indexOf(c) >= 0
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || Character.getType(c) == Character.ENCLOSING_MARK;
  }
}
