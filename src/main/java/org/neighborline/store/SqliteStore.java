package org.neighborline.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQLite: one writer that commits many turns together, and readers on connections of their own. */
final class SqliteStore implements Store {
  private final SqliteFile file;
  private final SqliteWriter writer;
  private final SqliteReaders readers;

  private SqliteStore(SqliteFile file, SqliteWriter writer, SqliteReaders readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
  }

  static SqliteStore open(String address, Migrations migrations) {
    var file = prepared(address, migrations);
    return new SqliteStore(file, new SqliteWriter(file), new SqliteReaders(file));
  }

  /** The file at an address, made if it is not there, with its schema up to date. */
  static SqliteFile prepared(String address, Migrations migrations) {
    var file = SqliteFile.of(address);
    if (!file.exists()) {
      file.create();
    }
    boolean due;
    try (var connection = file.writer()) {
      due = migrations.isDue(connection);
    } catch (SQLException thrown) {
      throw Faults.of("open " + file.path(), thrown);
    }
    if (due) {
      migrations.migrate(address);
    }
    return file;
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
    return writer.write(work);
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return readers.read(work);
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
    return writer.waiting();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
