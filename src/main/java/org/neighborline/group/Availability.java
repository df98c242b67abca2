package org.neighborline.group;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a group takes requests, and how many at a time.
 *
 * @param hours weekly windows in the group's time zone; empty: always
 * @param capacity requests that its leads hold together at most; empty: as many as they can
 * @param backOn a pause, and the day on which it is over; empty: no pause
 */
public record Availability(List<Shift> hours, OptionalInt capacity, Optional<LocalDate> backOn) {
  /** A group that said nothing of hours, capacity or a pause. */
  public static final Availability ALWAYS =
      new Availability(List.of(), OptionalInt.empty(), Optional.empty());

  /** When a pause ends of which nobody said how long it lasts. */
  public static final LocalDate SOME_DAY = LocalDate.MAX;

  /** Whether it takes requests at all hours. */
  public boolean isAlways() {
    return hours.isEmpty() && backOn.isEmpty();
  }

  /** Whether it takes requests at a moment. */
  boolean isOpen(Instant moment, ZoneId zone) {
    if (isAlways()) {
      return true;
    }
    ZonedDateTime local = moment.atZone(zone);
    return !isPaused(local.toLocalDate())
        && (hours.isEmpty() || hours.stream().anyMatch(window -> window.holds(local)));
  }

  boolean isPaused(LocalDate day) {
    return backOn.filter(day::isBefore).isPresent();
  }
}
