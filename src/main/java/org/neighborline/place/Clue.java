package org.neighborline.place;

import java.util.List;

/**
 * Words of a text that name a place, or one of several.
 *
 * @param from the first word
 * @param to one past the last
 * @param places what they may mean, the most likely first
 * @param rank how exact such a place is
 */
record Clue(int from, int to, List<Place> places, Rank rank) {
  /** From the most exact to the least. */
  enum Rank {
    CORNER,
    ZIP,
    STOP,
    MARK,
    HOOD,
    /** A neighborhood's name that is a street's here. */
    STREET,
    BOROUGH,
    AWAY
  }

  double confidence() {
    return places.getFirst().confidence();
  }
}
