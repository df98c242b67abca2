package org.neighborline.place;

import java.util.List;

/**
 * A street's name in a text.
 *
 * @param from its first word
 * @param to one past its last
 * @param refs the streets that it may mean
 * @param number whether it is a mere number
 */
record StreetSpan(int from, int to, List<Streets.Ref> refs, boolean number) {
  /** Whether it is more than a bare name, for one of the streets at least. */
  boolean typed() {
    return refs.stream().anyMatch(ref -> !ref.bare());
  }
}
