package org.neighborline.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.neighborline.language.Language;
import org.neighborline.place.Point;

/**
 * What files may refer to.
 *
 * @param zips the point of a ZIP, empty when there is no such ZIP
 * @param neighborhoods whether the gazetteer has a neighborhood of this name
 * @param languages those that have a translation, in the order of menus
 * @param city what the city is called as its places tell, blank where they tell of several parts;
 *     empty for New York
 */
public record Known(
    Function<String, Optional<Point>> zips,
    Predicate<String> neighborhoods,
    List<Language> languages,
    Optional<String> city) {
  /** What files of a hotline in New York may refer to. */
  public Known(
      Function<String, Optional<Point>> zips,
      Predicate<String> neighborhoods,
      List<Language> languages) {
    this(zips, neighborhoods, languages, Optional.empty());
  }
}
