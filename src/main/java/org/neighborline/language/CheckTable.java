package org.neighborline.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Shows a report to people. */
public final class CheckTable {
  private static final int KEY_WIDTH = 20;
  private static final int CELL_WIDTH = 9;
  private static final int INTENT_WIDTH = 14;

  private CheckTable() {}

  /** Faults first, then a line for each language, then the segments of each text. */
  public static String table(CheckReport report) {
    StringBuilder out = new StringBuilder(8_000);
    report.faults().forEach(fault -> out.append(fault).append('\n'));
    if (!report.isClean()) {
      out.append('\n');
    }
    languages(report, out);
    texts(report, out);
    examples(report, out);
    int count = report.faults().size();
    out.append(count == 0 ? "No faults.\n" : count + (count == 1 ? " fault.\n" : " faults.\n"));
    return out.toString();
  }

  private static void languages(CheckReport report, StringBuilder out) {
    line(
        out,
        String.format(
            Locale.ROOT,
            "%-12s %7s %7s %12s %16s",
            "language",
            "texts",
            "UCS-2",
            "unreviewed",
            "one request"));
    for (CheckReport.Edition edition : report.editions()) {
      long ucs2 = edition.texts().stream().filter(CheckTable::isUcs2).count();
      line(
          out,
          String.format(
              Locale.ROOT,
              "%-12s %7d %7d %12s %9d seg. %6.2f cents",
              tongue(edition),
              edition.written(),
              ucs2,
              edition.unreviewed() == 0
                  ? "none"
                  : edition.unreviewed() + " of " + edition.written(),
              edition.requestSegments(),
              edition.requestCents()));
    }
    line(
        out,
        String.format(
            Locale.ROOT,
            "One request: read-back, sent, dispatch, taken, coming, done, closed; %.2f cents a segment.",
            report.price()));
    out.append('\n');
  }

  private static void texts(CheckReport report, StringBuilder out) {
    if (report.editions().isEmpty()) {
      return;
    }
    out.append("Segments, typical/with the longest names (u: in UCS-2, ! over its budget)\n");
    StringBuilder head = new StringBuilder(pad("text", KEY_WIDTH));
    report.editions().forEach(e -> head.append(pad(" " + tongue(e), CELL_WIDTH)));
    line(out, head.toString());
    for (Text text : Text.values()) {
      if (!text.isSpoken()) {
        row(report, text.key(), out);
      }
    }
    row(report, CheckReport.PHRASE, out);
    out.append('\n');
  }

  private static void row(CheckReport report, String key, StringBuilder out) {
    StringBuilder row = new StringBuilder(pad(key, KEY_WIDTH));
    report.editions().forEach(e -> row.append(pad(" " + cell(e, key), CELL_WIDTH)));
    line(out, row.toString());
  }

  private static void examples(CheckReport report, StringBuilder out) {
    Set<String> intents = new TreeSet<>();
    report.lessons().forEach(lessons -> intents.addAll(lessons.intents().keySet()));
    if (intents.isEmpty()) {
      return;
    }
    out.append("Examples by intent\n");
    StringBuilder head = new StringBuilder(pad("intent", INTENT_WIDTH));
    report.lessons().forEach(lessons -> head.append(pad(" " + lessons.language(), CELL_WIDTH)));
    line(out, head.toString());
    for (String intent : intents) {
      row(report, intent, lessons -> lessons.intents().getOrDefault(intent, 0), out);
    }
    row(report, "all", CheckReport.Lessons::examples, out);
    out.append('\n');
  }

  private static void row(
      CheckReport report,
      String name,
      ToIntFunction<CheckReport.Lessons> count,
      StringBuilder out) {
    StringBuilder row = new StringBuilder(pad(name, INTENT_WIDTH));
    report.lessons().forEach(l -> row.append(pad(" " + count.applyAsInt(l), CELL_WIDTH)));
    line(out, row.toString());
  }

  private static String cell(CheckReport.Edition edition, String key) {
    List<CheckReport.Size> sizes = edition.texts();
    Optional<CheckReport.Size> size = sizes.stream().filter(s -> s.key().equals(key)).findFirst();
    return size.map(s ->
            s.typical()
                + "/"
                + s.worst()
                + (isUcs2(s) ? "u" : "")
                + (s.worst() > s.budget() ? "!" : ""))
        .orElse("-");
  }

  private static boolean isUcs2(CheckReport.Size size) {
    return size.encoding().equals("UCS-2");
  }

  private static String tongue(CheckReport.Edition edition) {
    return edition.language() + (edition.letters() == Letters.LATIN ? "-Latn" : "");
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }

  private static void line(StringBuilder out, String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
