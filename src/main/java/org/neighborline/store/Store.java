package org.neighborline.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database behind two verbs: a turn is written whole or not at all, and reads see only that.
 */
public interface Store extends AutoCloseable {

  /**
   * Opens the database at a JDBC address ({@code jdbc:sqlite:} or {@code jdbc:postgresql:}) and
   * brings its schema up to date.
   *
   * @throws SchemaException if the database is newer than this program.
   */
  static Store open(String address, Migrations migrations) {
    return switch (Dialect.of(address)) {
      case SQLITE -> SqliteStore.open(address, migrations);
      case POSTGRESQL -> PostgresStore.open(address, migrations);
    };
  }

  /**
   * The same for one thread that is alone with it: on SQLite each turn is a transaction of its own,
   * committed before {@link #write} returns. For whoever steps a hotline rather than serves it.
   */
  static Store openAlone(String address, Migrations migrations) {
    return switch (Dialect.of(address)) {
      case SQLITE -> LoneStore.open(address, migrations);
      case POSTGRESQL -> PostgresStore.open(address, migrations);
    };
  }

  /**
   * Whether the address names a SQLite database that is not there yet. Ask before opening the
   * store: only then may {@link Vault#open} make a key.
   */
  static boolean isAbsent(String address) {
    return Dialect.of(address) == Dialect.SQLITE && !SqliteFile.of(address).exists();
  }

  /**
   * Runs one turn as a transaction. The future completes after the commit, on a thread of its own;
   * a turn that throws leaves nothing behind and fails its own future alone, with what it threw.
   * The work may run again after a conflict, so it does nothing but read and write its {@code Tx},
   * and it never calls the store itself.
   *
   * @return a future that fails with {@link BusyException} when too many turns wait already.
   */
  <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work);

  /** Runs a read on the caller's thread. All its statements see the same committed state. */
  <T extends @Nullable Object> T read(Function<Tx, T> work);

  /**
   * Takes what was erased out of the log beside the database, too; waits a moment for who reads.
   *
   * @return whether it is done; else try again
   */
  boolean forgetLog();

  Dialect dialect();

  /** How many turns wait to run, for health and metrics. */
  int waiting();

  /** Takes no more turns, finishes those that were taken, then closes the connections. */
  @Override
  void close();
}
