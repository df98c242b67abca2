package org.neighborline.place;

import java.util.Optional;

/**
 * A resolved location.
 *
 * @param kind what the words named
 * @param name what to call it in a text, in Latin letters and as people say it: "11221 Bed-Stuy",
 *     "Fulton/Nostrand", "Utica Av station"; at most 40 characters
 * @param zip the five digits, when one is known (for a neighborhood: its most typical ZIP)
 * @param neighborhood its usual name, when known
 * @param borough one of the city's boroughs, when known
 * @param point where it is, or the middle of it
 * @param confidence how sure we are, from 0 to 1
 */
public record Place(
    PlaceKind kind,
    String name,
    Optional<String> zip,
    Optional<String> neighborhood,
    Optional<String> borough,
    Point point,
    double confidence) {
  /** A longer name would cost a text its segment. */
  public static final int LONGEST_LABEL = 22;

  /** What a text calls it: its name, or the ZIP (then the borough) where the name is too long. */
  public String label() {
    if (name.length() <= LONGEST_LABEL) {
      return name;
    }
    return zip.or(() -> borough).orElseGet(() -> name.substring(0, LONGEST_LABEL).strip());
  }
}
