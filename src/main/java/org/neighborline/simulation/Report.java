package org.neighborline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neighborline.simulation.Figures.Fortune;
import org.neighborline.simulation.Figures.Group;

/** Says in lines what runs came to: figures, promises, how requests fared, and what broke. */
public final class Report {
  private static final int MOST_VIOLATIONS = 5;

  private Report() {}

  /** Everything there is to say of runs. */
  public static List<String> of(Figures figures) {
    List<String> lines = new ArrayList<>();
    double seconds = figures.took().toMillis() / 1000.0;
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d runs: %,d requests, %,d texts in, %,d texts out, %,d crashes; %.0f s, %.1f requests a second",
            figures.runs(),
            figures.all().requests(),
            figures.received(),
            figures.sent(),
            figures.crashes(),
            seconds,
            figures.all().requests() / Math.max(seconds, 0.001)));
    lines.add("");
    for (Invariant invariant : Invariant.values()) {
      int broken = figures.broken(invariant);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-6s %,12d looks  %s%s",
              broken == 0 ? "holds" : "BROKEN",
              figures.looked(invariant),
              invariant.sentence(),
              broken == 0 ? "" : String.format(Locale.ROOT, " (%,d times)", broken)));
    }
    lines.add("");
    table(lines, "borough", figures.byBorough(), figures.all());
    lines.add("");
    table(lines, "language", figures.byLanguage(), figures.all());
    return lines;
  }

  private static void table(List<String> lines, String by, Map<String, Group> groups, Group all) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-14s %9s %9s %14s %14s %8s",
            by,
            "requests",
            "done",
            "median to take",
            "9 in 10 in",
            "unmet"));
    groups.forEach((name, group) -> lines.add(row(name, group)));
    lines.add(row("all", all));
  }

  private static String row(String name, Group group) {
    return String.format(
        Locale.ROOT,
        "%-14s %,9d %8.1f%% %14s %14s %7.1f%%",
        name,
        group.requests(),
        100 * group.share(Fortune.DONE),
        minutes(group.minutes(0.5)),
        minutes(group.minutes(0.9)),
        100 * group.share(Fortune.UNMET));
  }

  private static String minutes(Optional<Double> minutes) {
    return minutes.map(m -> String.format(Locale.ROOT, "%.1f min", m)).orElse("-");
  }

  /** What broke, the shortest run that shows it, and how to see it again. */
  public static List<String> of(Result failed) {
    List<String> lines = new ArrayList<>();
    failed.violations().stream()
        .limit(MOST_VIOLATIONS)
        .forEach(v ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "seed %d broke at %s: %s: %s",
                    failed.plan().seed(),
                    v.at(),
                    v.invariant().sentence(),
                    v.what())));
    lines.add("");
    lines.addAll(failed.transcript());
    lines.add("");
    lines.add("Again: " + failed.plan().command());
    return lines;
  }
}
