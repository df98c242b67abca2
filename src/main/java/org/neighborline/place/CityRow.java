package org.neighborline.place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One place of a city that is to be imported, as checked.
 *
 * @param name for a ZIP its five digits, for a corner both streets with {@code &} between
 * @param borough the part of the city; empty for a town outside
 * @param zips of a neighborhood all that it lies in, the most typical first; else one or none
 * @param also what else people call it
 * @param lines of a station
 * @param state of a town outside
 * @param everyday whether the name is also an everyday word or a person's
 * @param shape the outline of a ZIP or a neighborhood
 */
public record CityRow(
    Kind kind,
    String name,
    String borough,
    Point point,
    List<String> zips,
    List<String> also,
    List<String> lines,
    String state,
    boolean everyday,
    Optional<Geometry> shape) {
  /** What a row tells of. */
  public enum Kind {
    ZIP,
    NEIGHBORHOOD,
    STATION,
    CORNER,
    TOWN,
    HOSPITAL,
    CLINIC,
    PARK,
    HOUSING,
    LIBRARY,
    CAMPUS,
    MARKET;

    /** As files write it. */
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The gazetteer's own word, which is older than this list. */
    String landmark() {
      return this == HOUSING ? "nycha" : written();
    }
  }

  /** The outline that a GeoJSON polygon draws, which must be one. */
  public static Geometry outline(String geoJson) {
    return Outline.parse(geoJson);
  }

  /** A point inside an outline, for a place that has no other. */
  public static Point inside(Geometry outline) {
    var point = outline.getInteriorPoint();
    return new Point(point.getY(), point.getX());
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
