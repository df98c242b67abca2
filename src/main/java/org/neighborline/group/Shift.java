package org.neighborline.group;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A weekly on-call window in the group's time zone; it may run over midnight into the next day.
 *
 * @param days the days it starts on
 * @param from when it starts
 * @param to when it ends; the same as {@code from} means all day
 */
public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  /** Whether a moment lies in it. Wall-clock times, so both clock changes keep their meaning. */
  public boolean holds(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    boolean today = days.contains(moment.getDayOfWeek());
    if (from.equals(to)) {
      return today;
    }
    if (from.isBefore(to)) {
      return today && !time.isBefore(from) && time.isBefore(to);
    }
    boolean yesterday = days.contains(moment.getDayOfWeek().minus(1));
    return (today && !time.isBefore(from)) || (yesterday && time.isBefore(to));
  }
}
