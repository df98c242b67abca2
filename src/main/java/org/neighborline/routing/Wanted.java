package org.neighborline.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.neighborline.group.Group;
import org.neighborline.language.Language;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;

/**
 * What a ranking is for.
 *
 * @param place where help is needed
 * @param needs what is needed; a group that helps with one of them serves
 * @param language what the resident speaks, if we know
 * @param now when
 * @param capacity how many requests a lead holds at most
 */
public record Wanted(
    Place place, Set<Need> needs, Optional<Language> language, Instant now, int capacity) {
  /**
   * Whether a group speaks the resident's language. The written forms of Chinese stand for what is
   * spoken, Cantonese and Mandarin, so neither is the other.
   */
  boolean isSpokenBy(Group group) {
    return language.isEmpty() || group.speaks(language.get());
  }
}
