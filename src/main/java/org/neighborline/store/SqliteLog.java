package org.neighborline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

  /** After an error we wait this long. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private static final String CARRY = "PRAGMA wal_checkpoint(PASSIVE)";
  private static final Logger log = LoggerFactory.getLogger(SqliteLog.class);

  private final Connections connections;
  private final Duration again;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean carried;
  private boolean working;
  private int turns;

  /** Where a connection comes from. */
  interface Connections {
    Connection open() throws SQLException;
  }

  SqliteLog(SqliteFile file) {
    this(file::plain, AGAIN);
  }

  SqliteLog(Connections connections, Duration again) {
    this.connections = connections;
    this.again = again;
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

  /** Whether it went over since it last became long. */
  boolean isCarried() {
    return carried;
  }

  private void work() {
    try {
      due.acquire();
      while (!closing) {
        carryOver();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does; the log stays as it is
    }
  }

  /** Until something breaks: a full disk or a lock may be over the next time. */
  private void carryOver() throws InterruptedException {
    try (Connection connection = connections.open();
        var statement = connection.createStatement()) {
      while (!closing) {
        statement.execute(CARRY);
        carried = true;
        due.acquire();
      }
    } catch (SQLException broken) {
      log.warn("the log is not carried over now, but soon: {}", broken.getMessage());
      due.tryAcquire(again.toMillis(), TimeUnit.MILLISECONDS); // closing ends the wait
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
