package org.neighborline.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RemindersTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final QuietHours QUIET =
      new QuietHours(LocalTime.parse("21:00"), LocalTime.parse("08:00"));

  @Test
  void the_evening_before_and_then_an_hour_before() {
    List<Shift> shifts = shifts("2026-11-25", "10:00", "17:00");
    assertThat(at(shifts, "2026-11-24T12:00:00-05:00"))
        .containsExactly("2026-11-25T00:00:00Z evening", "2026-11-25T14:00:00Z");
  }

  @Test
  void none_falls_into_the_quiet_hours() {
    List<Shift> shifts = shifts("2026-11-25", "08:30", "12:00");
    assertThat(at(shifts, "2026-11-24T12:00:00-05:00"))
        .containsExactly("2026-11-25T00:00:00Z evening", "2026-12-02T00:00:00Z evening");
  }

  @Test
  void a_shift_over_midnight_ends_on_the_next_day_also_when_the_clocks_change() {
    List<Shift> shifts = shifts("2027-03-13", "20:00", "06:00");
    Reminders.Reminder reminder =
        Reminders.next(shifts, ZONE, QUIET, Instant.parse("2027-03-13T20:00:00Z")).orElseThrow();
    assertThat(reminder.at()).isEqualTo("2027-03-14T00:00:00Z");
    assertThat(reminder.from()).isEqualTo("2027-03-14T01:00:00Z");
    assertThat(reminder.until()).isEqualTo("2027-03-14T10:00:00Z");
  }

  @Test
  void who_has_no_shifts_is_never_reminded() {
    assertThat(Reminders.next(List.of(), ZONE, QUIET, Instant.parse("2026-11-24T12:00:00Z")))
        .isEmpty();
  }

  /** The next two. */
  private static List<String> at(List<Shift> shifts, String from) {
    Instant after = OffsetDateTime.parse(from).toInstant();
    Reminders.Reminder first = Reminders.next(shifts, ZONE, QUIET, after).orElseThrow();
    Reminders.Reminder second = Reminders.next(shifts, ZONE, QUIET, first.at()).orElseThrow();
    return List.of(told(first), told(second));
  }

  private static String told(Reminders.Reminder reminder) {
    return reminder.at() + (reminder.evening() ? " evening" : "");
  }

  private static List<Shift> shifts(String day, String from, String to) {
    DayOfWeek weekday = LocalDate.parse(day).getDayOfWeek();
    return List.of(new Shift(Set.of(weekday), LocalTime.parse(from), LocalTime.parse(to)));
  }
}
