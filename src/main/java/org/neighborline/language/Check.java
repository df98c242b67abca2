package org.neighborline.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what is wrong in translations before a person gets it, and counts what they cost. Pure: the
 * files were read by others.
 */
public final class Check {
  private Check() {}

  /** Looks through all translations together. */
  public static CheckReport of(List<Translation> translations, CheckScope scope) {
    List<Fault> faults = new ArrayList<>();
    List<Language> languages = translations.stream().map(Translation::language).toList();
    List<Translation> speakable = new ArrayList<>();
    for (Translation translation : translations) {
      CheckNotes notes = new CheckNotes(translation.file(), faults);
      new CheckKeys(translation, scope, notes).look(languages);
      new CheckWords(translation, notes).look();
      faults.addAll(scope.words().apply(translation));
      if (new CheckPatterns(translation, notes).look()) {
        speakable.add(translation);
      }
    }
    List<CheckReport.Edition> editions =
        speakable.isEmpty() ? List.of() : new CheckSegments(speakable, scope, faults).look();
    faults.sort(Comparator.comparing(Fault::file).thenComparingInt(Fault::line));
    return new CheckReport(
        List.copyOf(new LinkedHashSet<>(faults)), editions, lessons(translations), scope.price());
  }

  private static List<CheckReport.Lessons> lessons(List<Translation> translations) {
    List<CheckReport.Lessons> lessons = new ArrayList<>();
    for (Translation translation : translations) {
      Map<String, Integer> intents = new TreeMap<>();
      for (Example example : translation.examples()) {
        intents.merge(example.meaning().split(" ", 2)[0], 1, Integer::sum);
      }
      lessons.add(
          new CheckReport.Lessons(
              translation.language().tag(), translation.examples().size(), intents));
    }
    return lessons;
  }

  /** The keys of texts that residents get; those have a Latin form where the language has one. */
  static Set<String> residentKeys() {
    Set<String> keys = new HashSet<>();
    for (Text text : Text.values()) {
      if (text.compareTo(Text.DISPATCH) < 0) {
        keys.add(text.key());
      }
    }
    return keys;
  }
}
