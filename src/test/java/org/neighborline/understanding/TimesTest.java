package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {
  private static final Times TIMES = new Times(Translations.all());

  @ParameterizedTest
  @CsvSource({
    "1 in 2 hours, PT2H",
    "A1 in 30 min, PT30M",
    "2h, PT2H",
    "3d, PT72H",
    "en 2 horas, PT2H",
    "dans 20 minutes, PT20M",
    "za 2 godziny, PT2H",
    "через 2 часа, PT2H",
    "2시간 후, PT2H",
    "2小时后, PT2H",
    "بعد 2 ساعات, PT2H",
    "২ ঘণ্টা পরে, PT2H",
    "2 घंटे में, PT2H",
    "nan 2 èdtan, PT2H",
  })
  void so_long_from_now_in_any_language(String words, Duration time) {
    assertThat(TIMES.find(words)).contains(new When.After(time));
  }

  @ParameterizedTest
  @CsvSource({
    "I come at 5 pm, 17:00",
    "at 5:30 pm, 17:30",
    "17:45, 17:45",
    "12 am, 00:00",
    "a las 6 de la tarde, 18:00",
  })
  void by_the_clock(String words, LocalTime time) {
    assertThat(TIMES.find(words)).contains(new When.At(time));
  }

  @ParameterizedTest
  @CsvSource({
    "until Monday, MONDAY",
    "hasta el viernes, FRIDAY",
    "до понедельника, MONDAY",
    "do piątku, FRIDAY",
    "到星期日, SUNDAY",
    "월요일까지, MONDAY",
    "حتى الجمعة, FRIDAY",
    "সোমবার পর্যন্ত, MONDAY",
    "jiska samdi, SATURDAY",
  })
  void until_a_day(String words, DayOfWeek day) {
    assertThat(TIMES.find(words)).contains(new When.On(day));
  }

  @ParameterizedTest
  @CsvSource({
    "food for 4 near 11221",
    "I am hungry",
    "my monitor broke",
    "2 meals please",
    "TAKE K7M2",
    "7m2k",
    "P7 30 r4h9"
  })
  void not_every_number_is_a_time(String words) {
    assertThat(TIMES.find(words)).isEmpty();
  }

  @Test
  void a_day_is_the_next_one_and_starts_at_midnight_there() {
    Instant tuesday = Instant.parse("2026-11-24T19:00:00Z");
    ZoneId zone = ZoneId.of("America/New_York");
    assertThat(new When.On(DayOfWeek.TUESDAY).from(tuesday, zone))
        .isEqualTo("2026-12-01T05:00:00Z");
    assertThat(new When.At(LocalTime.of(9, 0)).from(tuesday, zone))
        .isEqualTo("2026-11-25T14:00:00Z");
  }
}
