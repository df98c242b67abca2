package org.neighborline.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.conversation.House;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;

/**
 * One hotline as its files describe it, checked as a whole.
 *
 * @param name what it calls itself
 * @param numbers its own phone numbers, the first one first
 * @param house how it talks and walks its trees
 * @param pace segments a second that each of its numbers may send
 * @param retention how long a request's words and number are kept after it ends
 * @param price cents for a segment
 * @param region whose national numbers may come without a country code
 * @param regions to whose numbers it may text and call
 * @param geocoder whom to ask for addresses that our own data lack; usually nobody
 * @param groups with their trees, the backstop among them
 */
public record Configuration(
    String name,
    List<PhoneNumber> numbers,
    House house,
    int pace,
    Duration retention,
    double price,
    String region,
    Set<String> regions,
    Optional<GeocoderChoice> geocoder,
    List<GroupSeed> groups) {
  /**
   * A geocoder that speaks Pelias' API.
   *
   * @param url where it is, without a path
   * @param timeout how long a text may wait for it
   */
  public record GeocoderChoice(URI url, Duration timeout) {}

  /** The languages it speaks, in the order of menus. */
  public List<Language> languages() {
    return house.languages();
  }
}
