package org.neighborline.language;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the keys of a translation's sections with those there must be. */
record CheckKeys(Translation translation, CheckScope scope, CheckNotes notes) {
  static final String TAIL = ".tail";
  static final String REVIEWED = "reviewed";

  /** Marks the review of a text's Latin form: {@code sent.latin = Ana 2026-11-24}. */
  static final String LATIN = ".latin";

  /** Marks the review of a phrase: {@code phrase.floor = Ana 2026-11-24}. */
  static final String OF_PHRASE = "phrase.";

  /** In {@code [language]}: whether there is a second form in Latin letters. */
  private static final String LATIN_FORM = "latin";

  private static final Map<String, Text> TEXTS =
      Arrays.stream(Text.values()).collect(Collectors.toMap(Text::key, t -> t));

  private static final Set<String> PHRASES =
      Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet());

  void look(List<Language> languages) {
    Set<String> all =
        Arrays.stream(Text.values())
            .map(Text::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    complete(Translation.TEXTS, all, CheckKeys::isText);
    complete(Translation.PHRASES, PHRASES, PHRASES::contains);
    complete(Translation.TERMS, scope.terms(), scope.terms()::contains);
    Set<String> tags =
        languages.stream().map(Language::tag).collect(Collectors.toCollection(LinkedHashSet::new));
    complete(Translation.LANGUAGE_NAMES, tags, _ -> true);
    about();
    if (hasLatinForm()) {
      complete(Translation.LATIN_TEXTS, Check.residentKeys(), CheckKeys::isText);
      complete(Translation.LATIN_PHRASES, PHRASES, PHRASES::contains);
      complete(Translation.LATIN_TERMS, scope.terms(), scope.terms()::contains);
    }
    gapsOfTerms(Translation.TERMS);
    gapsOfTerms(Translation.LATIN_TERMS);
    reviews();
  }

  private static boolean isText(String key) {
    Text text = TEXTS.get(withoutTail(key));
    return text != null && (!key.endsWith(TAIL) || !text.isSpoken());
  }

  static String withoutTail(String key) {
    return key.endsWith(TAIL) ? key.substring(0, key.length() - TAIL.length()) : key;
  }

  private boolean hasLatinForm() {
    return translation.hasLatinForm()
        || !translation.section(Translation.LATIN_TERMS).isEmpty()
        || translation.value(Translation.LANGUAGE, LATIN_FORM).orElse("no").equals("yes");
  }

  private void complete(String section, Set<String> needed, Predicate<String> isKnown) {
    Map<String, Translation.Entry> entries = translation.section(section);
    Set<String> missing = new TreeSet<>(needed);
    entries.forEach((key, entry) -> {
      missing.remove(key);
      if (!isKnown.test(key)) {
        notes.add(
            entry.line(),
            "there is no '" + key + "' in [" + section + "]; correct the key or remove the line");
      } else if (entry.value().isEmpty()) {
        notes.add(entry.line(), "'" + key + "' says nothing; write it, or remove the line");
      }
    });
    if (!missing.isEmpty()) {
      notes.add(
          0,
          "["
              + section
              + "] lacks "
              + String.join(", ", missing)
              + "; copy the lines from en.txt and translate them");
    }
  }

  private void about() {
    Map<String, Translation.Entry> about = translation.section(Translation.LANGUAGE);
    if (!about.containsKey("name")) {
      notes.add(0, "[language] lacks name, what the language calls itself; add 'name = …'");
    }
    for (String key : List.of("fold", LATIN_FORM)) {
      Translation.Entry entry = about.get(key);
      if (entry != null && !entry.value().equals("yes") && !entry.value().equals("no")) {
        notes.add(entry.line(), "'" + key + "' must be yes or no");
      }
    }
  }

  /** A term that wraps another has its own two gaps. */
  private void gapsOfTerms(String section) {
    Translation.Entry entry = translation.section(section).get("for.people");
    if (entry != null
        && !(entry.value().contains("{what}") && entry.value().contains("{people}"))) {
      notes.add(entry.line(), "'for.people' must have {what} and {people}");
    }
  }

  private void reviews() {
    translation
        .section(REVIEWED)
        .forEach((key, entry) -> {
          boolean latin = key.endsWith(LATIN);
          String text = latin ? key.substring(0, key.length() - LATIN.length()) : key;
          if (!isThere(text, latin)) {
            notes.add(entry.line(), "there is no text '" + key + "' to review; correct the key");
          } else if (!entry.value().matches(".*\\S\\s+\\d{4}-\\d{2}-\\d{2}")) {
            notes.add(
                entry.line(), "a review says who and when; write '" + key + " = Ana 2026-11-24'");
          }
        });
  }

  private boolean isThere(String reviewed, boolean latin) {
    return reviewed.startsWith(OF_PHRASE)
        ? translation
            .section(latin ? Translation.LATIN_PHRASES : Translation.PHRASES)
            .containsKey(reviewed.substring(OF_PHRASE.length()))
        : translation
            .section(latin ? Translation.LATIN_TEXTS : Translation.TEXTS)
            .containsKey(reviewed);
  }
}
