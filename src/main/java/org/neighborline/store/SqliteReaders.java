package org.neighborline.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few connections that only read, opened as they are first needed. */
final class SqliteReaders implements AutoCloseable {
  /** Reading is bound to the processor, so a few more than there are cores is enough. */
  static final int READERS = 4;

  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SqliteFile file;
  private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(READERS);
  private final AtomicInteger opened = new AtomicInteger();
  private volatile boolean closed;

  SqliteReaders(SqliteFile file) {
    this.file = file;
  }

  <T extends @Nullable Object> T read(Function<Tx, T> work) {
    var session = borrow();
    boolean whole = false;
    try {
      session.run("BEGIN");
      var tx = new Tx(session);
      var result = work.apply(tx);
      tx.end();
      whole = true;
      return result;
    } finally {
      giveBack(session, whole ? "COMMIT" : "ROLLBACK");
    }
  }

  private Session borrow() {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    var ready = idle.poll();
    if (ready != null) {
      return ready;
    }
    if (opened.getAndUpdate(n -> n < READERS ? n + 1 : n) < READERS) {
      return open();
    }
    return await();
  }

  private Session open() {
    boolean done = false;
    try {
      var session = new Session(file.reader(), Dialect.SQLITE);
      done = true;
      return session;
    } catch (SQLException thrown) {
      throw Faults.of("open a reader", thrown);
    } finally {
      if (!done) {
        opened.decrementAndGet();
      }
    }
  }

  private Session await() {
    try {
      var ready = idle.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (ready == null) {
        throw new BusyException("all " + READERS + " readers are in use");
      }
      return ready;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BusyException("interrupted while waiting for a reader", stopped);
    }
  }

  /** A reader whose transaction will not end is not worth keeping. */
  private void giveBack(Session session, String end) {
    boolean sound = false;
    try {
      session.run(end);
      sound = !closed && idle.offer(session);
    } catch (StoreException broken) {
      sound = false;
    } finally {
      if (!sound) {
        opened.decrementAndGet();
        session.close();
      }
    }
    if (closed) {
      closeIdle();
    }
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    for (var session = idle.poll(); session != null; session = idle.poll()) {
      session.close();
    }
  }
}
