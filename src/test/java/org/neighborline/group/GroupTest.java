package org.neighborline.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Language;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;

final class GroupTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T17:00:00Z");
  private static final Instant SATURDAY_NOON = Instant.parse("2026-11-28T17:00:00Z");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final Shift WORKDAYS =
      new Shift(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0));
  private static final Lead ANA =
      new Lead(
          1,
          "g",
          1,
          "Ana",
          List.of(Language.ENGLISH),
          1,
          List.of(
              new Shift(EnumSet.allOf(DayOfWeek.class), LocalTime.of(11, 0), LocalTime.of(13, 0))),
          true,
          false,
          Lead.Standing.FRESH);

  @Test
  void it_takes_requests_within_its_hours_in_its_own_zone() {
    Group group = group(NEW_YORK, List.of(WORKDAYS), Optional.empty());
    assertThat(group.takesRequests(TUESDAY_NOON)).isTrue();
    assertThat(group.takesRequests(SATURDAY_NOON)).isFalse();
    assertThat(group.opensAt(SATURDAY_NOON)).contains(Instant.parse("2026-11-30T14:00:00Z"));
    Group tokyo = group(ZoneId.of("Asia/Tokyo"), List.of(WORKDAYS), Optional.empty());
    assertThat(tokyo.takesRequests(TUESDAY_NOON)).isFalse();
  }

  @Test
  void a_pause_ends_on_its_day_and_one_without_a_day_goes_on() {
    Group back = group(NEW_YORK, List.of(), Optional.of(LocalDate.of(2026, 11, 28)));
    assertThat(back.takesRequests(TUESDAY_NOON)).isFalse();
    assertThat(back.takesRequests(Instant.parse("2026-11-28T04:59:59Z"))).isFalse();
    assertThat(back.takesRequests(Instant.parse("2026-11-28T05:00:00Z"))).isTrue();
    Group paused = group(NEW_YORK, List.of(), Optional.of(Availability.SOME_DAY));
    assertThat(paused.takesRequests(SATURDAY_NOON)).isFalse();
    assertThat(paused.opensAt(SATURDAY_NOON)).isEmpty();
  }

  @Test
  void a_lead_is_asked_next_when_group_and_lead_are_there_both() {
    Group group = group(NEW_YORK, List.of(WORKDAYS), Optional.empty());
    assertThat(group.mayAsk(ANA, TUESDAY_NOON, NIGHT, false)).isTrue();
    assertThat(group.mayAsk(ANA, SATURDAY_NOON, NIGHT, false)).isFalse();
    assertThat(group.nextAsk(ANA, SATURDAY_NOON, NIGHT, false))
        .contains(Instant.parse("2026-11-30T16:00:00Z"));
    Group never = group(NEW_YORK, List.of(), Optional.of(Availability.SOME_DAY));
    assertThat(never.nextAsk(ANA, SATURDAY_NOON, NIGHT, false)).isEmpty();
  }

  @Test
  void hours_keep_their_meaning_over_both_clock_changes() {
    Group group = group(NEW_YORK, List.of(WORKDAYS), Optional.empty());
    assertThat(group.opensAt(Instant.parse("2026-03-07T12:00:00Z")))
        .contains(Instant.parse("2026-03-09T13:00:00Z"));
    assertThat(group.opensAt(Instant.parse("2026-10-31T12:00:00Z")))
        .contains(Instant.parse("2026-11-02T14:00:00Z"));
  }

  private static Group group(ZoneId zone, List<Shift> hours, Optional<LocalDate> backOn) {
    Point base = new Point(40.69, -73.93);
    return new Group(
        "g",
        "G",
        base,
        ServiceArea.of(
            new ServiceArea.Written(Set.of(), Set.of(), Optional.of(1.0), Optional.empty()), base),
        Set.of(),
        List.of(Language.ENGLISH),
        zone,
        new Availability(hours, OptionalInt.empty(), backOn),
        0,
        List.of(ANA));
  }
}
