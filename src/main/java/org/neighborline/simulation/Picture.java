package org.neighborline.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neighborline.simulation.Figures.Fortune;
import org.neighborline.simulation.Figures.Group;

/** Draws where requests ended and how long people waited, by borough and by language, as SVG. */
public final class Picture {
  private static final int WIDTH = 1180;
  private static final int ROW = 30;
  private static final int BAR = 18;
  private static final int TOP = 150;
  private static final int GAP = 56;
  private static final int NAMES = 190;
  private static final int BARS = 410;
  private static final int WAITS_FROM = 690;
  private static final int WAITS = 440;
  private static final int BOTTOM = 70;

  /** A share narrower than this has no room for its figure. */
  private static final double FITS = 0.07;

  private static final String INK = "#23303b";
  private static final String FAINT = "#6b7883";
  private static final String LINE = "#e3e7ea";
  private static final String WAIT = "#2a6f97";
  private static final String WAIT_LIGHT = "#a9cfe3";

  private static final Map<Fortune, String> COLORS =
      Map.of(
          Fortune.DONE, "#2f8f6b",
          Fortune.TAKEN, "#8ccfb0",
          Fortune.WAITING, "#f2c14e",
          Fortune.CANCELLED, "#c3cbd1",
          Fortune.UNMET, "#d1495b");

  /** Minutes that the scale names, and how it names them. */
  private static final List<Map.Entry<Double, String>> TICKS =
      List.of(
          Map.entry(1.0, "1 min"),
          Map.entry(5.0, "5"),
          Map.entry(15.0, "15"),
          Map.entry(60.0, "1 hour"),
          Map.entry(240.0, "4"),
          Map.entry(720.0, "12"),
          Map.entry(1440.0, "1 day"));

  private static final double SHORTEST = 0.5;
  private static final double LONGEST = 2880;

  private final StringBuilder svg = new StringBuilder(20_000);

  private Picture() {}

  /**
   * @param subtitle says what was run
   */
  public static String of(Figures figures, String subtitle) {
    Picture picture = new Picture();
    picture.draw(figures, subtitle);
    return picture.svg.toString();
  }

  private void draw(Figures figures, String subtitle) {
    int rows = figures.byBorough().size() + figures.byLanguage().size() + 1;
    int height = TOP + rows * ROW + 2 * GAP + BOTTOM;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " font-family=\"'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif\">%n",
            WIDTH,
            height,
            WIDTH,
            height));
    rect(0, 0, WIDTH, height, "#ffffff");
    text(30, 46, 24, INK, "start", "bold", "Where requests ended, and how long people waited");
    text(30, 72, 13, FAINT, "start", "normal", subtitle);
    legend();
    int until = height - BOTTOM;
    scale(until);
    int y = TOP;
    y = row(y, "All", figures.all());
    y = section(y, "by borough", figures.byBorough());
    section(y, "by language", figures.byLanguage());
    text(
        30,
        height - 24,
        12,
        FAINT,
        "start",
        "normal",
        "Text to take: from the stored request to the first lead who took it, nights included. Dot: the"
            + " median; dark: half of all; light: nine in ten. The scale is logarithmic.");
    svg.append("</svg>\n");
  }

  private void legend() {
    int x = 150;
    int y = 104;
    int column = 0;
    for (Fortune fortune : Fortune.values()) {
      int at = x + column % 3 * 175;
      int line = y + column / 3 * 20;
      rect(at, line - 10, 12, 12, color(fortune));
      text(at + 18, line, 12, INK, "start", "normal", fortune.label());
      column++;
    }
    text(WAITS_FROM, y, 14, INK, "start", "bold", "From text to take");
  }

  private void scale(int until) {
    for (Map.Entry<Double, String> tick : TICKS) {
      double x = x(tick.getKey());
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>%n",
              x,
              TOP - 12,
              x,
              until,
              LINE));
      text(x, TOP - 18, 11, FAINT, "middle", "normal", tick.getValue());
    }
  }

  private int section(int from, String title, Map<String, Group> groups) {
    int y = from + GAP;
    text(30, y - 14, 14, INK, "start", "bold", title);
    for (Map.Entry<String, Group> group : groups.entrySet()) {
      y = row(y, name(group.getKey()), group.getValue());
    }
    return y;
  }

  /** A language by its English name; a borough by its own. */
  private static String name(String key) {
    return switch (key) {
      case "zh-Hans" -> "Chinese, simplified";
      case "zh-Hant" -> "Chinese, traditional";
      default -> key.length() == 2 ? Locale.of(key).getDisplayLanguage(Locale.ENGLISH) : key;
    };
  }

  private int row(int y, String name, Group group) {
    text(NAMES - 40, y + 14, 13, INK, "end", "normal", name);
    text(
        NAMES + 16,
        y + 14,
        11,
        FAINT,
        "end",
        "normal",
        String.format(Locale.ROOT, "%,d", group.requests()));
    double x = NAMES + 30;
    for (Fortune fortune : Fortune.values()) {
      double width = BARS * group.share(fortune);
      rect(x, y, width, BAR, color(fortune));
      if (group.share(fortune) >= FITS) {
        String ink = fortune == Fortune.DONE || fortune == Fortune.UNMET ? "#ffffff" : INK;
        text(x + width / 2, y + 13, 11, ink, "middle", "normal", percent(group.share(fortune)));
      }
      x += width;
    }
    wait(y, group);
    return y + ROW;
  }

  private void wait(int y, Group group) {
    Optional<Double> median = group.minutes(0.5);
    if (median.isEmpty()) {
      return;
    }
    band(y + 6, 6, group, 0.05, 0.95, WAIT_LIGHT);
    band(y + 3, 12, group, 0.25, 0.75, WAIT);
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2.5\"/>%n",
            x(median.get()),
            y + 9,
            INK));
  }

  private void band(int y, int height, Group group, double from, double to, String color) {
    double left = x(group.minutes(from).orElse(SHORTEST));
    double right = x(group.minutes(to).orElse(SHORTEST));
    rect(left, y, Math.max(2, right - left), height, color);
  }

  /** Where so many minutes are on the scale: each step to the right is so many times as long. */
  private static double x(double minutes) {
    double within = Math.min(LONGEST, Math.max(SHORTEST, minutes));
    return WAITS_FROM + WAITS * Math.log(within / SHORTEST) / Math.log(LONGEST / SHORTEST);
  }

  private static String color(Fortune fortune) {
    return COLORS.getOrDefault(fortune, INK);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  private void rect(double x, double y, double width, double height, String color) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x,
            y,
            width,
            height,
            color));
  }

  private void text(
      double x, double y, int size, String color, String anchor, String weight, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>%n",
            x,
            y,
            size,
            color,
            anchor,
            weight,
            words.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
