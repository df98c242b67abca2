package org.neighborline.place;

import java.util.Optional;

/**
 * A corner as a place in the making.
 *
 * @param far how far it was placed from the corners that are known, in costs
 */
record CornerPlace(
    String name,
    String zip,
    String neighborhood,
    String borough,
    Point point,
    double confidence,
    double far) {
  private static final int MAX_NAME = 40;
  private static final int ZIP_ROOM = 6;

  static CornerPlace of(Streets streets, int corner, int a, int b, double confidence) {
    return at(streets, corner, a, b, streets.table().point(corner), confidence, 0);
  }

  /** A corner whose ZIP and neighborhood are those of a known corner nearby. */
  static CornerPlace at(
      Streets streets, int near, int a, int b, Point point, double confidence, double far) {
    CornerTable table = streets.table();
    return new CornerPlace(
        name(streets, a, b, table.zip(near)),
        table.zip(near),
        table.neighborhood(near),
        table.borough(a),
        point,
        confidence,
        far);
  }

  private static String name(Streets streets, int a, int b, String zip) {
    String names = streets.shown(a, false) + "/" + streets.shown(b, false);
    return names.length() + ZIP_ROOM <= MAX_NAME ? names + " " + zip : Gazetteer.shown(names);
  }

  Place toPlace(Gazetteer city) {
    Optional<String> hood =
        neighborhood.isEmpty()
            ? city.zip(zip).flatMap(z -> z.neighborhoods().stream().findFirst())
            : Optional.of(neighborhood);
    return new Place(
        PlaceKind.INTERSECTION,
        name,
        zip.isEmpty() ? Optional.empty() : Optional.of(zip),
        hood,
        Optional.of(borough),
        point,
        confidence);
  }
}
