package org.neighborline.place;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a group helps: ZIPs, neighborhoods, a circle around its base, an outline, or all of them.
 */
public final class ServiceArea {
  /**
   * A service area as files and the database write it.
   *
   * @param zips five digits each
   * @param neighborhoods names from the gazetteer, official or informal
   * @param radiusKm around the base
   * @param polygon a GeoJSON geometry
   */
  public record Written(
      Set<String> zips,
      Set<String> neighborhoods,
      Optional<Double> radiusKm,
      Optional<String> polygon) {}

  private final Written written;
  private final Point base;
  private final Lazy<Cover> cover;

  private ServiceArea(Written written, Point base, Supplier<Gazetteer> city) {
    this.written = written;
    this.base = base;
    Optional<Geometry> outline = written.polygon().map(Outline::parse);
    this.cover = new Lazy<>(() -> new Cover(city.get(), base, written, outline));
  }

  /**
   * An area in the city that comes with the program. What the city lacks is left out; `check` names
   * it.
   *
   * @throws IllegalArgumentException if the polygon is none
   */
  public static ServiceArea of(Written written, Point base) {
    return new ServiceArea(written, base, Gazetteer::newYork);
  }

  /**
   * An area in a city.
   *
   * @throws IllegalArgumentException if the polygon is none
   */
  public static ServiceArea of(Written written, Point base, Gazetteer city) {
    return new ServiceArea(written, base, () -> city);
  }

  /** As its file says it. */
  public Written written() {
    return written;
  }

  /** Where the group is at home. */
  public Point base() {
    return base;
  }

  /** Whether it names no place at all, as only the backstop's may. */
  public boolean isEmpty() {
    return written.zips.isEmpty()
        && written.neighborhoods.isEmpty()
        && written.radiusKm.isEmpty()
        && written.polygon.isEmpty();
  }

  /**
   * Whether the group helps at a place. A ZIP or a neighborhood is inside if most of it is; a
   * borough, if its middle is.
   */
  public boolean contains(Place place) {
    return cover.get().contains(place);
  }

  /** How far a place is from the area's nearest edge, in kilometers; 0 inside. */
  public double kilometersTo(Place place) {
    return contains(place) ? 0 : cover.get().kilometersFrom(place);
  }

  /** What it covers on the map, for a spatial index. */
  Cover cover() {
    return cover.get();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServiceArea area
        && written.equals(area.written)
        && base.equals(area.base);
  }

  @Override
  public int hashCode() {
    return 31 * written.hashCode() + base.hashCode();
  }

  @Override
  public String toString() {
    return "ServiceArea[" + written + ", " + base + "]";
  }
}
