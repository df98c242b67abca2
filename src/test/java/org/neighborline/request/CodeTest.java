package org.neighborline.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeTest {
  private static final long SEED = 7;

  @Test
  void drawn_codes_have_a_letter_and_a_digit_and_nothing_that_looks_like_another() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 10_000; i++) {
      assertThat(Code.draw(random, 4).text())
          .as("seed %d", SEED)
          .matches("[CDFHJKMNPRTVWXY2-9]{4}")
          .matches(".*[A-Z].*")
          .matches(".*[0-9].*");
    }
    assertThat(Code.draw(random, 5).text()).hasSize(5);
  }

  @Test
  void there_are_as_many_as_we_say() {
    String all = "CDFHJKMNPRTVWXY23456789";
    int codes = 0;
    for (int i = 0; i < Math.pow(all.length(), 4); i++) {
      StringBuilder text = new StringBuilder();
      for (int rest = i, n = 0; n < 4; n++, rest /= all.length()) {
        text.append(all.charAt(rest % all.length()));
      }
      codes += Code.parse(text.toString()).isPresent() ? 1 : 0;
    }
    assertThat(codes).isEqualTo(Code.HOW_MANY_OF_FOUR);
  }

  @Test
  void people_may_type_it_small_and_with_spaces_around() {
    assertThat(Code.parse(" k7m2 ")).contains(new Code("K7M2"));
    assertThat(Code.parse("K7M29")).contains(new Code("K7M29"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K7M", "K7M2X4", "KMPR", "2345", "K1M2", "A7M2", "K7 M2", "K7O2"})
  void what_is_no_code(String typed) {
    assertThat(Code.parse(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Code(typed));
  }
}
