package org.neighborline.routing;

import java.time.Instant;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;

/**
 * One group's place in the order, before it has words.
 *
 * @param group which
 * @param need whether it helps with one of the needs
 * @param open whether it takes requests now
 * @param inside whether its area holds the place
 * @param speaks whether someone there speaks the resident's language
 * @param room whether one more request finds someone
 * @param kilometers to the area's nearest edge or the base; 0 inside
 * @param lastAsked when one of its leads was last asked
 */
record Standing(
    Group group,
    boolean need,
    boolean open,
    boolean inside,
    boolean speaks,
    boolean room,
    double kilometers,
    Instant lastAsked) {
  /**
   * The order, and nothing else decides: of two groups one is always first. Written out, since
   * chained comparators took most of a ranking's time.
   */
  static int order(Standing one, Standing other) {
    if (one.merits() != other.merits()) {
      return other.merits() - one.merits();
    }
    int nearer = Double.compare(one.kilometers, other.kilometers);
    int longer = nearer != 0 ? nearer : one.lastAsked.compareTo(other.lastAsked);
    return longer != 0 ? longer : one.group.id().compareTo(other.group.id());
  }

  /** What it has, each worth more than all after it. */
  private int merits() {
    return (need ? Merits.NEED : 0)
        + (open ? Merits.OPEN : 0)
        + (inside ? Merits.INSIDE : 0)
        + (speaks ? Merits.SPEAKS : 0)
        + (room ? Merits.ROOM : 0);
  }

  static Standing of(Group group, Wanted wanted, boolean inside, double kilometers) {
    return new Standing(
        group,
        group.servesAny(wanted.needs()),
        group.takesRequests(wanted.now()),
        inside,
        wanted.isSpokenBy(group),
        group.hasRoom(wanted.capacity()),
        kilometers,
        lastAsked(group));
  }

  /** A group that holds the place, with the merits that a ranking found. */
  static Standing inside(Group group, int merits) {
    return new Standing(
        group,
        (merits & Merits.NEED) != 0,
        (merits & Merits.OPEN) != 0,
        true,
        (merits & Merits.SPEAKS) != 0,
        (merits & Merits.ROOM) != 0,
        0,
        lastAsked(group));
  }

  private static Instant lastAsked(Group group) {
    Instant last = Instant.MIN;
    for (Lead lead : group.leads()) {
      Instant asked = lead.standing().lastAsked().orElse(Instant.MIN);
      last = asked.isAfter(last) ? asked : last;
    }
    return last;
  }
}
