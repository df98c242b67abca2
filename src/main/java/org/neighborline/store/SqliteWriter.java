package org.neighborline.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all turns that wait, runs them in one transaction, commits
 * once (one sync of the disk for all of them) and only then tells the callers.
 *
 * <p>A turn fails alone, and that is rare: then what its batch did is taken back, and each turn
 * runs again in a SAVEPOINT of its own. A SAVEPOINT for every turn would copy each page that it
 * changes, a seventh of all that this thread does.
 */
final class SqliteWriter implements AutoCloseable {
  /** Turns that may wait; at 15,000 a second the last of them waits 70 ms. */
  static final int WAITING = 1024;

  /** Turns in one commit; more gain nothing and make the first wait for the last. */
  static final int BATCH = 128;

  /** How long a caller waits for a place in a full queue. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(SqliteWriter.class);

  private final SqliteFile file;
  private final BlockingQueue<Turn<?>> queue;
  private final Duration patience;
  private final Turn<@Nullable Void> last = new Turn<>(_ -> null);
  private final Tellers tellers = new Tellers();
  private final SqliteLog sqliteLog;
  private final Thread thread;
  private @Nullable Session session;
  private volatile boolean closing;
  private volatile boolean finished;

  SqliteWriter(SqliteFile file) {
    this(file, WAITING, PATIENCE);
  }

  SqliteWriter(SqliteFile file, int waiting, Duration patience) {
    this.file = file;
    this.queue = new ArrayBlockingQueue<>(waiting);
    this.patience = patience;
    this.sqliteLog = new SqliteLog(file);
    this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::work);
  }

  <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a turn must not call the store; use its Tx");
    }
    if (closing) {
      return CompletableFuture.failedFuture(closed());
    }
    var turn = new Turn<>(work);
    try {
      if (!queue.offer(turn, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return CompletableFuture.failedFuture(
            new BusyException(queue.size() + " turns wait for the database"));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(
          new BusyException("interrupted while waiting for the database", stopped));
    }
    // The writer may have ended between the look at `closing` and the offer.
    if (finished && queue.remove(turn)) {
      return CompletableFuture.failedFuture(closed());
    }
    return turn.future();
  }

  int waiting() {
    return queue.size();
  }

  @Override
  public void close() {
    try {
      if (!closing) {
        closing = true;
        queue.put(last);
      }
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    tellers.close();
    sqliteLog.close();
  }

  private void work() {
    var batch = new ArrayList<Turn<?>>(BATCH);
    while (!batch.contains(last)) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException stray) {
        continue; // nobody has a reason to interrupt this thread; only `last` ends it
      }
      queue.drainTo(batch, BATCH - 1);
      commit(batch);
    }
    finished = true;
    for (var late = new ArrayList<Turn<?>>(); queue.drainTo(late, BATCH) > 0; late.clear()) {
      commit(late);
    }
    if (session != null) {
      session.close();
    }
  }

  private void commit(List<Turn<?>> batch) {
    try {
      var open = session();
      if (!succeedsTogether(batch, open) && batch.size() > 1) {
        open.run("BEGIN IMMEDIATE");
        for (var turn : batch) {
          runAlone(turn, open);
        }
        open.run("COMMIT");
      }
    } catch (Throwable lost) { // also an Error: the thread must outlive what it was given
      abandon(batch, lost);
    }
    tellers.tell(batch);
    carryLog(batch.size());
  }

  private void carryLog(int turns) {
    if (session != null) {
      try {
        sqliteLog.grew(turns, session);
      } catch (StoreException late) {
        log.warn("the log was not carried over, and will be: {}", late.getMessage());
      }
    }
  }

  private static boolean succeedsTogether(List<Turn<?>> batch, Session session) {
    session.run("BEGIN IMMEDIATE");
    for (var turn : batch) {
      if (!turn.run(session)) {
        session.run("ROLLBACK");
        return false;
      }
    }
    session.run("COMMIT");
    return true;
  }

  private static void runAlone(Turn<?> turn, Session session) {
    session.run("SAVEPOINT turn");
    if (!turn.run(session)) {
      session.run("ROLLBACK TO turn");
    }
    session.run("RELEASE turn");
  }

  /** Nothing of the batch is stored. The connection goes too: its state is anyone's guess. */
  private void abandon(List<Turn<?>> batch, Throwable lost) {
    log.error("a batch of {} turns could not be stored: {}", batch.size(), lost.toString());
    for (var turn : batch) {
      turn.fail(lost);
    }
    var broken = session;
    session = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (StoreException thrown) {
        log.warn("the writer's connection did not close: {}", thrown.getMessage());
      }
    }
  }

  private Session session() throws SQLException {
    var open = session;
    if (open == null) {
      open = new Session(file.writer(), Dialect.SQLITE);
      session = open;
    }
    return open;
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the store is closed");
  }
}
