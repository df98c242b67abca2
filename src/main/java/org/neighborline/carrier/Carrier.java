package org.neighborline.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.phone.PhoneNumber;

/**
 * Whoever moves our texts and calls: sends one, and lists what it has, so that nothing is lost or
 * doubled; and gives out what callers said.
 */
public interface Carrier {
  /**
   * A text to be sent.
   *
   * @param row the outbox row; it rides in the status callback's address
   */
  record Text(long row, PhoneNumber from, PhoneNumber to, String body) {}

  /**
   * A call to be made: to a lead, or back to someone whose own call was too short.
   *
   * @param row the outbox row; it rides in the status callback's address
   * @param code about which request; empty where there is none yet
   */
  record Call(long row, PhoneNumber from, PhoneNumber to, String code) {}

  /** What asking for a recording came to. */
  sealed interface Heard {
    /** The sound, as a file. */
    record Sound(byte[] bytes) implements Heard {}

    /** The carrier has no such recording. */
    record Missing() implements Heard {}

    /** Not now: the carrier is down, or slow. */
    record Later() implements Heard {}
  }

  /** What an attempt to send came to. */
  sealed interface Sent {
    /** The carrier has it, under this name. */
    record Accepted(String sid) implements Sent {}

    /**
     * It can never reach this person.
     *
     * @param error the carrier's code
     */
    record Refused(int error) implements Sent {}

    /**
     * Not now: too fast, or the carrier is down.
     *
     * @param after how long to wait, when it said so
     */
    record Later(Optional<Duration> after) implements Sent {}

    /**
     * Something is wrong on our side (account, number, registration): the sender must stop.
     *
     * @param error the carrier's code
     */
    record OurFault(int error) implements Sent {}

    /** No answer came: the carrier may have it or not. */
    record Unknown() implements Sent {}
  }

  /** A message that the carrier lists. */
  record Listed(
      String sid,
      String from,
      String to,
      String body,
      int media,
      Instant at,
      boolean failed,
      int error) {}

  /** Sends a text; waits for the carrier's answer. */
  Sent send(Text text);

  /** Calls someone; waits for the carrier's answer, not for theirs. */
  Sent call(Call call);

  /** The sound of a recording. */
  Heard recording(String sid);

  /**
   * Deletes a recording.
   *
   * @return whether it is gone; else try again later
   */
  boolean deleteRecording(String sid);

  /**
   * Takes the words out of one text of the carrier's; the text itself stays in its books.
   *
   * @return whether they are gone; else try again later
   */
  boolean redact(String sid);

  /**
   * Texts from one number to another since a moment: what became of an attempt without an answer,
   * what was said with someone who is forgotten.
   *
   * @return empty when the carrier can't be reached
   */
  Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since);

  /**
   * Texts that people sent to one of our numbers since a moment.
   *
   * @return empty when the carrier can't be reached
   */
  Optional<List<Listed>> received(PhoneNumber to, Instant since);
}
