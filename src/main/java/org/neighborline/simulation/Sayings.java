package org.neighborline.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.understanding.Command;

/** What people write, in their languages: needs and small talk, and the words of ours. */
final class Sayings {
  static final List<String> NEEDS =
      List.of("groceries", "groceries", "medicine", "money", "housing", "support");

  private static final String FILE = "/simulation/sayings.tsv";

  private final Map<String, List<String>> said = new HashMap<>();

  Sayings(List<Translation> translations) {
    try (InputStream file = Objects.requireNonNull(Sayings.class.getResourceAsStream(FILE))) {
      new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(fields -> add(fields[0], fields[1], List.of(fields[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Translation translation : translations) {
      translation
          .lists("commands")
          .forEach((command, words) -> add(translation.language().tag(), "!" + command, words));
    }
  }

  private void add(String language, String what, List<String> words) {
    said.computeIfAbsent(language + " " + what, _ -> new ArrayList<>()).addAll(words);
  }

  /** Something that is said in a language; groceries where it has no words for this need. */
  String say(Language language, String what, RandomGenerator random) {
    List<String> some = said.getOrDefault(language.tag() + " " + what, List.of());
    return some.isEmpty()
        ? say(language, "groceries", random)
        : some.get(random.nextInt(some.size()));
  }

  /** A word of ours, as people of this language write it. */
  String word(Language language, Command command, RandomGenerator random) {
    return say(language, "!" + command.id(), random);
  }
}
