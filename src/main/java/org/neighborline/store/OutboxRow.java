package org.neighborline.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A text that waits to be sent, or a call to be made, or was.
 *
 * @param id the row's key; it rides in the status callback's address
 * @param contactId to whom
 * @param body the text; empty once erased
 * @param segments what it costs
 * @param priority 0 is sent first
 * @param status where it is
 * @param nextAt not before
 * @param expiresAt not after
 * @param attempts how often it was tried
 * @param attemptedAt when last
 * @param sid the carrier's name for it
 * @param dispatchId the dispatch it asks for
 * @param about the code of the request that a call is about; empty for a text
 */
public record OutboxRow(
    long id,
    long contactId,
    String body,
    int segments,
    int priority,
    OutboxStatus status,
    Instant nextAt,
    Instant expiresAt,
    int attempts,
    Optional<Instant> attemptedAt,
    Optional<String> sid,
    OptionalLong dispatchId,
    Optional<String> about) {
  /** The same row in other words. */
  public OutboxRow reworded(String now, int cost) {
    return new OutboxRow(
        id,
        contactId,
        now,
        cost,
        priority,
        status,
        nextAt,
        expiresAt,
        attempts,
        attemptedAt,
        sid,
        dispatchId,
        about);
  }
}
