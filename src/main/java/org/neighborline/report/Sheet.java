package org.neighborline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Paper to draw a map on: two pixels a point, and a projection that fits a city into a frame. */
final class Sheet {
  private static final int PIXELS = 2;

  final BufferedImage image;
  final Graphics2D pen;
  private final Envelope city;
  private final Rectangle2D frame;
  private final double narrow;
  private final double scale;

  Sheet(int width, int height, Envelope city, Rectangle2D frame) {
    this.image = new BufferedImage(width * PIXELS, height * PIXELS, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    this.city = city;
    this.frame = frame;
    this.narrow = Math.cos(Math.toRadians(city.centre().y));
    this.scale =
        Math.min(
            frame.getWidth() / (city.getWidth() * narrow), frame.getHeight() / city.getHeight());
    pen.scale(PIXELS, PIXELS);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  void fill(Shape shape, Color color) {
    pen.setColor(color);
    pen.fill(shape);
  }

  void line(Shape shape, Color color, double width) {
    pen.setColor(color);
    pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  /** Slanted lines, for those who do not see the colors apart. */
  void hatch(Shape shape, Color color) {
    int step = 7 * PIXELS;
    BufferedImage tile = new BufferedImage(step, step, BufferedImage.TYPE_INT_ARGB);
    Graphics2D lines = tile.createGraphics();
    lines.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    lines.setColor(color);
    lines.setStroke(new BasicStroke(PIXELS));
    for (int shift = -step; shift <= step; shift += step) {
      lines.drawLine(shift, step, shift + step, 0);
    }
    lines.dispose();
    AffineTransform before = pen.getTransform();
    pen.scale(1.0 / PIXELS, 1.0 / PIXELS);
    pen.setPaint(new TexturePaint(tile, new Rectangle2D.Double(0, 0, step, step)));
    pen.fill(AffineTransform.getScaleInstance(PIXELS, PIXELS).createTransformedShape(shape));
    pen.setTransform(before);
  }

  /** Words with their left end, middle or right end at a point: 0, 0.5 or 1. */
  void words(String words, double x, double y, Font font, Color color, double anchor) {
    pen.setFont(font);
    pen.setColor(color);
    double width = font.getStringBounds(words, pen.getFontRenderContext()).getWidth();
    pen.drawString(words, (float) (x - anchor * width), (float) y);
  }

  Point2D at(double lat, double lon) {
    double x = frame.getCenterX() + (lon - city.centre().x) * narrow * scale;
    double y = frame.getCenterY() - (lat - city.centre().y) * scale;
    return new Point2D.Double(x, y);
  }

  /** A geometry of longitudes and latitudes as it lies on the paper. */
  Path2D path(Geometry geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        ring(path, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, polygon.getInteriorRingN(hole));
        }
      }
    }
    return path;
  }

  private void ring(Path2D path, LineString ring) {
    boolean first = true;
    for (Coordinate corner : ring.getCoordinates()) {
      Point2D at = at(corner.y, corner.x);
      if (first) {
        path.moveTo(at.getX(), at.getY());
      } else {
        path.lineTo(at.getX(), at.getY());
      }
      first = false;
    }
    path.closePath();
  }
}
