package org.neighborline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Where a SQLite database lies, and how every connection to it is set. */
record SqliteFile(Path path) {
  private static final String PREFIX = "jdbc:sqlite:";

  /** How long a statement waits for another process (a backup, an import) to let go. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The log shrinks back to this after a burst, so that erased words do not linger in it. */
  private static final int LOG_BYTES = 16 * 1024 * 1024;

  /**
   * Pages after which a turn carries the log over into the file, should SqliteLog not have done it.
   */
  private static final int LOG_PAGES = 16_000;

  /** Pages in memory, a connection: the small indexes whose keys are random should fit. */
  private static final int CACHE_KIB = 8 * 1024;

  private static final List<String> ALWAYS =
      List.of(
          "PRAGMA synchronous=FULL",
          "PRAGMA foreign_keys=ON",
          "PRAGMA secure_delete=ON",
          "PRAGMA trusted_schema=OFF",
          "PRAGMA temp_store=MEMORY",
          "PRAGMA cache_size=-" + CACHE_KIB,
          "PRAGMA wal_autocheckpoint=" + LOG_PAGES,
          "PRAGMA journal_size_limit=" + LOG_BYTES);

  static SqliteFile of(String address) {
    var path = address.substring(PREFIX.length());
    if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
      throw new StoreException(
          "NEIGHBORLINE_DATABASE must be jdbc:sqlite: and a plain path, like"
              + " jdbc:sqlite:data/neighborline.db");
    }
    return new SqliteFile(Path.of(path).toAbsolutePath());
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Makes an empty database that only we may read; SQLite gives its log the same mode. */
  void create() {
    try {
      var folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OwnerOnly.create(path);
    } catch (FileAlreadyExistsException there) {
      // Another process was first, which is as good.
    } catch (IOException thrown) {
      throw new UncheckedIOException("cannot create the database " + path, thrown);
    }
  }

  Connection writer() throws SQLException {
    var connection = connect();
    run(connection, "PRAGMA journal_mode=WAL");
    return ourTransactions(connection);
  }

  Connection reader() throws SQLException {
    var connection = connect();
    run(connection, "PRAGMA query_only=ON");
    return ourTransactions(connection);
  }

  /** For one statement at a time, each its own transaction; the journal stays as it is. */
  Connection plain() throws SQLException {
    return connect();
  }

  /** Copies all of the log into the database and empties it; false while someone reads in it. */
  boolean truncateLog() {
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return result.next() && result.getInt("busy") == 0;
    } catch (SQLException thrown) {
      throw Faults.of("empty the log of " + path, thrown);
    }
  }

  /**
   * Leaves BEGIN and COMMIT to us. With autocommit on, the driver would try a BEGIN of its own
   * after each statement; off, it begins at once, and would begin again at each commit.
   */
  private static Connection ourTransactions(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    run(connection, "COMMIT");
    return connection;
  }

  private Connection connect() throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    // Otherwise the driver asks for the last row id after every insert, wanted or not.
    config.setGetGeneratedKeys(false);
    var connection = JDBC.createConnection(PREFIX + path, config.toProperties());
    for (var pragma : ALWAYS) {
      run(connection, pragma);
    }
    return connection;
  }

  private static void run(Connection connection, String pragma) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }
}
