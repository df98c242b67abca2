package org.neighborline.outbox;

import java.time.Instant;
import java.util.List;
import org.neighborline.store.Books;
import org.neighborline.store.Store;
import org.neighborline.switchboard.Switchboard;

/** Wakes every subject whose time has come, the oldest first. */
public final class Clockwork {
  /** How many timers one look wakes at most. */
  private static final int MOST = 100;

  private final Store store;
  private final Books books;
  private final Switchboard switchboard;

  public Clockwork(Store store, Books books, Switchboard switchboard) {
    this.store = store;
    this.books = books;
    this.switchboard = switchboard;
  }

  /**
   * @return whether there may be more
   */
  public boolean runOnce(Instant now) {
    List<String> due = store.read(tx -> books.timers().due(tx, now, MOST));
    due.forEach(subject -> switchboard.wake(subject).join());
    return due.size() == MOST;
  }
}
