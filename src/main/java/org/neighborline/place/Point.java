package org.neighborline.place;

/**
 * A point on the earth.
 *
 * @param lat degrees north, WGS84, -90 to 90
 * @param lon degrees east, WGS84, -180 to 180
 */
public record Point(double lat, double lon) {
  private static final double EARTH_RADIUS_KM = 6371.0088; // mean radius, IUGG

  public Point {
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("not a latitude and longitude: " + lat + "," + lon);
    }
  }

  /** The great-circle distance in kilometers, by the haversine formula. */
  public double kilometersTo(Point other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLon = Math.toRadians(other.lon - lon);
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
