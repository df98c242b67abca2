package org.neighborline.understanding;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** A time that someone named, before it is known from when it counts. */
public sealed interface When {
  /** "in 2 hours", "3d". */
  record After(Duration time) implements When {}

  /** "at 5 pm", "17:30": the next time that the clock shows it. */
  record At(LocalTime time) implements When {}

  /** "until Monday": the next such day, at its start. */
  record On(DayOfWeek day) implements When {}

  /** The moment that is meant, when it was said now. */
  default Instant from(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    return switch (this) {
      case After(Duration time) -> now.plus(time);
      case At(LocalTime time) -> {
        ZonedDateTime today = local.with(time);
        yield (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
      }
      case On(DayOfWeek day) ->
          local.toLocalDate().with(TemporalAdjusters.next(day)).atStartOfDay(zone).toInstant();
    };
  }
}
