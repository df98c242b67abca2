package org.neighborline.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One tongue's texts by key, each compiled when it is first asked for. */
final class Patterns {
  private final Map<String, String> texts;
  private final Locale locale;
  private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

  Patterns(Map<String, String> texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  Optional<Pattern> get(String key) {
    Pattern ready = compiled.get(key);
    if (ready != null) {
      return Optional.of(ready);
    }
    return Optional.ofNullable(texts.get(key))
        .map(text -> compiled.computeIfAbsent(key, _ -> Pattern.compile(text, locale)));
  }

  /**
   * Compiles them all.
   *
   * @throws IllegalArgumentException when one is no pattern
   */
  void compileAll() {
    texts.keySet().forEach(this::get);
  }
}
