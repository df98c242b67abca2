package org.neighborline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

/** The colors and letters of a map: the more help the deeper the green, and orange for nobody. */
final class Palette {
  static final Color WATER = new Color(0xEE, 0xF2, 0xF4);
  static final Color INK = new Color(0x1E, 0x2A, 0x33);
  static final Color QUIET = new Color(0x5B, 0x68, 0x72);
  static final Color ZIP_LINE = new Color(255, 255, 255, 170);
  static final Color GROUP_LINE = new Color(0x1E, 0x2A, 0x33, 95);
  static final Color BOROUGH_LINE = new Color(0x1E, 0x2A, 0x33, 210);
  static final Color HATCH = new Color(0xB4, 0x3A, 0x12, 200);
  static final Color NOBODY_LINE = new Color(0xB4, 0x3A, 0x12);
  private static final Color[] GROUPS = {
    new Color(0xFB, 0xC9, 0xA4),
    new Color(0xDD, 0xEE, 0xDF),
    new Color(0xAF, 0xD9, 0xBE),
    new Color(0x78, 0xBD, 0x9B),
    new Color(0x42, 0x98, 0x78),
    new Color(0x1D, 0x6F, 0x5A)
  };

  private Palette() {}

  /** How many shades there are, the last for as many groups and more. */
  static int shades() {
    return GROUPS.length;
  }

  static Color of(int groups) {
    return GROUPS[Math.min(groups, GROUPS.length - 1)];
  }

  static Font plain(double size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
  }

  static Font bold(double size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
  }

  static void disc(Sheet sheet, Point2D middle, double radius, Color fill, Color rim) {
    Ellipse2D disc =
        new Ellipse2D.Double(
            middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    sheet.fill(disc, fill);
    sheet.line(disc, rim, 1);
  }

  static void ring(Sheet sheet, Point2D middle, double radius, Color color) {
    Ellipse2D ring =
        new Ellipse2D.Double(
            middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    sheet.line(ring, color, 1.6);
  }
}
