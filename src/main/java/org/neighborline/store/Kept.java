package org.neighborline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One prepared statement that stays open on its connection: preparing costs more than running. */
final class Kept {
  private final String sql;
  private final PreparedStatement statement;
  private @Nullable Map<String, Integer> columns;
  private boolean reading;

  Kept(Connection connection, String sql) throws SQLException {
    this.sql = sql;
    this.statement = connection.prepareStatement(sql);
  }

  int update(Object... arguments) throws SQLException {
    bind(arguments);
    return statement.executeUpdate();
  }

  /** What to do with the rows, before the cursor closes. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet results, Row row) throws SQLException;
  }

  <T> T query(Reading<T> reader, Object... arguments) throws SQLException {
    if (reading) {
      throw new StoreException("a row mapper ran its own query again: " + sql);
    }
    bind(arguments);
    reading = true;
    try (var results = statement.executeQuery()) {
      return reader.read(results, new Row(results, columns(results)));
    } finally {
      reading = false;
    }
  }

  private Map<String, Integer> columns(ResultSet results) throws SQLException {
    var known = columns;
    if (known == null) {
      known = new HashMap<>();
      var description = results.getMetaData();
      for (int i = description.getColumnCount(); i > 0; i--) {
        known.put(description.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
      }
      columns = known;
    }
    return known;
  }

  private void bind(Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(i + 1, arguments[i]);
    }
  }

  private void bind(int at, Object argument) throws SQLException {
    switch (argument) {
      case String text -> statement.setString(at, withoutNul(at, text));
      case Long number -> statement.setLong(at, number);
      case Integer number -> statement.setInt(at, number);
      case byte[] bytes -> statement.setBytes(at, bytes);
      case Instant instant -> statement.setLong(at, instant.toEpochMilli());
      case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
      case Enum<?> named -> statement.setString(at, named.name());
      case Double real -> statement.setDouble(at, real);
      case Optional<?> optional -> {
        if (optional.isPresent()) {
          bind(at, optional.get());
        } else {
          statement.setNull(at, Types.NULL);
        }
      }
      default ->
          throw new IllegalArgumentException(
              "argument " + at + " is a " + argument.getClass().getName() + ", in: " + sql);
    }
  }

  /** PostgreSQL cannot store NUL in text; refused on both, so that a test on either finds it. */
  private String withoutNul(int at, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("argument " + at + " holds a NUL, in: " + sql);
    }
    return text;
  }

  void close() throws SQLException {
    statement.close();
  }
}
