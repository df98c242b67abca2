package org.neighborline.switchboard;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.neighborline.store.Books;
import org.neighborline.store.Store;

/**
 * Lets the carrier play a recording to whom a turn decided: by an address that holds for some
 * minutes and that nobody can guess.
 */
public final class Playback {
  private static final Duration HOLDS = Duration.ofMinutes(10);

  private final Store store;
  private final Books books;
  private final InstantSource clock;

  public Playback(Store store, Books books, InstantSource clock) {
    this.store = store;
    this.books = books;
    this.clock = clock;
  }

  /** The last part of an address where a recording can be heard from now on. */
  public String ticket(String sid) {
    return books.recordings().ticket(sid, clock.instant().plus(HOLDS));
  }

  /** The sound behind a ticket; empty when it holds no more, or the sound was erased. */
  public Optional<byte[]> sound(String ticket) {
    return books
        .recordings()
        .opens(ticket, clock.instant())
        .flatMap(sid -> store.read(tx -> books.recordings().sound(tx, sid)));
  }
}
