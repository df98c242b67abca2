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
 * @param needs must be heard
 * @param either one of these must ("{@code transport/money}")
 * @param allowed may be heard besides ("{@code health?}")
 */
record Sample(
    String set,
    String text,
    String language,
    Intent intent,
    Set<Need> needs,
    Set<Need> either,
    Set<Need> allowed,
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
    Set<Need> either = new LinkedHashSet<>();
    Set<Need> allowed = new LinkedHashSet<>();
    for (String need : fields[3].split(" ", -1)) {
      if (need.endsWith("?")) {
        allowed.add(need(need.substring(0, need.length() - 1)));
      } else if (need.contains("/")) {
        for (String one : need.split("/", -1)) {
          either.add(need(one));
        }
      } else if (!need.equals("-")) {
        needs.add(need(need));
      }
    }
    return new Sample(
        tag,
        fields[0],
        fields[1],
        Intent.valueOf(upper(fields[2])),
        needs,
        either,
        allowed,
        Urgency.valueOf(upper(fields[4])),
        Emergency.valueOf(upper(fields[5])));
  }

  private static Need need(String id) {
    return Need.of(id).orElseThrow(() -> new AssertionError("no such need: " + id));
  }

  /** Whether these needs are what a person would hear. */
  boolean isRight(Set<Need> heard) {
    boolean all = heard.containsAll(needs) && (either.isEmpty() || hearsOne(heard));
    return all
        && heard.stream()
            .allMatch(n -> needs.contains(n) || either.contains(n) || allowed.contains(n));
  }

  /** Whether what matters most is heard, if something else is too. */
  boolean hearsMain(Set<Need> heard) {
    if (needs.isEmpty() && either.isEmpty()) {
      return heard.isEmpty();
    }
    return either.isEmpty() ? heard.contains(needs.iterator().next()) : hearsOne(heard);
  }

  private boolean hearsOne(Set<Need> heard) {
    return either.stream().anyMatch(heard::contains);
  }

  private static String upper(String id) {
    return id.toUpperCase(Locale.ROOT);
  }
}
