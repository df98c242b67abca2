package org.neighborline.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.language.Language;

/**
 * The texts that people sent to Haiti's 4636 line in 2010, with needs marked by a crowd: real
 * texts, used to measure (Robert Munro, Disaster Response Messages, CC BY 4.0).
 */
final class Haiti {
  static final Path FILE = Path.of("src/test/resources/understanding/haiti_messages_2010.csv");

  private static final Pattern ROW =
      Pattern.compile("\\d+,(?:\"((?:[^\"]|\"\")*)\"|([^,]*)),([01]),(.*)");

  private final Map<Need, int[]> counts = new EnumMap<>(Need.class);
  private final List<String> misses = new ArrayList<>();
  int texts;
  int creole;

  static Haiti run(Reader reader) {
    Haiti haiti = new Haiti();
    Language creole = new Language("ht");
    try {
      for (String line : Files.readAllLines(FILE)) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          String text = row.group(1) == null ? row.group(2) : row.group(1);
          Reading reading = reader.read(text.replace("\"\"", "\""));
          haiti.creole += reading.language().filter(creole::equals).isPresent() ? 1 : 0;
          haiti.add(text, List.of(row.group(4).split(" ", -1)), reading);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return haiti;
  }

  private void add(String text, List<String> marked, Reading reading) {
    texts++;
    for (Need need : Need.values()) {
      int[] count = counts.computeIfAbsent(need, _ -> new int[3]);
      boolean should = marked.contains(need.id());
      boolean does = reading.needs().contains(need);
      if (should && does) {
        count[0]++;
      } else if (does) {
        count[1]++;
        misses.add("not " + need.id() + ": " + text + " " + reading.because());
      } else if (should) {
        count[2]++;
        misses.add(need.id() + ": " + text + " " + reading.because());
      }
    }
  }

  double f1(Need need) {
    int[] c = counts.getOrDefault(need, new int[3]);
    return c[0] == 0 ? 0 : 2.0 * c[0] / (2 * c[0] + c[1] + c[2]);
  }

  String report() {
    StringBuilder report = new StringBuilder("Haiti 2010: ");
    report.append(texts).append(" texts, ").append(creole).append(" read as Creole\n");
    counts.forEach((need, c) ->
        report.append(
            String.format(
                Locale.ROOT,
                "%-13s F1 %.2f  precision %.2f  recall %.2f  marked %d%n",
                need.id(),
                f1(need),
                c[0] / Math.max(1.0, c[0] + c[1]),
                c[0] / Math.max(1.0, c[0] + c[2]),
                c[0] + c[2])));
    return report.toString();
  }

  public static void main(String[] only) {
    Haiti haiti = run(Translations.taught());
    for (String need : only) {
      haiti.misses.stream()
          .filter(miss -> miss.startsWith(need + ":") || miss.startsWith("not " + need + ":"))
          .forEach(System.out::println);
    }
    System.out.println(haiti.report());
  }
}
