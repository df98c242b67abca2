package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.List;
import org.neighborline.language.Translation;

/** What a translation file shows of how its language is written: words, phrases and examples. */
final class Lines {
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
    translation.examples().forEach(example -> lines.add(Folding.fold(example.text())));
    return lines;
  }
}
