package org.neighborline.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One language's file as it was read: sections of keys and values, each with its line.
 *
 * @param language whose it is
 * @param file the file's name, for faults
 * @param sections entries by section, then by key, in the file's order
 * @param examples texts as people send them, with what they mean
 */
public record Translation(
    Language language,
    String file,
    Map<String, Map<String, Entry>> sections,
    List<Example> examples) {

  /**
   * A value and where it stands.
   *
   * @param value the text, without the indentation of its continued lines
   * @param line the line of its key, from 1
   */
  public record Entry(String value, int line) {}

  /** The texts in the language's own letters. */
  public static final String TEXTS = "texts";

  /** The texts for residents who write it in Latin letters. */
  public static final String LATIN_TEXTS = "texts latin";

  /** Names of needs and the like that texts are put together from. */
  public static final String TERMS = "terms";

  public static final String LATIN_TERMS = "terms latin";

  /** The ready sentences, by the key of {@link Phrase}. */
  public static final String PHRASES = "phrases";

  public static final String LATIN_PHRASES = "phrases latin";

  /** What other languages are called, by tag. */
  public static final String LANGUAGE_NAMES = "languages";

  public static final String LATIN_LANGUAGE_NAMES = "languages latin";

  /** About the language: {@code name}, {@code key}, {@code fold}, voices. */
  public static final String LANGUAGE = "language";

  /** Texts as people send them, {@code meaning: text} a line. */
  public static final String EXAMPLES = "examples";

  private static final String COMMAS = ",،、，";

  /** The entries of a section; empty when the file has no such section. */
  public Map<String, Entry> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  /** One value of a section. */
  public Optional<String> value(String section, String key) {
    return Optional.ofNullable(section(section).get(key)).map(Entry::value);
  }

  /** The words of a comma-separated value; commas of other scripts count too. */
  public static List<String> words(String value) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || COMMAS.indexOf(value.charAt(i)) >= 0) {
        String word = value.substring(start, i).strip();
        if (!word.isEmpty()) {
          words.add(word);
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** A section's lists of words by key. */
  public Map<String, List<String>> lists(String section) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    section(section).forEach((key, entry) -> lists.put(key, words(entry.value())));
    return lists;
  }

  /** What the language calls itself. */
  public String ownName() {
    return value(LANGUAGE, "name").orElse(language.tag());
  }

  /** Whether accents may be left out in a text where that saves a segment. */
  public boolean mayFold() {
    return value(LANGUAGE, "fold").orElse("no").equals("yes");
  }

  /** Whether the language has a second form in Latin letters. */
  public boolean hasLatinForm() {
    return !section(LATIN_TEXTS).isEmpty();
  }
}
