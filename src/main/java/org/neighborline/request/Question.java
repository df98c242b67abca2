package org.neighborline.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Phrase;

/**
 * A phrase as a lead sent it, which the resident may answer.
 *
 * @param phrase which
 * @param minutes what fills it, if it takes a number
 * @param time what fills it, if it takes a time
 * @param askedAt when it went out
 */
public record Question(
    Phrase phrase, Optional<Integer> minutes, Optional<Instant> time, Instant askedAt) {
  /** The sentence, filled. */
  public Arg said() {
    return new Arg.Phrased(
        phrase,
        minutes.<Arg>map(n -> Arg.of(Integer.toString(n))).or(() -> time.<Arg>map(Arg.At::new)));
  }

  /** The sentence with what was answered to it. */
  public Arg answered(Arg answer) {
    return new Arg.Row(List.of(said(), answer), " ");
  }

  /** The sentence and words that nobody translates. */
  public Arg with(String words) {
    return answered(Arg.of("(" + words + ")"));
  }

  /** The same, asked once more. */
  public Question again(Instant now) {
    return new Question(phrase, minutes, time, now);
  }
}
