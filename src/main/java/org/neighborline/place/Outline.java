package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads the coordinates of a GeoJSON polygon or multipolygon; JTS alone reads no GeoJSON. */
final class Outline {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int MAX_DEPTH = 6; // brackets of a multipolygon, and some to spare
  private static final String KEY = "\"coordinates\"";

  private final String json;
  private int at;

  private Outline(String json, int at) {
    this.json = json;
    this.at = at;
  }

  /**
   * The shape of a GeoJSON geometry, mended if its line crosses itself.
   *
   * @throws IllegalArgumentException if it is no polygon
   */
  static Geometry parse(String geoJson) {
    int key = geoJson.indexOf(KEY);
    int open = key < 0 ? -1 : geoJson.indexOf('[', key);
    if (open < 0) {
      throw new IllegalArgumentException("the outline has no coordinates");
    }
    Geometry shape = shape(new Outline(geoJson, open).array(0));
    return shape.isValid() ? shape : shape.buffer(0);
  }

  /** Nested lists, and at the innermost a Coordinate for two numbers. */
  private Object array(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("the outline's brackets are nested too deeply");
    }
    at++;
    List<Object> parts = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    while (at < json.length() && json.charAt(at) != ']') {
      char c = json.charAt(at);
      if (c == '[') {
        parts.add(array(depth + 1));
      } else if (c == '-' || Character.isDigit(c)) {
        numbers.add(number());
      } else {
        at++;
      }
    }
    at++;
    if (numbers.isEmpty()) {
      return parts;
    }
    if (numbers.size() < 2) {
      throw new IllegalArgumentException("a point of the outline has one number");
    }
    return new Coordinate(numbers.get(0), numbers.get(1));
  }

  private double number() {
    int from = at;
    while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(json.substring(from, at));
  }

  private static Geometry shape(Object coordinates) {
    if (coordinates instanceof List<?> parts && isPolygon(parts)) {
      return polygon(parts);
    }
    if (coordinates instanceof List<?> polygons && !polygons.isEmpty()) {
      List<Polygon> all = new ArrayList<>();
      for (Object part : polygons) {
        if (!(part instanceof List<?> rings) || !isPolygon(rings)) {
          throw new IllegalArgumentException("the outline is no polygon");
        }
        all.add(polygon(rings));
      }
      return FACTORY.createMultiPolygon(all.toArray(Polygon[]::new));
    }
    throw new IllegalArgumentException("the outline is no polygon");
  }

  private static boolean isPolygon(List<?> rings) {
    return !rings.isEmpty()
        && rings.getFirst() instanceof List<?> ring
        && !ring.isEmpty()
        && ring.getFirst() instanceof Coordinate;
  }

  private static Polygon polygon(List<?> rings) {
    LinearRing shell = ring(rings.getFirst());
    LinearRing[] holes = rings.stream().skip(1).map(Outline::ring).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing ring(Object points) {
    List<Coordinate> ring = new ArrayList<>();
    if (points instanceof List<?> all) {
      for (Object point : all) {
        if (point instanceof Coordinate coordinate) {
          ring.add(coordinate);
        }
      }
    }
    if (!ring.isEmpty() && !ring.getFirst().equals2D(ring.getLast())) {
      ring.add(ring.getFirst());
    }
    return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
  }
}
