package org.neighborline.conversation;

import java.time.Instant;
import java.util.Optional;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;

/**
 * The state of one contact's exchange on one channel; of one call, where callers may have no
 * number.
 *
 * @param key {@code s:<contact>} for texts, {@code v:<CallSid>} for a call
 * @param channel texts or a call
 * @param step where it stands
 * @param turn how many turns it had
 * @param tongue what it is held in; for texts the contact's, for a call what the caller chose
 * @param askedAt when our newest open question went out; empty when none is open
 * @param until when an unfinished intake is handed on as it stands
 * @param pace guards against floods and loops
 */
public record Conversation(
    String key,
    Channel channel,
    Step step,
    int turn,
    Optional<Tongue> tongue,
    Optional<Instant> askedAt,
    Optional<Instant> until,
    Pace pace) {
  /**
   * How fast someone texts.
   *
   * @param since the start of the hour that is counted
   * @param count texts in it
   * @param same how many times in a row the same words came
   * @param words a hash of the last words
   * @param sameSince when these words first came
   */
  public record Pace(Instant since, int count, int same, int words, Optional<Instant> sameSince) {
    static final Pace NONE = new Pace(Instant.EPOCH, 0, 0, 0, Optional.empty());
  }

  /** A conversation that starts now. */
  public static Conversation fresh(String key, Channel channel) {
    return new Conversation(
        key,
        channel,
        new Step.Idle(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Pace.NONE);
  }

  /** The same with this question open, unless another is. */
  public Conversation asked(Step question, Instant now) {
    Instant until =
        question instanceof Step.AskNews(_, Instant own) ? own : now.plus(House.FINISH_WITHIN);
    return step instanceof Step.Idle ? at(question, Optional.of(now), Optional.of(until)) : this;
  }

  Conversation at(Step next, Optional<Instant> asked, Optional<Instant> deadline) {
    return new Conversation(key, channel, next, turn, tongue, asked, deadline, pace);
  }

  Conversation in(Tongue now) {
    return new Conversation(key, channel, step, turn, Optional.of(now), askedAt, until, pace);
  }

  Conversation paced(Pace now) {
    return new Conversation(key, channel, step, turn, tongue, askedAt, until, now);
  }

  /** The same, one turn later. */
  Conversation counted() {
    return new Conversation(key, channel, step, turn + 1, tongue, askedAt, until, pace);
  }
}
