package org.neighborline.place;

import java.util.Optional;
import java.util.Set;

/**
 * Where a group helps.
 *
 * @param written as its file says it
 * @param base where the group is at home
 */
public record ServiceArea(Written written, Point base) {
  /**
   * A service area as files and the database write it.
   *
   * @param zips five digits each
   * @param neighborhoods names from the gazetteer
   * @param radiusKm around the base
   * @param polygon a GeoJSON geometry
   */
  public record Written(
      Set<String> zips,
      Set<String> neighborhoods,
      Optional<Double> radiusKm,
      Optional<String> polygon) {}

  public static ServiceArea of(Written written, Point base) {
    return new ServiceArea(written, base);
  }

  public boolean contains(Place place) {
    return place.zip().filter(written.zips::contains).isPresent();
  }

  public boolean isEmpty() {
    return written.zips.isEmpty();
  }

  public double kilometersTo(Place place) {
    return base.kilometersTo(place.point());
  }
}
