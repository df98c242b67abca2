package org.neighborline.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SQLite for a caller that is alone: every turn is a transaction of its own, run and committed on
 * the caller's thread before {@code write} returns. Connections are set as ever.
 */
final class LoneStore implements Store {
  private final SqliteFile file;
  private final Session session;

  private LoneStore(SqliteFile file, Session session) {
    this.file = file;
    this.session = session;
  }

  static LoneStore open(String address, Migrations migrations) {
    var file = SqliteStore.prepared(address, migrations);
    try {
      return new LoneStore(file, new Session(file.writer(), Dialect.SQLITE));
    } catch (SQLException thrown) {
      throw Faults.of("open " + file.path(), thrown);
    }
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
    var turn = new Turn<>(work);
    session.run("BEGIN IMMEDIATE");
    try {
      session.run(turn.run(session) ? "COMMIT" : "ROLLBACK");
    } catch (StoreException lost) {
      turn.fail(lost);
    }
    turn.settle();
    return turn.future();
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Tx, T> work) {
    session.run("BEGIN");
    boolean whole = false;
    try {
      var tx = new Tx(session);
      var result = work.apply(tx);
      tx.end();
      whole = true;
      return result;
    } finally {
      session.run(whole ? "COMMIT" : "ROLLBACK");
    }
  }

  @Override
  public boolean forgetLog() {
    return file.truncateLog();
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public int waiting() {
    return 0;
  }

  @Override
  public void close() {
    session.close();
  }
}
