package org.neighborline.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.neighborline.language.Catalog;
import org.neighborline.language.Prompt;
import org.neighborline.language.Sound;
import org.neighborline.language.Tongue;

/**
 * A reply in its final words, as it is stored and given again to a repeated webhook.
 *
 * @param lines in order; none when silence is the answer
 * @param waitsFor what a call waits for next
 * @param turn how many turns the conversation had: the next step of a call is named by it
 * @param recordings what residents said, played before the lines
 */
public record Answer(List<Line> lines, Wait waitsFor, int turn, List<String> recordings) {
  public static final Answer SILENCE = new Answer(List.of(), new Wait.Nothing(), 0);

  // An answer that an older version stored has none.
  public Answer {
    recordings = recordings == null ? List.of() : List.copyOf(recordings);
  }

  /** One that plays nothing. */
  public Answer(List<Line> lines, Wait waitsFor, int turn) {
    this(lines, waitsFor, turn, List.of());
  }

  /**
   * One prompt in its words.
   *
   * @param tongue in which it is said
   * @param words what is said
   * @param sounds names of the recordings that say the same, in order; none when it is a text, or
   *     when only a voice can say it
   */
  public record Line(Tongue tongue, String words, List<String> sounds) {
    // An answer that an older version stored has none.
    public Line {
      sounds = sounds == null ? List.of() : List.copyOf(sounds);
    }

    /** A prompt in its words and sounds. */
    public static Line of(Catalog catalog, Tongue tongue, Prompt prompt) {
      return new Line(
          tongue,
          catalog.say(tongue, prompt),
          prompt.text().isSpoken()
              ? catalog.sounds(tongue, prompt).stream().map(Sound::name).toList()
              : List.of());
    }
  }

  /** All of it as one text. */
  public String text() {
    return lines.stream().map(Line::words).collect(Collectors.joining(" "));
  }
}
