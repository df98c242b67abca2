package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * The border of a shape as plain numbers: what lies within, and how far from it a point outside is.
 * Within a city the earth is flat enough to find the nearest point of a border; the distance to
 * that point is then measured on the sphere.
 */
final class Edges {
  private final double[][] rings; // lon, lat, lon, lat, …
  private final double west;
  private final double east;
  private final double south;
  private final double north;

  Edges(Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    this.west = box.getMinX();
    this.east = box.getMaxX();
    this.south = box.getMinY();
    this.north = box.getMaxY();
    List<double[]> found = new ArrayList<>();
    shape.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString ring) {
                found.add(numbers(ring.getCoordinates()));
              }
            });
    this.rings = found.toArray(double[][]::new);
  }

  private static double[] numbers(Coordinate[] points) {
    double[] numbers = new double[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      numbers[2 * i] = points[i].x;
      numbers[2 * i + 1] = points[i].y;
    }
    return numbers;
  }

  /**
   * Whether a point lies within: a line from it to the east crosses the border an odd number of
   * times, holes and islands counted alike. For outlines as people draw them this takes a tenth of
   * the time that an index of each border's segments does, and no memory.
   */
  boolean hold(Point point) {
    double lon = point.lon();
    double lat = point.lat();
    if (lon < west || lon > east || lat < south || lat > north) {
      return false;
    }
    boolean odd = false;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        boolean above = ring[i + 1] > lat;
        if (above != ring[i - 1] > lat) {
          double share = (lat - ring[i - 1]) / (ring[i + 1] - ring[i - 1]);
          odd ^= lon < ring[i - 2] + share * (ring[i] - ring[i - 2]);
        }
      }
    }
    return odd;
  }

  /** From a point outside to the nearest point of the border. */
  double kilometersTo(Point point) {
    double narrow = Math.cos(Math.toRadians(point.lat()));
    double nearest = Double.MAX_VALUE;
    double lon = point.lon();
    double lat = point.lat();
    for (double[] ring : rings) {
      double x1 = (ring[0] - point.lon()) * narrow;
      double y1 = ring[1] - point.lat();
      for (int i = 2; i < ring.length; i += 2) {
        double x2 = (ring[i] - point.lon()) * narrow;
        double y2 = ring[i + 1] - point.lat();
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / length, 0.0, 1.0);
        double x = x1 + along * dx;
        double y = y1 + along * dy;
        if (x * x + y * y < nearest) {
          nearest = x * x + y * y;
          lon = point.lon() + x / narrow;
          lat = point.lat() + y;
        }
        x1 = x2;
        y1 = y2;
      }
    }
    return new Point(lat, lon).kilometersTo(point);
  }
}
