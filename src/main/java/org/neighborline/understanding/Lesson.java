package org.neighborline.understanding;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Example;

/**
 * An example text and what it means, as the model is taught it.
 *
 * @param language whose example it is
 * @param emergencies none, one, or two where danger and violence come together
 */
record Lesson(
    String language,
    String text,
    Intent intent,
    Set<Need> needs,
    Set<Emergency> emergencies,
    boolean urgent) {

  /** What a translator's example says, or what is wrong with it. */
  sealed interface Result {
    record Learned(Lesson lesson) implements Result {}

    record Wrong(String problem) implements Result {}
  }

  static Result of(String language, Example example) {
    if (example.text().isEmpty()) {
      return new Result.Wrong("the example has no text after the colon");
    }
    String[] words = example.meaning().split(" +", -1);
    Optional<Intent> intent = Intent.of(words[0]);
    if (intent.isEmpty()) {
      return new Result.Wrong(
          "'" + words[0] + "' is no intent; an example begins with one, like 'request'");
    }
    Set<Need> needs = EnumSet.noneOf(Need.class);
    Set<Emergency> emergencies = EnumSet.noneOf(Emergency.class);
    boolean urgent = false;
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      Optional<Need> need = Need.of(word);
      if (need.isPresent()) {
        needs.add(need.get());
      } else if (word.equals("urgent")) {
        urgent = true;
      } else {
        Optional<Emergency> emergency = emergency(word);
        if (emergency.isEmpty()) {
          return new Result.Wrong("'" + word + "' is no need and no flag; see README.md");
        }
        emergencies.add(emergency.get());
      }
    }
    return new Result.Learned(
        new Lesson(language, example.text(), intent.get(), needs, emergencies, urgent));
  }

  private static Optional<Emergency> emergency(String word) {
    for (Emergency emergency : Emergency.values()) {
      if (emergency != Emergency.NONE && emergency.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(emergency);
      }
    }
    return Optional.empty();
  }
}
