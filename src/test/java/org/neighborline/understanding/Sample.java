package org.neighborline.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as a person might send it and how someone who knows the language understands it.
 *
 * @param set the file it stands in
 * @param language a tag, or {@code und}
 */
record Sample(
    String set,
    String text,
    String language,
    Intent intent,
    Set<Need> needs,
    Urgency urgency,
    Emergency emergency) {
  private static final Path FOLDER = Path.of("src/test/resources/understanding");

  /** The samples of one language's file. */
  static List<Sample> of(String tag) {
    List<Sample> samples = new ArrayList<>();
    Path file = FOLDER.resolve(tag + ".tsv");
    if (!Files.exists(file)) {
      return samples;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          samples.add(parse(tag, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples;
  }

  private static Sample parse(String tag, String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 6) {
      throw new AssertionError(tag + ".tsv: six fields, please: " + line);
    }
    Set<Need> needs = new LinkedHashSet<>();
    for (String need : fields[3].split(" ", -1)) {
      if (!need.equals("-")) {
        needs.add(Need.of(need).orElseThrow(() -> new AssertionError(need + " in " + line)));
      }
    }
    return new Sample(
        tag,
        fields[0],
        fields[1],
        Intent.valueOf(upper(fields[2])),
        needs,
        Urgency.valueOf(upper(fields[4])),
        Emergency.valueOf(upper(fields[5])));
  }

  private static String upper(String id) {
    return id.toUpperCase(Locale.ROOT);
  }
}
