package org.neighborline.request;

import java.time.Instant;
import java.util.Optional;

/**
 * How someone who took a request goes about it, as far as we hear.
 *
 * @param takenAt when they took it
 * @param promised when they said they would come
 * @param heard when we last heard of them about it
 * @param nudged when we asked whether they are still on it
 * @param checked when we asked the resident whether help arrived
 */
public record Care(
    Instant takenAt,
    Optional<Instant> promised,
    Optional<Instant> heard,
    Optional<Instant> nudged,
    Optional<Instant> checked) {
  /** It was taken just now. */
  public static Care taken(Instant now) {
    return new Care(now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** We hear of them; the time they name counts until they name another. */
  public Care heard(Instant now, Optional<Instant> promise) {
    return new Care(
        takenAt, promise.or(() -> promised), Optional.of(now), Optional.empty(), checked);
  }

  public Care nudged(Instant now) {
    return new Care(takenAt, promised, heard, Optional.of(now), checked);
  }

  public Care checked(Instant now) {
    return new Care(takenAt, promised, heard, nudged, Optional.of(now));
  }
}
