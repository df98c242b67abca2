package org.neighborline.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShiftTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:00, true", // a Tuesday
    "2026-11-24T16:59, true",
    "2026-11-24T17:00, false",
    "2026-11-24T08:59, false",
    "2026-11-25T12:00, false"
  })
  void a_shift_holds_from_its_start_until_before_its_end(LocalDateTime local, boolean holds) {
    assertThat(shift(TUESDAY, "09:00", "17:00").holds(local.atZone(ZONE))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T20:00, true", // Friday evening
    "2026-11-27T23:59, true",
    "2026-11-28T00:00, true",
    "2026-11-28T01:59, true",
    "2026-11-28T02:00, false",
    "2026-11-28T20:00, false",
    "2026-11-27T01:00, false" // the night before is Thursday's
  })
  void a_shift_over_midnight_belongs_to_the_day_it_starts(LocalDateTime local, boolean holds) {
    assertThat(shift(FRIDAY, "20:00", "02:00").holds(local.atZone(ZONE))).isEqualTo(holds);
  }

  @Test
  void the_same_start_and_end_is_all_day() {
    Shift shift = shift(SATURDAY, "08:00", "08:00");
    assertThat(shift.holds(at("2026-11-28T00:00"))).isTrue();
    assertThat(shift.holds(at("2026-11-28T23:59"))).isTrue();
    assertThat(shift.holds(at("2026-11-29T00:00"))).isFalse();
  }

  /** On March 8, 2026 the clock goes from 2 to 3. */
  @Test
  void in_spring_a_shift_that_starts_in_the_lost_hour_starts_after_it() {
    Shift shift = shift(SUNDAY, "02:30", "04:00");
    assertThat(shift.holds(utc("2026-03-08T06:59:00Z"))).isFalse(); // 1:59
    assertThat(shift.holds(utc("2026-03-08T07:00:00Z"))).isTrue(); // 3:00
    assertThat(shift.holds(utc("2026-03-08T08:00:00Z"))).isFalse(); // 4:00
  }

  /** On November 1, 2026 the clock goes from 2 back to 1. */
  @Test
  void in_autumn_a_shift_holds_in_both_of_the_doubled_hours() {
    Shift shift = shift(SUNDAY, "01:00", "02:00");
    assertThat(shift.holds(utc("2026-11-01T05:30:00Z"))).isTrue(); // 1:30, summer
    assertThat(shift.holds(utc("2026-11-01T06:30:00Z"))).isTrue(); // 1:30, winter
    assertThat(shift.holds(utc("2026-11-01T07:00:00Z"))).isFalse();
  }

  @Test
  void a_week_of_all_days_and_hours_is_always() {
    Shift always =
        new Shift(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    for (int hour = 0; hour < 24 * 370; hour++) {
      assertThat(always.holds(at("2026-01-01T00:00").plusHours(hour))).isTrue();
    }
  }

  private static Shift shift(DayOfWeek day, String from, String to) {
    return new Shift(Set.of(day), LocalTime.parse(from), LocalTime.parse(to));
  }

  private static ZonedDateTime at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE);
  }

  private static ZonedDateTime utc(String instant) {
    return Instant.parse(instant).atZone(ZONE);
  }
}
