package org.neighborline.place;

import java.util.List;

/**
 * Looks up an address that the program's own data do not hold. It is off unless a hotline chooses
 * one, is asked outside any transaction, and only for words of {@link PlaceFinder#address}.
 */
@FunctionalInterface
public interface Geocoder {
  /**
   * Where an address may be, the likeliest first.
   *
   * @param address a house number, a street and perhaps a borough; nothing else of a text
   * @return empty when it knows nothing, or cannot say so in time
   */
  List<Point> find(String address);
}
