package org.neighborline.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * The letters that tell a lead's dispatches apart: A to N without I, the least recently used first,
 * so that a letter keeps meaning its own request for a day.
 */
final class AnswerLetters {
  static final String ALL = "ABCDEFGHJKLMN";

  private AnswerLetters() {}

  /**
   * The next letter for a phone.
   *
   * @param lastUsed when each letter was last used for it
   * @param open the letters of dispatches it has not answered
   */
  static char next(Map<Character, Instant> lastUsed, Set<Character> open) {
    return (char)
        ALL.chars()
            .boxed()
            .min(
                Comparator.comparing((Integer c) -> open.contains((char) c.intValue()))
                    .thenComparing(c -> lastUsed.getOrDefault((char) c.intValue(), Instant.MIN))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow()
            .intValue();
  }
}
