package org.neighborline.report;

import java.util.List;
import org.neighborline.language.Language;
import org.neighborline.phone.Channel;

/**
 * What it costs a resident, and the hotline, to get from first contact to a stored request: in one
 * language, on one channel.
 *
 * @param choices keys with a meaning of their own: the language, the need, "this is right"
 * @param keys all keys pressed, those of the ZIP too; by text, characters written
 * @param seconds on the phone until the request is stored, each menu heard to its end but the
 *     languages' only until the caller's own; 0 by text
 * @param call how long the whole call takes, with a message and the confirmation; 0 by text
 * @param texts that the resident sends until the request is confirmed
 * @param segments of all texts, theirs and ours
 * @param cents what the carrier takes from the hotline for all of it
 * @param stored whether it came to a confirmed request at all
 */
public record Effort(
    Language language,
    Channel channel,
    int choices,
    int keys,
    double seconds,
    double call,
    int texts,
    int segments,
    double cents,
    boolean stored) {
  private static final int MOST_CHOICES = 3;
  private static final double MOST_SECONDS = 60;
  private static final int MOST_TEXTS = 2;

  /** Whether it is as little as we promise. */
  public boolean isLittle() {
    return stored
        && switch (channel) {
          case SMS -> texts <= MOST_TEXTS;
          case VOICE -> choices <= MOST_CHOICES && seconds <= MOST_SECONDS;
        };
  }

  /** Those that are more than we promise. */
  public static List<Effort> tooMuch(List<Effort> all) {
    return all.stream().filter(effort -> !effort.isLittle()).toList();
  }
}
