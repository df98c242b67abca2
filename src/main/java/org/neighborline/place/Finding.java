package org.neighborline.place;

import java.util.List;

/** What looking for a place in a person's words came to. */
public sealed interface Finding {
  /** One place. */
  record Found(Place place) implements Finding {}

  /**
   * Several places go by these words.
   *
   * @param choices two to five, the most likely first
   */
  record Ambiguous(List<Place> choices) implements Finding {}

  /** A place that is not in our city. */
  record Outside(Place place) implements Finding {}

  /** The words hold no place that we know. */
  record NotFound() implements Finding {}
}
