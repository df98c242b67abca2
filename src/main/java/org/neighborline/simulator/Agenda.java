package org.neighborline.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What the carrier will do and when, in an order that does not depend on luck. */
final class Agenda {
  /** Something that happens by itself when its time comes. */
  sealed interface Due {
    record Moves(String messageSid, SimulatedMessage.Status next, int error) implements Due {}

    record Posts(Webhook webhook) implements Due {}

    /** A call's wait may be over; {@code turn} tells whether it is still the same one. */
    record Wakes(String callSid, int turn) implements Due {}
  }

  private record Entry(Instant at, long order, Due due) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
  private long order;

  void add(Instant at, Due due) {
    entries.add(new Entry(at, order++, due));
  }

  Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::at);
  }

  /** Takes the first thing that is due by then. */
  Optional<Due> take(Instant now) {
    Entry first = entries.peek();
    if (first == null || first.at().isAfter(now)) {
      return Optional.empty();
    }
    entries.remove(first);
    return Optional.of(first.due());
  }

  void clear() {
    entries.clear();
  }
}
