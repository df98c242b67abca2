package org.neighborline.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Language;

final class LeadTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.parse("21:00"), LocalTime.parse("08:00"));
  private static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant EIGHT = Instant.parse("2026-11-24T13:00:00Z");

  @Test
  void at_night_only_who_said_so_may_be_asked_and_only_when_urgent() {
    assertThat(lead(true, true, List.of()).mayBeAsked(THREE_AT_NIGHT, ZONE, NIGHT, true)).isTrue();
    assertThat(lead(true, true, List.of()).mayBeAsked(THREE_AT_NIGHT, ZONE, NIGHT, false))
        .isFalse();
    assertThat(lead(true, false, List.of()).mayBeAsked(THREE_AT_NIGHT, ZONE, NIGHT, true))
        .isFalse();
  }

  @Test
  void the_next_moment_is_the_end_of_the_night() {
    assertThat(lead(true, false, List.of()).nextAskable(THREE_AT_NIGHT, ZONE, NIGHT, false))
        .contains(EIGHT);
  }

  @Test
  void the_next_moment_is_in_the_next_shift_that_is_not_at_night() {
    Shift friday =
        new Shift(Set.of(DayOfWeek.FRIDAY), LocalTime.parse("07:00"), LocalTime.parse("09:00"));
    assertThat(lead(true, false, List.of(friday)).nextAskable(THREE_AT_NIGHT, ZONE, NIGHT, false))
        .contains(Instant.parse("2026-11-27T13:00:00Z"));
  }

  @Test
  void who_gets_neither_texts_nor_calls_is_never_asked() {
    Lead none =
        new Lead(
            1,
            "g",
            1,
            "Ana",
            List.of(Language.ENGLISH),
            1,
            List.of(),
            false,
            false,
            true,
            Lead.Standing.FRESH);
    assertThat(none.nextAskable(EIGHT, ZONE, NIGHT, true)).isEmpty();
    assertThat(none.mayBeAsked(EIGHT, ZONE, NIGHT, true)).isFalse();
  }

  @Test
  void who_rests_is_asked_when_the_rest_is_over() {
    Instant noon = Instant.parse("2026-11-24T17:00:00Z");
    Lead resting =
        new Lead(
            1,
            "g",
            1,
            "Ana",
            List.of(Language.ENGLISH),
            1,
            List.of(),
            true,
            false,
            new Lead.Standing(false, Optional.of(noon), 0, Optional.empty()));
    assertThat(resting.nextAskable(EIGHT, ZONE, NIGHT, false)).contains(noon);
  }

  private static Lead lead(boolean sms, boolean night, List<Shift> shifts) {
    return new Lead(
        1, "g", 1, "Ana", List.of(Language.ENGLISH), 1, shifts, sms, night, Lead.Standing.FRESH);
  }
}
