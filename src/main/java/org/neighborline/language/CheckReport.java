package org.neighborline.language;

import java.util.List;
import java.util.Map;

/**
 * What a check of all translations found.
 *
 * @param faults by file and line; none when all is well
 * @param editions one for each language, and one more for its Latin form
 * @param lessons how many examples each language has
 * @param price cents for a segment
 */
public record CheckReport(
    List<Fault> faults, List<Edition> editions, List<Lessons> lessons, double price) {
  /** The key of the row that tells what the dearest phrase costs as it is sent. */
  public static final String PHRASE = "a phrase";

  /**
   * A language in one kind of letters.
   *
   * @param language its tag
   * @param letters its own or Latin ones
   * @param name what it calls itself
   * @param written how many texts it has, with tails, phrases and those that are spoken
   * @param unreviewed how many of these nobody has reviewed
   * @param requestSegments what the texts of one request cost, from read-back to done
   * @param requestCents the same in cents
   * @param texts those that are sent, in the order of {@link Text}, then the dearest phrase
   */
  public record Edition(
      String language,
      Letters letters,
      String name,
      int written,
      int unreviewed,
      int requestSegments,
      double requestCents,
      List<Size> texts) {}

  /**
   * What one text costs.
   *
   * @param key which text
   * @param encoding {@code GSM-7}, or {@code UCS-2}, which has room for less than half
   * @param typical segments with ordinary names
   * @param worst segments with the longest real names
   * @param budget segments it may cost at most
   * @param line where it stands in its file
   * @param shown the text with ordinary names, as a phone shows it
   */
  public record Size(
      String key, String encoding, int typical, int worst, int budget, int line, String shown) {}

  /**
   * The examples of one language.
   *
   * @param language its tag
   * @param examples how many it has
   * @param intents how many for each intent that has any
   */
  public record Lessons(String language, int examples, Map<String, Integer> intents) {}

  /** Whether there was no fault. */
  public boolean isClean() {
    return faults.isEmpty();
  }
}
