package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neighborline.language.Translation;

/** What a translation file shows of how its language is written: words, phrases and examples. */
final class Lines {
  static final String EXAMPLES = "examples";

  private Lines() {}

  static List<Tokens> of(Translation translation) {
    List<Tokens> lines = new ArrayList<>();
    for (String section : List.of(Dictionary.WORDS, Dictionary.CUES, Dictionary.COMMANDS)) {
      translation
          .lists(section)
          .forEach((key, entries) -> {
            if (!key.startsWith("language.")) {
              entries.forEach(entry -> lines.add(Folding.fold(entry.replace('/', ' '))));
            }
          });
    }
    translation
        .lists(Translation.LANGUAGE)
        .getOrDefault(Dictionary.COMMON, List.of())
        .forEach(entry -> lines.add(Folding.fold(entry)));
    examples(translation).values().forEach(lines::addAll);
    return lines;
  }

  /** The example texts by what they are examples of. */
  static Map<String, List<Tokens>> examples(Translation translation) {
    Map<String, List<Tokens>> examples = new java.util.LinkedHashMap<>();
    translation
        .section(EXAMPLES)
        .forEach((key, entry) -> {
          List<Tokens> lines = new ArrayList<>();
          for (String line : entry.value().split("\\|", -1)) {
            lines.add(Folding.fold(line));
          }
          examples.put(key, lines);
        });
    return examples;
  }
}
