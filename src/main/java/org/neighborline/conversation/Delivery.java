package org.neighborline.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message that we sent: the worker's own attempt, or a status from the carrier.
 *
 * @param row the outbox row; it rides in the status callback's address
 * @param sid the carrier's name of the message, when known
 * @param state what became of it
 */
public record Delivery(long row, Optional<String> sid, State state) {
  /** What can become of a message. */
  public sealed interface State {
    /** The carrier has it. */
    record Accepted() implements State {}

    record Delivered() implements State {}

    /**
     * It won't reach this person.
     *
     * @param error the carrier's code; 0 when it gave none
     */
    record Failed(int error) implements State {}

    /**
     * Our account or number is at fault: the text waits, and no lead is blamed.
     *
     * @param error the carrier's code
     */
    record OurFault(int error) implements State {}

    /** Try again at a time. */
    record Retry(Instant at) implements State {}

    /** No answer: the carrier may have it or not. */
    record Unknown() implements State {}

    /** It is no longer wanted. */
    record Dropped() implements State {}
  }
}
