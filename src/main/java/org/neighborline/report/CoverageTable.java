package org.neighborline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.neighborline.group.Group;
import org.neighborline.understanding.Need;

/** A coverage as a table for a terminal. */
public final class CoverageTable {
  private CoverageTable() {}

  /** The boroughs, the ZIPs where nobody helps, and the groups with how much they cover. */
  public static String of(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d groups cover %d of %d ZIPs"
            .formatted(
                coverage.need().map(Need::id).orElse("any need"),
                coverage.groups().size(),
                coverage.areas().size() - coverage.uncovered().size(),
                coverage.areas().size()));
    lines.add("");
    lines.add("borough          ZIPs   nobody  one group     two    more");
    coverage.byBorough().forEach((borough, areas) -> lines.add(borough(borough, areas)));
    lines.add("");
    lines.add(coverage.uncovered().isEmpty() ? "each ZIP has a group" : "nobody helps in:");
    coverage
        .uncovered()
        .forEach(area -> lines.add("  " + area.place().name() + ", " + area.borough()));
    lines.add("");
    lines.add("group                           ZIPs  helps with");
    coverage.groups().forEach(group -> lines.add(group(coverage, group)));
    coverage
        .resting()
        .forEach(group -> lines.add("%-30s     -  has a pause".formatted(group.name())));
    return String.join("\n", lines) + "\n";
  }

  private static String borough(String name, List<Coverage.Area> areas) {
    return "%-15s %5d %8d %10d %7d %7d"
        .formatted(
            name,
            areas.size(),
            holding(areas, 0, 0),
            holding(areas, 1, 1),
            holding(areas, 2, 2),
            holding(areas, 3, Integer.MAX_VALUE));
  }

  private static String group(Coverage coverage, Group group) {
    String needs =
        group.needs().isEmpty()
            ? "everything"
            : group.needs().stream().map(Need::id).collect(Collectors.joining(", "));
    return "%-30s %5d  %s".formatted(group.name(), coverage.of(group).size(), needs);
  }

  private static long holding(List<Coverage.Area> areas, int least, int most) {
    return areas.stream()
        .filter(area -> area.groups().size() >= least && area.groups().size() <= most)
        .count();
  }
}
