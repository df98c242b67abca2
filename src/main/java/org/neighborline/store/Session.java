package org.neighborline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A connection with the statements that were prepared on it. One thread at a time uses it. */
final class Session implements AutoCloseable {
  /**
   * Statements kept open; the least recently used goes first. All hot paths together need fewer.
   */
  static final int KEPT = 256;

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<String, String> returning = new HashMap<>();
  private @Nullable Handle handle;

  Session(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  Kept kept(String sql) throws SQLException {
    var found = kept.get(sql);
    if (found != null) {
      return found;
    }
    if (kept.size() >= KEPT) {
      var eldest = kept.entrySet().iterator().next();
      eldest.getValue().close();
      kept.remove(eldest.getKey());
    }
    var made = new Kept(connection, sql);
    kept.put(sql, made);
    return made;
  }

  /** The same insert, giving back the row's id. */
  String returningId(String insert) {
    var found = returning.get(insert);
    if (found != null) {
      return found;
    }
    if (returning.size() >= KEPT) {
      returning.clear();
    }
    var made = insert.stripTrailing() + " RETURNING id";
    returning.put(insert, made);
    return made;
  }

  void run(String sql) {
    try {
      kept(sql).update();
    } catch (SQLException thrown) {
      throw Faults.of(sql, thrown);
    }
  }

  /** Runs a statement that answers with rows, which are of no interest. */
  void ask(String sql) {
    try {
      kept(sql).query((results, _) -> results.next());
    } catch (SQLException thrown) {
      throw Faults.of(sql, thrown);
    }
  }

  Handle handle() {
    var open = handle;
    if (open == null || open.isClosed()) {
      open = Fluent.on(connection);
      handle = open;
    }
    return open;
  }

  /** Closes statements and connection; what fails in closing has nothing left to lose. */
  @Override
  public void close() {
    try (connection) {
      for (var statement : kept.values()) {
        statement.close();
      }
    } catch (SQLException thrown) {
      throw Faults.of("close", thrown);
    } finally {
      kept.clear();
    }
  }
}
