package org.neighborline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.neighborline.group.Group;

/**
 * A coverage as a map: how many groups help in each ZIP, where nobody does, and where each group
 * is. Words on it are set small enough for a page and large enough for a wall.
 */
public final class CoverageMap {
  private static final int WIDTH = 1430;
  private static final int HEIGHT = 1080;
  private static final Rectangle2D FRAME = new Rectangle2D.Double(30, 36, 1010, 1010);
  private static final double WHOLE_CITY = 0.3; // of all ZIPs: no single spot tells of such a group
  private static final double RADIUS = 9.5;
  private static final double SMALL = 9;

  private final Coverage coverage;
  private final Sheet sheet;
  private final List<Group> local;
  private final List<Group> citywide;

  private CoverageMap(Coverage coverage) {
    this.coverage = coverage;
    Envelope city = new Envelope();
    coverage.areas().forEach(area -> city.expandToInclude(area.shape().getEnvelopeInternal()));
    this.sheet = new Sheet(WIDTH, HEIGHT, city, FRAME);
    this.local = coverage.groups().stream().filter(g -> !isCitywide(g)).toList();
    this.citywide = coverage.groups().stream().filter(this::isCitywide).toList();
  }

  /** Draws a coverage of a city that has outlines. */
  public static BufferedImage of(Coverage coverage, String title) {
    CoverageMap map = new CoverageMap(coverage);
    map.sheet.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), Palette.WATER);
    map.areas();
    map.borders();
    map.boroughs();
    map.nobody();
    map.groups();
    new CoverageLegend(map.sheet, coverage, map.local, map.citywide)
        .draw(title, FRAME.getMaxX() + 24);
    return map.sheet.image;
  }

  private boolean isCitywide(Group group) {
    return coverage.of(group).size() > WHOLE_CITY * coverage.areas().size();
  }

  private void areas() {
    for (Coverage.Area area : coverage.areas()) {
      Path2D path = sheet.path(area.shape());
      sheet.fill(path, Palette.of(area.groups().size()));
      if (!area.isCovered()) {
        sheet.hatch(path, Palette.HATCH);
      }
      sheet.line(path, Palette.ZIP_LINE, 0.7);
    }
  }

  /** Each group's area has a thin line of its own, so that one sees which ZIPs are one group's. */
  private void borders() {
    for (Group group : local) {
      List<Geometry> shapes = coverage.of(group).stream().map(Coverage.Area::shape).toList();
      if (!shapes.isEmpty()) {
        sheet.line(sheet.path(UnaryUnionOp.union(shapes)), Palette.GROUP_LINE, 1.1);
      }
    }
  }

  private void boroughs() {
    Path2D everywhere = new Path2D.Double();
    coverage.areas().forEach(area -> everywhere.append(sheet.path(area.shape()), false));
    for (Map.Entry<String, List<Coverage.Area>> borough : coverage.byBorough().entrySet()) {
      Geometry land =
          UnaryUnionOp.union(borough.getValue().stream().map(Coverage.Area::shape).toList());
      Path2D path = sheet.path(land);
      sheet.line(path, Palette.BOROUGH_LINE, 1.8);
      name(borough.getKey(), path.getBounds2D(), everywhere);
    }
  }

  /** A borough's name on the water beside it: above, left, below or right, where there is room. */
  private void name(String name, Rectangle2D land, Path2D everywhere) {
    Font font = Palette.plain(17);
    Rectangle2D size = font.getStringBounds(name, sheet.pen.getFontRenderContext());
    double width = size.getWidth();
    double gap = 10;
    List<Point2D> ends =
        List.of(
            new Point2D.Double(land.getMinX() - gap - width, land.getCenterY()),
            new Point2D.Double(land.getCenterX() - width / 2, land.getMinY() - gap),
            new Point2D.Double(land.getCenterX() - width / 2, land.getMaxY() + gap + 14),
            new Point2D.Double(land.getMaxX() + gap, land.getCenterY()));
    for (Point2D end : ends) {
      Rectangle2D box = new Rectangle2D.Double(end.getX() - 4, end.getY() - 16, width + 8, 22);
      if (FRAME.contains(box) && !everywhere.intersects(box)) {
        sheet.words(name, end.getX(), end.getY(), font, Palette.QUIET, 0);
        return;
      }
    }
  }

  private void nobody() {
    for (Coverage.Area area : coverage.uncovered()) {
      Path2D path = sheet.path(area.shape());
      sheet.line(path, Palette.NOBODY_LINE, 1.6);
      Rectangle2D box = path.getBounds2D();
      if (box.getWidth() < SMALL && box.getHeight() < SMALL) {
        // So small that nobody would see it.
        Point2D middle = new Point2D.Double(box.getCenterX(), box.getCenterY());
        Palette.ring(sheet, middle, SMALL, Palette.NOBODY_LINE);
      }
    }
  }

  private void groups() {
    List<Point2D> taken = new ArrayList<>();
    for (int i = 0; i < local.size(); i++) {
      Point2D home = home(local.get(i));
      Point2D spot = free(home, taken);
      taken.add(spot);
      if (spot.distance(home) > RADIUS) {
        Path2D line = new Path2D.Double();
        line.moveTo(home.getX(), home.getY());
        line.lineTo(spot.getX(), spot.getY());
        sheet.line(line, Palette.INK, 0.8);
      }
    }
    for (int i = 0; i < local.size(); i++) {
      Point2D spot = taken.get(i);
      Palette.disc(sheet, spot, RADIUS, Palette.INK, Color.WHITE);
      Font font = Palette.bold(local.size() > 99 ? 8 : 10);
      sheet.words("" + (i + 1), spot.getX(), spot.getY() + 3.6, font, Color.WHITE, 0.5);
    }
  }

  /** In the middle of its area, or where it is at home when it has none on the map. */
  private Point2D home(Group group) {
    List<Geometry> shapes = coverage.of(group).stream().map(Coverage.Area::shape).toList();
    if (shapes.isEmpty()) {
      return sheet.at(group.base().lat(), group.base().lon());
    }
    Coordinate middle = UnaryUnionOp.union(shapes).getInteriorPoint().getCoordinate();
    return sheet.at(middle.y, middle.x);
  }

  /** The nearest spot around that no other number has. */
  private static Point2D free(Point2D home, List<Point2D> taken) {
    for (int step = 0; step < 400; step++) {
      double angle = step * 2.4; // the golden angle: a spiral without arms
      double far = 3.2 * Math.sqrt(step);
      Point2D spot =
          new Point2D.Double(
              home.getX() + far * Math.cos(angle), home.getY() + far * Math.sin(angle));
      if (taken.stream().noneMatch(other -> other.distance(spot) < 2 * RADIUS + 1)) {
        return spot;
      }
    }
    return home;
  }
}
