package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The outlines of ZIPs or neighborhoods, by id; x is the longitude, y the latitude. */
final class Shapes {
  private static final double UNIT = 100_000; // the files hold hundred-thousandths of a degree

  /** Made with the first shape, so that a start without one loads nothing of geometry. */
  private static final class Factory {
    static final GeometryFactory SHAPES = new GeometryFactory();

    private Factory() {}
  }

  private final Lazy<Map<String, Geometry>> shapes;

  Shapes(Supplier<String> csv) {
    this.shapes = new Lazy<>(() -> parse(csv.get()));
  }

  Optional<Geometry> of(String id) {
    return Optional.ofNullable(shapes.get().get(id));
  }

  private static Map<String, Geometry> parse(String csv) {
    Map<String, Geometry> shapes = new HashMap<>();
    for (String[] row : Csv.rows(csv, 2)) {
      List<Polygon> polygons = new ArrayList<>();
      for (String polygon : row[1].split("\\|")) {
        polygons.add(polygon(polygon.split("/")));
      }
      Geometry shape = Factory.SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
      shapes.put(row[0], shape.isValid() ? shape : shape.buffer(0));
    }
    return shapes;
  }

  /** A shape as the files hold it. */
  static String written(Geometry shape) {
    List<String> polygons = new ArrayList<>();
    for (int n = 0; n < shape.getNumGeometries(); n++) {
      if (shape.getGeometryN(n) instanceof Polygon polygon) {
        StringBuilder rings = new StringBuilder(steps(polygon.getExteriorRing()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.append('/').append(steps(polygon.getInteriorRingN(hole)));
        }
        polygons.add(rings.toString());
      }
    }
    return String.join("|", polygons);
  }

  private static String steps(LinearRing ring) {
    StringBuilder out = new StringBuilder();
    long lastLon = 0;
    long lastLat = 0;
    for (Coordinate point : ring.getCoordinates()) {
      long lon = Math.round(point.x * UNIT);
      long lat = Math.round(point.y * UNIT);
      out.append(out.isEmpty() ? "" : " ").append(lon - lastLon).append(' ').append(lat - lastLat);
      lastLon = lon;
      lastLat = lat;
    }
    return out.toString();
  }

  private static Polygon polygon(String[] rings) {
    LinearRing[] holes = new LinearRing[rings.length - 1];
    for (int i = 1; i < rings.length; i++) {
      holes[i - 1] = ring(rings[i]);
    }
    return Factory.SHAPES.createPolygon(ring(rings[0]), holes);
  }

  private static LinearRing ring(String steps) {
    String[] numbers = steps.split(" ");
    Coordinate[] points = new Coordinate[numbers.length / 2];
    long lon = 0;
    long lat = 0;
    for (int i = 0; i < points.length; i++) {
      lon += Long.parseLong(numbers[2 * i]);
      lat += Long.parseLong(numbers[2 * i + 1]);
      points[i] = new Coordinate(lon / UNIT, lat / UNIT);
    }
    if (!points[0].equals2D(points[points.length - 1])) {
      points[points.length - 1] = points[0];
    }
    return Factory.SHAPES.createLinearRing(points);
  }
}
