package org.neighborline.group;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of the night in which we start no text, urgent ones to those who said so excepted.
 *
 * @param from when they start
 * @param to when they end; the same as {@code from} means there are none
 */
public record QuietHours(LocalTime from, LocalTime to) {
  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /** The moment itself, or when they end if it lies in them. */
  public Instant over(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    if (!hold(local)) {
      return moment;
    }
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }

  /** Whether they began at most this long before a moment that lies in them. */
  public boolean beganWithin(Duration before, ZonedDateTime moment) {
    return hold(moment) && !hold(moment.minus(before));
  }

  /** Whether a moment lies in them. */
  public boolean hold(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    if (from.equals(to)) {
      return false;
    }
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
