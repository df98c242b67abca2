package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import org.neighborline.carrier.Carrier;
import org.neighborline.store.Books;
import org.neighborline.store.Recordings.Due;
import org.neighborline.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings home what callers said: fetches each recording from the carrier, keeps it sealed, then
 * deletes it there; tried again, ever more rarely, as long as the carrier can't.
 */
public final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final int MOST = 5;
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A recording may come a moment after its notice; after an hour or so there is none. */
  private static final int MOST_MISSING = 9;

  /** Hours of trying; then a person must look. */
  private static final int TELL_AFTER = 12;

  private final Store store;
  private final Books books;
  private final Carrier carrier;

  public Recorder(Store store, Books books, Carrier carrier) {
    this.store = store;
    this.books = books;
    this.carrier = carrier;
  }

  /** Does what is due. */
  public void runOnce(Instant now) {
    store.read(tx -> books.recordings().due(tx, now, MOST)).forEach(due -> one(due, now));
  }

  /** Recordings that the carrier still has. */
  public int open() {
    return store.read(tx -> books.recordings().open(tx));
  }

  private void one(Due due, Instant now) {
    if (due.isKept() || due.requestId() == 0) {
      if (carrier.deleteRecording(due.sid())) {
        done(due);
      } else {
        later(due, now);
      }
      return;
    }
    switch (carrier.recording(due.sid())) {
      case Carrier.Heard.Sound(byte[] bytes) ->
          store
              .write(tx -> {
                books.recordings().keep(tx, due, bytes, now);
                return true;
              })
              .join();
      case Carrier.Heard.Missing() when due.attempts() >= MOST_MISSING -> {
        LOG.error("the carrier has no recording {} any more", due.sid());
        done(due);
      }
      case Carrier.Heard.Missing(), Carrier.Heard.Later() -> later(due, now);
    }
  }

  private void done(Due due) {
    store
        .write(tx -> {
          books.recordings().done(tx, due);
          return true;
        })
        .join();
  }

  private void later(Due due, Instant now) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(due.attempts(), 10));
    Instant again = now.plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    if (due.attempts() == TELL_AFTER) {
      LOG.error(
          "recording {} can't be fetched or deleted: look at the carrier's console", due.sid());
    }
    store
        .write(tx -> {
          books.recordings().later(tx, due, again);
          return true;
        })
        .join();
  }
}
