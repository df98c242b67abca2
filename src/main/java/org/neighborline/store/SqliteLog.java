package org.neighborline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the log holds over into the database, beside the writer: all turns would wait for
 * that, and one in a hundred would feel it. The writer itself carries only what came meanwhile, so
 * that the log begins anew.
 */
final class SqliteLog implements AutoCloseable {
  /** Turns after which the log is carried over; what many of them changed goes over once. */
  static final int TURNS = 1_500;

  private static final String CARRY = "PRAGMA wal_checkpoint(PASSIVE)";
  private static final Logger log = LoggerFactory.getLogger(SqliteLog.class);

  private final SqliteFile file;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean carried;
  private boolean working;
  private int turns;

  SqliteLog(SqliteFile file) {
    this.file = file;
    this.thread = Thread.ofPlatform().name("store-log").daemon().start(this::work);
  }

  /** So many turns more are in the log. Only the writer calls this, between two transactions. */
  void grew(int by, Session session) {
    turns += by;
    if (carried) {
      carried = false;
      working = false;
      turns = 0;
      session.ask(CARRY);
    } else if (turns >= TURNS && !working) {
      working = true;
      due.release();
    }
  }

  private void work() {
    try (Connection connection = file.plain();
        var statement = connection.createStatement()) {
      due.acquire();
      while (!closing) {
        statement.execute(CARRY);
        carried = true;
        due.acquire();
      }
    } catch (SQLException broken) {
      // SqliteFile has the writer carry a log that became too long, as it did before.
      log.warn("the log is not carried over beside the writer: {}", broken.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does; the log stays as it is
    }
  }

  @Override
  public void close() {
    closing = true;
    due.release();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
