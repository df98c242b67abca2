package org.neighborline.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places corners that the facts lack, and corners whose one street is misspelled. */
final class MissingCorners {
  private static final double REACH_KM = 0.35; // from the nearest known corners of both streets
  private static final int MAX_CORNERS = 400; // of one street that are looked at
  private static final double LAT_KM = 111.2; // one degree of latitude
  private static final double LON_KM = 84.3; // one degree of longitude at 40.7 north
  private static final int MIN_LETTERS = 4; // of a misspelled name

  private final Streets streets;

  MissingCorners(Streets streets) {
    this.streets = streets;
  }

  /** Where two streets would cross, between the corners of both that are nearest each other. */
  Optional<CornerPlace> between(int a, int b, double confidence) {
    CornerTable table = streets.table();
    if (a == b || !table.borough(a).equals(table.borough(b))) {
      return Optional.empty();
    }
    int bestA = -1;
    int bestB = -1;
    double nearest = REACH_KM * REACH_KM;
    int countA = Math.min(MAX_CORNERS, table.cornerCount(a));
    int countB = Math.min(MAX_CORNERS, table.cornerCount(b));
    Box box = box(b, countB);
    for (int i = 0; i < countA; i++) {
      int ca = table.cornerOf(a, i);
      if (!box.holds(table.lat(ca), table.lon(ca))) {
        continue;
      }
      for (int j = 0; j < countB; j++) {
        int cb = table.cornerOf(b, j);
        double far = squared(table, ca, cb);
        if (far < nearest) {
          nearest = far;
          bestA = ca;
          bestB = cb;
        }
      }
    }
    if (bestA < 0) {
      return Optional.empty();
    }
    Point middle =
        new Point(
            (table.lat(bestA) + table.lat(bestB)) / 2, (table.lon(bestA) + table.lon(bestB)) / 2);
    return Optional.of(
        CornerPlace.at(streets, bestA, a, b, middle, confidence, Math.sqrt(nearest)));
  }

  /** What a street's corners lie in, and as far around as another street's may lie. */
  private record Box(double south, double north, double west, double east) {
    boolean holds(double lat, double lon) {
      return lat >= south && lat <= north && lon >= west && lon <= east;
    }
  }

  private Box box(int street, int count) {
    CornerTable table = streets.table();
    double south = Double.MAX_VALUE;
    double north = -Double.MAX_VALUE;
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      int corner = table.cornerOf(street, i);
      south = Math.min(south, table.lat(corner));
      north = Math.max(north, table.lat(corner));
      west = Math.min(west, table.lon(corner));
      east = Math.max(east, table.lon(corner));
    }
    double lat = REACH_KM / LAT_KM;
    double lon = REACH_KM / LON_KM;
    return new Box(south - lat, north + lat, west - lon, east + lon);
  }

  private static double squared(CornerTable table, int a, int b) {
    double dLat = (table.lat(a) - table.lat(b)) * LAT_KM;
    double dLon = (table.lon(a) - table.lon(b)) * LON_KM;
    return dLat * dLat + dLon * dLon;
  }

  /** The corner of a known street with the street whose name is most like the given letters. */
  Optional<CornerPlace> like(
      List<Streets.Ref> known, String letters, Set<String> boroughs, double confidence) {
    if (letters.length() < MIN_LETTERS) {
      return Optional.empty();
    }
    CornerTable table = streets.table();
    Optional<CornerPlace> best = Optional.empty();
    double least = Spelling.allowed(letters.length()) + 1;
    for (Streets.Ref ref : known) {
      if (!boroughs.isEmpty() && !boroughs.contains(table.borough(ref.street()))) {
        continue;
      }
      int count = Math.min(MAX_CORNERS, table.cornerCount(ref.street()));
      for (int i = 0; i < count; i++) {
        int corner = table.cornerOf(ref.street(), i);
        int other = table.across(corner, ref.street());
        double cost = Spelling.distance(letters, streets.bare(other), (int) least);
        if (cost < least) {
          least = cost;
          best = Optional.of(CornerPlace.of(streets, corner, ref.street(), other, confidence));
        }
      }
    }
    return best;
  }
}
