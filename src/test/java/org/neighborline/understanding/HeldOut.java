package org.neighborline.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neighborline.language.Example;
import org.neighborline.language.Language;

/** Texts that no word list and no model ever saw, and how many of them a reader understands. */
final class HeldOut {
  private static final Path FOLDER = Path.of("src/test/resources/understanding");
  private static final Set<Intent> NEEDFUL =
      Set.of(Intent.REQUEST, Intent.OFFER, Intent.INFORMATION);

  private final Map<String, Count> byLanguage = new TreeMap<>();
  private final Map<Emergency, int[]> byKind = new EnumMap<>(Emergency.class);
  final Count all = new Count();
  final List<String> misses = new ArrayList<>();

  /** How many of how many. */
  static final class Count {
    int texts;
    int language;
    int intent;
    int needful;
    int needs;
    int alarms;
    int found;
    int calm;
    int falseAlarms;

    private void add(Lesson lesson, Reading reading) {
      boolean alarm = !lesson.emergencies().isEmpty();
      boolean heard = reading.emergency() != Emergency.NONE;
      texts++;
      language +=
          reading.language().filter(new Language(lesson.language())::equals).isPresent() ? 1 : 0;
      intent += reading.intent() == lesson.intent() ? 1 : 0;
      if (!alarm && NEEDFUL.contains(lesson.intent())) {
        needful++;
        needs += reading.needs().equals(lesson.needs()) ? 1 : 0;
      }
      alarms += alarm ? 1 : 0;
      found += alarm && heard ? 1 : 0;
      calm += alarm ? 0 : 1;
      falseAlarms += !alarm && heard ? 1 : 0;
    }

    double percent(int of, int many) {
      return many == 0 ? 100 : 100.0 * of / many;
    }

    private String row(String name) {
      return "%-8s %5d  %5.1f %%   %5.1f %%   %5.1f %%   %4d of %4d   %3d of %d"
          .formatted(
              name,
              texts,
              percent(language, texts),
              percent(intent, texts),
              percent(needs, needful),
              found,
              alarms,
              falseAlarms,
              calm);
    }
  }

  static HeldOut run(Reader reader) {
    return run(reader, lessons());
  }

  static HeldOut run(Reader reader, List<Lesson> lessons) {
    HeldOut heldOut = new HeldOut();
    for (Lesson lesson : lessons) {
      heldOut.add(lesson, reader.read(lesson.text()));
    }
    return heldOut;
  }

  private void add(Lesson lesson, Reading reading) {
    byLanguage.computeIfAbsent(lesson.language(), _ -> new Count()).add(lesson, reading);
    all.add(lesson, reading);
    for (Emergency kind : lesson.emergencies()) {
      int[] count = byKind.computeIfAbsent(kind, _ -> new int[2]);
      count[0]++;
      count[1] += reading.emergency() == kind ? 1 : 0;
    }
  }

  static List<Lesson> lessons() {
    return lessons("held-out");
  }

  /** The texts of every file in a folder: a language each. */
  static List<Lesson> lessons(String folder) {
    List<Lesson> lessons = new ArrayList<>();
    try (var files = Files.list(FOLDER.resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String tag = file.getFileName().toString().replace(".txt", "");
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            lessons.add(lesson(tag, line));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lessons;
  }

  private static Lesson lesson(String tag, String line) {
    int colon = line.indexOf(':');
    Example example =
        new Example(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), 0);
    return switch (Lesson.of(tag, example)) {
      case Lesson.Result.Learned(Lesson lesson) -> lesson;
      case Lesson.Result.Wrong(String problem) -> throw new AssertionError(tag + ": " + problem);
    };
  }

  String report(String title) {
    StringBuilder report = new StringBuilder(title).append('\n');
    report.append("set      texts  language  intent    needs     emergencies   false alarms\n");
    byLanguage.forEach((tag, count) -> report.append(count.row(tag)).append('\n'));
    report.append(all.row("all")).append('\n');
    byKind.forEach((kind, count) ->
        report.append("%s: %d of %d as such%n".formatted(kind, count[1], count[0])));
    return report.toString();
  }
}
