package org.neighborline.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, as a repository sees it. Arguments are positional: String, Integer, Long,
 * Double, byte[], Boolean (stored as 0 or 1), Instant (epoch milliseconds), an enum (its name), or
 * an Optional of these (empty is NULL). Statements stay prepared by their SQL, so build SQL from
 * constants, and repeat a query with {@code IN} rather than vary its length.
 */
public final class Tx {
  private static final String LAST_ID = "SELECT last_insert_rowid() AS id";

  private final Session session;
  private @Nullable RuntimeException failed;
  private boolean over;

  Tx(Session session) {
    this.session = session;
  }

  /**
   * Runs a statement and counts the rows it touched.
   *
   * @throws ConflictException if a unique key is taken; the turn is over then.
   */
  public int update(String sql, Object... arguments) {
    return run(sql, () -> session.kept(sql).update(arguments));
  }

  /**
   * Inserts a row and returns what the engine put in its column {@code id}, or 0 when {@code ON
   * CONFLICT DO NOTHING} found one there.
   *
   * @throws ConflictException if a unique key is taken; the turn is over then.
   */
  public long insert(String sql, Object... arguments) {
    return run(
        sql,
        () ->
            switch (session.dialect()) {
              // RETURNING would gather its rows in a table of its own first.
              case SQLITE ->
                  session.kept(sql).update(arguments) == 0 ? 0L : id(session.kept(LAST_ID));
              case POSTGRESQL -> id(session.kept(session.returningId(sql)), arguments);
            });
  }

  private static long id(Kept statement, Object... arguments) throws SQLException {
    return statement.query((results, _) -> results.next() ? results.getLong(1) : 0L, arguments);
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... arguments) {
    return run(
        sql,
        () ->
            session
                .kept(sql)
                .query(
                    (results, row) ->
                        results.next() ? Optional.of(mapper.map(row)) : Optional.<T>empty(),
                    arguments));
  }

  /** All rows, in the query's order. */
  public <T> List<T> list(String sql, RowMapper<T> mapper, Object... arguments) {
    return run(
        sql,
        () ->
            session
                .kept(sql)
                .query(
                    (results, row) -> {
                      var rows = new ArrayList<T>();
                      while (results.next()) {
                        rows.add(mapper.map(row));
                      }
                      return List.copyOf(rows);
                    },
                    arguments));
  }

  /**
   * Jdbi on the same connection and in the same transaction, for paths where speed is no matter.
   */
  public Handle handle() {
    check();
    return session.handle();
  }

  public Dialect dialect() {
    return session.dialect();
  }

  /**
   * What ends a SELECT whose rows this turn will change: on PostgreSQL it locks them, on SQLite the
   * one writer has no rival. Lock contact, request, dispatch, in that order.
   */
  public String forUpdate() {
    return switch (session.dialect()) {
      case SQLITE -> "";
      case POSTGRESQL -> " FOR UPDATE";
    };
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    check();
    try {
      return work.run();
    } catch (SQLException thrown) {
      throw fail(Faults.of(sql, thrown));
    } catch (StoreException thrown) {
      throw fail(thrown);
    }
  }

  private RuntimeException fail(RuntimeException thrown) {
    failed = thrown;
    return thrown;
  }

  private void check() {
    if (over) {
      throw new IllegalStateException("this transaction is over; do not keep a Tx");
    }
    if (failed != null) {
      throw failed;
    }
  }

  /** Ends the use of this Tx. A failure that the work swallowed comes out here. */
  void end() {
    over = true;
    if (failed != null) {
      throw failed;
    }
  }
}
