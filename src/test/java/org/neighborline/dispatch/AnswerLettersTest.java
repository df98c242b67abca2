package org.neighborline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnswerLettersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T19:00:00Z");

  @Test
  void the_first_is_a_and_i_is_never_used() {
    assertThat(AnswerLetters.next(Map.of(), Set.of())).isEqualTo('A');
    assertThat(AnswerLetters.ALL).isEqualTo("ABCDEFGHJKLMN");
  }

  @Test
  void all_are_used_before_one_comes_again_and_then_the_oldest() {
    Map<Character, Instant> used = new HashMap<>();
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      char next = AnswerLetters.next(used, Set.of());
      order.append(next);
      used.put(next, NOW.plus(Duration.ofMinutes(i)));
    }
    assertThat(order).hasToString("ABCDEFGHJKLMNAB");
  }

  @Test
  void an_open_letter_is_not_used_while_another_is_free() {
    Map<Character, Instant> used = new HashMap<>();
    AnswerLetters.ALL
        .chars()
        .forEach(c -> used.put((char) c, c == 'A' ? NOW.minusSeconds(9) : NOW));
    assertThat(AnswerLetters.next(used, Set.of('A'))).isEqualTo('B');
  }
}
