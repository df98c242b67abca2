package org.neighborline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: each turn is a READ COMMITTED transaction on a virtual thread; repositories lock the
 * rows they will change. A turn that lost a race runs again.
 */
final class PostgresStore implements Store {
  static final int WRITERS = 16;
  static final int READERS = 8;

  /** Turns taken and not yet told, as many as SQLite's queue holds. */
  static final int WAITING = 1024;

  /** Runs of one turn, the first included, before its race or conflict is the caller's. */
  static final int TRIES = 5;

  /**
   * A taken key is mostly a race lost to the same event: the second run sees what the first did.
   */
  static final int TRIES_ON_CONFLICT = 2;

  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long LONGEST_PAUSE_NANOS = 20_000_000;

  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final Semaphore places = new Semaphore(WAITING);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("turn-", 0).factory());

  private PostgresStore(HikariDataSource writers, HikariDataSource readers) {
    this.writers = writers;
    this.readers = readers;
  }

  static PostgresStore open(String address, Migrations migrations) {
    boolean due;
    try (var connection = DriverManager.getConnection(address)) {
      due = migrations.isDue(connection);
    } catch (SQLException thrown) {
      throw Faults.of("open the database", thrown);
    }
    if (due) {
      migrations.migrate(address);
    }
    return new PostgresStore(
        pool(address, "store-writers", WRITERS, false),
        pool(address, "store-readers", READERS, true));
  }

  private static HikariDataSource pool(String address, String name, int size, boolean reading) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setAutoCommit(false);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setReadOnly(reading);
    config.setTransactionIsolation(
        reading ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql("SET lock_timeout = " + PATIENCE.toMillis());
    // The driver would put the values of a violated key into its messages.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
    var turn = new Turn<>(work);
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return CompletableFuture.failedFuture(
            new BusyException(WAITING + " turns wait for the database"));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(
          new BusyException("interrupted while waiting for the database", stopped));
    }
    try {
      threads.execute(() -> take(turn));
      return turn.future();
    } catch (RejectedExecutionException closed) {
      places.release();
      return CompletableFuture.failedFuture(new IllegalStateException("the store is closed"));
    }
  }

  private void take(Turn<?> turn) {
    try {
      int run = 1;
      once(turn);
      while (mayRunAgain(turn, run)) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        run++;
        once(turn);
      }
    } finally {
      places.release();
    }
    turn.settle();
  }

  private static boolean mayRunAgain(Turn<?> turn, int run) {
    return turn.failure()
        .map(failure ->
            (failure instanceof RaceException && run < TRIES)
                || (failure instanceof ConflictException && run < TRIES_ON_CONFLICT))
        .orElse(false);
  }

  private void once(Turn<?> turn) {
    try (var session = session(writers)) {
      var connection = session.connection();
      if (turn.run(session)) {
        connection.commit();
      } else {
        connection.rollback();
      }
    } catch (SQLException thrown) {
      turn.fail(Faults.of("commit", thrown));
    } catch (StoreException thrown) {
      turn.fail(thrown);
    }
  }

  private static Session session(HikariDataSource pool) {
    try {
      return new Session(pool.getConnection(), Dialect.POSTGRESQL);
    } catch (SQLTransientConnectionException thrown) {
      throw new BusyException("no connection to the database within " + PATIENCE, thrown);
    } catch (SQLException thrown) {
      throw Faults.of("connect", thrown);
    }
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Tx, T> work) {
    try (var session = session(readers)) {
      var tx = new Tx(session);
      var result = work.apply(tx);
      tx.end();
      return result;
    }
  }

  /** The server's log is the server's: it is recycled there, and its archive ages out. */
  @Override
  public boolean forgetLog() {
    return true;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public int waiting() {
    return WAITING - places.availablePermits();
  }

  @Override
  public void close() {
    threads.close();
    writers.close();
    readers.close();
  }
}
