package org.neighborline.place;

import java.util.Set;

/** Where a group helps. */
public record ServiceArea(Set<String> zips) {
  public boolean contains(Place place) {
    return place.zip().filter(zips::contains).isPresent();
  }

  public boolean isEmpty() {
    return zips.isEmpty();
  }

  public double kilometersTo(Place place) {
    return 1;
  }
}
