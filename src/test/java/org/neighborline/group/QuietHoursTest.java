package org.neighborline.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.parse("21:00"), LocalTime.parse("08:00"));

  @ParameterizedTest
  @CsvSource({
    "20:59, false",
    "21:00, true",
    "23:59, true",
    "00:00, true",
    "07:59, true",
    "08:00, false"
  })
  void over_midnight(LocalTime time, boolean quiet) {
    assertThat(NIGHT.hold(LocalDateTime.parse("2026-11-24T00:00").with(time).atZone(ZONE)))
        .isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({"12:59, false", "13:00, true", "14:59, true", "15:00, false"})
  void within_a_day(LocalTime time, boolean quiet) {
    QuietHours siesta = new QuietHours(LocalTime.parse("13:00"), LocalTime.parse("15:00"));
    assertThat(siesta.hold(LocalDateTime.parse("2026-11-24T00:00").with(time).atZone(ZONE)))
        .isEqualTo(quiet);
  }

  @Test
  void they_end_at_eight_on_the_wall_on_both_days_that_change_the_clock() {
    assertThat(NIGHT.hold(Instant.parse("2026-03-08T11:59:00Z").atZone(ZONE))).isTrue();
    assertThat(NIGHT.hold(Instant.parse("2026-03-08T12:00:00Z").atZone(ZONE))).isFalse();
    assertThat(NIGHT.hold(Instant.parse("2026-11-01T12:59:00Z").atZone(ZONE))).isTrue();
    assertThat(NIGHT.hold(Instant.parse("2026-11-01T13:00:00Z").atZone(ZONE))).isFalse();
  }

  @Test
  void none_are_never() {
    assertThat(QuietHours.NONE.hold(Instant.parse("2026-11-24T05:00:00Z").atZone(ZONE))).isFalse();
  }
}
