package org.neighborline.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Turns what the two drivers throw into ours, without the values that PostgreSQL likes to quote.
 */
final class Faults {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String STATEMENT_TIMEOUT = "57014";

  private Faults() {}

  static StoreException of(String statement, SQLException thrown) {
    return thrown instanceof SQLiteException sqlite
        ? ofSqlite(statement, sqlite)
        : ofPostgres(statement, thrown);
  }

  private static StoreException ofSqlite(String statement, SQLiteException thrown) {
    var code = thrown.getResultCode();
    var message = code + " in: " + statement;
    if (code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID) {
      return new ConflictException(columns(thrown), statement);
    }
    return switch (code.code & 0xff) {
      case 5, 6 -> new BusyException(message, thrown); // SQLITE_BUSY and SQLITE_LOCKED, all kinds
      default -> new StoreException(message, thrown);
    };
  }

  /** The driver says "… (UNIQUE constraint failed: inbound.key)". */
  private static String columns(SQLiteException thrown) {
    var text = String.valueOf(thrown.getMessage());
    int from = text.lastIndexOf("failed: ");
    return from < 0 ? "unknown" : text.substring(from + 8).replace(")", "");
  }

  private static StoreException ofPostgres(String statement, SQLException thrown) {
    var state = String.valueOf(thrown.getSQLState());
    var message = "SQLSTATE " + state + " in: " + statement;
    return switch (state) {
      case UNIQUE_VIOLATION -> new ConflictException(constraint(thrown), statement);
      case SERIALIZATION_FAILURE, DEADLOCK -> new RaceException(message, thrown);
      case LOCK_NOT_AVAILABLE, STATEMENT_TIMEOUT -> new BusyException(message, thrown);
      // Classes 22 (data) and 23 (constraints) quote the value in the message itself.
      default ->
          state.startsWith("22") || state.startsWith("23")
              ? new StoreException(message)
              : new StoreException(message, thrown);
    };
  }

  /** The server says: … violates unique constraint "inbound_pkey", in whatever language. */
  private static String constraint(SQLException thrown) {
    var text = String.valueOf(thrown.getMessage());
    int from = text.indexOf('"');
    int to = text.indexOf('"', from + 1);
    return from < 0 || to < 0 ? "unknown" : text.substring(from + 1, to);
  }
}
