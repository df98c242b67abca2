package org.neighborline.group;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a lead is reminded of a shift: the evening before, and an hour before it starts. */
public final class Reminders {
  private static final LocalTime EVENING = LocalTime.of(19, 0);
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final int DAYS_AHEAD = 9;

  private Reminders() {}

  /**
   * One reminder.
   *
   * @param at when it is due
   * @param from when the shift starts
   * @param until when it is over
   * @param evening whether this is the evening before
   */
  public record Reminder(Instant at, Instant from, Instant until, boolean evening) {}

  /** The first reminder after a moment; none falls into the quiet hours. */
  public static Optional<Reminder> next(
      List<Shift> shifts, ZoneId zone, QuietHours quiet, Instant after) {
    LocalDate today = after.atZone(zone).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .flatMap(day -> shifts.stream().flatMap(s -> of(s, day, zone)))
        .filter(r -> r.at().isAfter(after) && !quiet.hold(r.at().atZone(zone)))
        .min(Comparator.comparing(Reminder::at));
  }

  private static Stream<Reminder> of(Shift shift, LocalDate day, ZoneId zone) {
    if (!shift.days().contains(day.getDayOfWeek())) {
      return Stream.empty();
    }
    ZonedDateTime from = day.atTime(shift.from()).atZone(zone);
    LocalDate lastDay = shift.from().isBefore(shift.to()) ? day : day.plusDays(1);
    Instant until = lastDay.atTime(shift.to()).atZone(zone).toInstant();
    Instant evening = day.minusDays(1).atTime(EVENING).atZone(zone).toInstant();
    return Stream.of(
        new Reminder(evening, from.toInstant(), until, true),
        new Reminder(from.toInstant().minus(BEFORE), from.toInstant(), until, false));
  }
}
