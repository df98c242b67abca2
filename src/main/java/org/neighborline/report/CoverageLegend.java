package org.neighborline.report;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.neighborline.group.Group;
import org.neighborline.understanding.Need;

/** What stands beside the map: the title, the shades, who the numbers are, where nobody helps. */
final class CoverageLegend {
  private static final int TITLE_X = 40;
  private static final int MOST_NAMES = 90;
  private static final double NAMES_BOTTOM = 1052;
  private static final double NAMES_TOP = 64;

  private final Sheet sheet;
  private final Coverage coverage;
  private final List<Group> local;
  private final List<Group> citywide;

  CoverageLegend(Sheet sheet, Coverage coverage, List<Group> local, List<Group> citywide) {
    this.sheet = sheet;
    this.coverage = coverage;
    this.local = local;
    this.citywide = citywide;
  }

  void draw(String title, double namesX) {
    int covered = coverage.areas().size() - coverage.uncovered().size();
    sheet.words(title, TITLE_X, 66, Palette.bold(26), Palette.INK, 0);
    sheet.words(
        coverage
            .need()
            .map(need -> "who helps with " + need.id())
            .orElse("who helps, with anything"),
        TITLE_X,
        92,
        Palette.plain(16),
        Palette.INK,
        0);
    sheet.words(
        coverage.groups().size()
            + " groups; "
            + covered
            + " of "
            + coverage.areas().size()
            + " ZIPs",
        TITLE_X,
        114,
        Palette.plain(13),
        Palette.QUIET,
        0);
    double y = shades(150);
    nobody(y + 26);
    names(namesX);
  }

  private double shades(double top) {
    double y = top;
    sheet.words("groups in a ZIP", TITLE_X, y, Palette.bold(12), Palette.INK, 0);
    y += 10;
    for (int shade = 0; shade < Palette.shades(); shade++) {
      Rectangle2D box = new Rectangle2D.Double(TITLE_X, y, 26, 16);
      sheet.fill(box, Palette.of(shade));
      if (shade == 0) {
        sheet.hatch(box, Palette.HATCH);
      }
      sheet.line(box, shade == 0 ? Palette.NOBODY_LINE : Palette.GROUP_LINE, 0.8);
      String label =
          shade == 0 ? "nobody" : shade + (shade == Palette.shades() - 1 ? " and more" : "");
      sheet.words(label, TITLE_X + 34, y + 12.5, Palette.plain(12), Palette.INK, 0);
      y += 21;
    }
    return y;
  }

  private void nobody(double top) {
    List<Coverage.Area> uncovered = coverage.uncovered();
    if (uncovered.isEmpty()) {
      return;
    }
    sheet.words("nobody helps in", TITLE_X, top, Palette.bold(12), Palette.NOBODY_LINE, 0);
    int rows = 12;
    for (int i = 0; i < Math.min(uncovered.size(), rows); i++) {
      boolean last = i == rows - 1 && uncovered.size() > rows;
      sheet.words(
          last ? "and " + (uncovered.size() - i) + " more ZIPs" : uncovered.get(i).place().name(),
          TITLE_X,
          top + 18 + 16.5 * i,
          Palette.plain(12),
          Palette.INK,
          0);
    }
  }

  private void names(double x) {
    double lines = local.size() + (citywide.isEmpty() ? 0 : citywide.size() + 2.5) + 1;
    double step = Math.min(18, (NAMES_BOTTOM - NAMES_TOP) / Math.min(MOST_NAMES, lines));
    double size = Math.min(12, step * 0.78);
    double y = NAMES_TOP;
    for (int i = 0; i < Math.min(local.size(), MOST_NAMES); i++) {
      Point2D middle = new Point2D.Double(x + 8, y - size * 0.36);
      Palette.disc(sheet, middle, Math.min(8, step * 0.47), Palette.INK, Palette.INK);
      sheet.words("" + (i + 1), x + 8, y, Palette.bold(size * 0.78), java.awt.Color.WHITE, 0.5);
      String words = local.get(i).name() + needs(local.get(i));
      sheet.words(words, x + 24, y, Palette.plain(size), Palette.INK, 0);
      y += step;
    }
    if (local.size() > MOST_NAMES) {
      sheet.words(
          "and " + (local.size() - MOST_NAMES) + " more",
          x + 24,
          y,
          Palette.plain(size),
          Palette.QUIET,
          0);
      y += step;
    }
    if (!citywide.isEmpty()) {
      y += step * 0.8;
      sheet.words("over large parts of the city", x, y, Palette.bold(size), Palette.INK, 0);
      for (Group group : citywide) {
        y += step;
        sheet.words(group.name() + needs(group), x, y, Palette.plain(size), Palette.INK, 0);
      }
    }
  }

  private static String needs(Group group) {
    return group.needs().isEmpty()
        ? ""
        : group.needs().stream().map(Need::id).collect(Collectors.joining(", ", " (", ")"));
  }
}
