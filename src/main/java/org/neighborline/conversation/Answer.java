package org.neighborline.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.neighborline.language.Tongue;

/**
 * A reply in its final words, as it is stored and given again to a repeated webhook.
 *
 * @param lines in order; none when silence is the answer
 * @param waitsFor what a call waits for next
 * @param turn how many turns the conversation had: the next step of a call is named by it
 */
public record Answer(List<Line> lines, Wait waitsFor, int turn) {
  public static final Answer SILENCE = new Answer(List.of(), new Wait.Nothing(), 0);

  /**
   * One prompt in its words.
   *
   * @param key its name among the recorded prompts
   * @param tongue in which it is said
   * @param words what is said
   */
  public record Line(String key, Tongue tongue, String words) {}

  /** All of it as one text. */
  public String text() {
    return lines.stream().map(Line::words).collect(Collectors.joining(" "));
  }
}
