package org.neighborline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;

/** One cheap look at the version a database has. */
final class SchemaVersion {
  private static final String APPLIED =
      "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL";
  private static final String SQLITE_HAS_HISTORY =
      "SELECT count(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'";
  private static final String POSTGRES_HAS_HISTORY =
      "SELECT count(*) WHERE to_regclass('flyway_schema_history') IS NOT NULL";

  private SchemaVersion() {}

  /** Empty where nothing was ever migrated. */
  static OptionalInt of(Connection connection) {
    try (var statement = connection.createStatement()) {
      try (var history = statement.executeQuery(hasHistory(connection))) {
        if (!history.next() || history.getInt(1) == 0) {
          return OptionalInt.empty();
        }
      }
      int newest = -1;
      try (var applied = statement.executeQuery(APPLIED)) {
        while (applied.next()) {
          newest = Math.max(newest, Integer.parseInt(applied.getString(1)));
        }
      }
      return newest < 0 ? OptionalInt.empty() : OptionalInt.of(newest);
    } catch (SQLException thrown) {
      throw Faults.of("look at the schema's version", thrown);
    } catch (NumberFormatException strange) {
      throw new SchemaException("the database was not made by this program", strange);
    }
  }

  private static String hasHistory(Connection connection) throws SQLException {
    return Dialect.of(connection.getMetaData().getURL()) == Dialect.SQLITE
        ? SQLITE_HAS_HISTORY
        : POSTGRES_HAS_HISTORY;
  }
}
