package org.neighborline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
  @ParameterizedTest
  @CsvSource({
    "A1, A, 1",
    "a1, A, 1",
    "A 1, A, 1",
    "A.1, A, 1",
    "1a, A, 1",
    "1 A, A, 1",
    "b: 2, B, 2",
    "N2, N, 2",
    "Ａ１, A, 1"
  })
  void a_letter_and_a_digit_in_any_order(String typed, char letter, int digit) {
    assertThat(Keys.read(typed)).contains(new Keys(Optional.of(letter), digit, ""));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "' 2 ', 2", "1., 1", "١, 1", "१, 1", "12, 12", "0, 0"})
  void a_bare_digit_of_any_script(String typed, int digit) {
    assertThat(Keys.read(typed))
        .hasValueSatisfying(keys -> {
          assertThat(keys.letter()).isEmpty();
          assertThat(keys.digit()).isEqualTo(digit);
          assertThat(keys.isBare()).isTrue();
        });
  }

  @Test
  void words_after_a_key_are_kept_whole() {
    assertThat(Keys.read("A1 in 2 hours, after work"))
        .contains(new Keys(Optional.of('A'), 1, "in 2 hours, after work"));
    assertThat(Keys.read("2 it is for 5")).contains(new Keys(Optional.empty(), 2, "it is for 5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "one",
        "K7M2",
        "C3H9",
        "4CT9",
        "11221",
        "1st avenue",
        "I1",
        "O1",
        "A",
        "A11",
        "2 people who are very hungry and have had nothing to eat since yesterday morning"
      })
  void what_is_no_key(String typed) {
    assertThat(Keys.read(typed)).isEmpty();
  }
}
