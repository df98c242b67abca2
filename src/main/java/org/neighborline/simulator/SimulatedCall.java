package org.neighborline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One leg of a call, as it stands: what the person on it has heard, and what the line waits for.
 *
 * @param parent the leg whose Dial made this one, empty for a call of its own
 * @param from who calls; a withheld caller is a word or an odd number
 * @param person the number of the phone on this leg
 * @param heard everything so far, the oldest first
 * @param awaits what the line waits for now
 * @param length how long it was connected, zero while it is not over
 */
public record SimulatedCall(
    String sid,
    String parent,
    Direction direction,
    String from,
    String to,
    String person,
    Status status,
    List<Heard> heard,
    Awaits awaits,
    Instant created,
    Duration length) {
  /** Who started the leg, as the carrier counts. */
  public enum Direction {
    INBOUND,
    OUTBOUND_API,
    OUTBOUND_DIAL;

    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where a leg is in its life. */
  public enum Status {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOver() {
      return switch (this) {
        case QUEUED, RINGING, IN_PROGRESS -> false;
        case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> true;
      };
    }
  }

  /** What a line can wait for. */
  public enum Awaits {
    /** It rings, and waits to be answered. */
    ANSWER,
    /** It speaks, fetches or rings elsewhere; keys are ignored. */
    NOTHING,
    KEYS,
    RECORDING,
    /** Two people talk. */
    TALK,
    /** It is over. */
    OVER
  }

  /** Something the person on the leg heard, or did. */
  public sealed interface Heard {
    /** Words in the carrier's voice, in the language it was told to speak. */
    record Said(String language, String words) implements Heard {}

    record Played(String url) implements Heard {}

    record Beep() implements Heard {}

    /** The other person on a bridged call. */
    record Talked(String words) implements Heard {}

    /** What the person pressed or said themselves. */
    record Did(String words) implements Heard {}
  }
}
