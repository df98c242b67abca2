package org.neighborline.place;

import java.util.Locale;

/** What kind of words named a place. */
public enum PlaceKind {
  ZIP,
  NEIGHBORHOOD,
  BOROUGH,
  INTERSECTION,
  LANDMARK,
  STATION,
  /** Known, and not in our city. */
  OUTSIDE;

  /** The id that commands and the database use: {@code zip}, {@code neighborhood}, … */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
