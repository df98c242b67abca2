package org.neighborline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The row under the cursor, read by column name. Use it inside the mapper and never keep it. */
public final class Row {
  private final ResultSet results;
  private final Map<String, Integer> columns;

  Row(ResultSet results, Map<String, Integer> columns) {
    this.results = results;
    this.columns = columns;
  }

  public String text(String column) {
    return optionalText(column).orElseThrow(() -> absent(column));
  }

  public Optional<String> optionalText(String column) {
    return get(column, ResultSet::getString);
  }

  public int integer(String column) {
    return optionalInteger(column).orElseThrow(() -> absent(column));
  }

  public Optional<Integer> optionalInteger(String column) {
    return number(column, ResultSet::getInt);
  }

  public long longInteger(String column) {
    return optionalLong(column).orElseThrow(() -> absent(column));
  }

  public Optional<Long> optionalLong(String column) {
    return number(column, ResultSet::getLong);
  }

  public double real(String column) {
    return optionalReal(column).orElseThrow(() -> absent(column));
  }

  public Optional<Double> optionalReal(String column) {
    return number(column, ResultSet::getDouble);
  }

  /** A flag is stored as 0 or 1. */
  public boolean flag(String column) {
    return integer(column) != 0;
  }

  public Optional<Boolean> optionalFlag(String column) {
    return optionalInteger(column).map(flag -> flag != 0);
  }

  /** An instant is stored as epoch milliseconds. */
  public Instant instant(String column) {
    return Instant.ofEpochMilli(longInteger(column));
  }

  public Optional<Instant> optionalInstant(String column) {
    return optionalLong(column).map(Instant::ofEpochMilli);
  }

  public byte[] bytes(String column) {
    return optionalBytes(column).orElseThrow(() -> absent(column));
  }

  public Optional<byte[]> optionalBytes(String column) {
    return get(column, ResultSet::getBytes);
  }

  /** An enum is stored by its name. */
  public <E extends Enum<E>> E named(String column, Class<E> type) {
    return optionalNamed(column, type).orElseThrow(() -> absent(column));
  }

  public <E extends Enum<E>> Optional<E> optionalNamed(String column, Class<E> type) {
    return optionalText(column).map(name -> value(column, type, name));
  }

  private static <E extends Enum<E>> E value(String column, Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      // The stored name is left out: a column read by mistake might hold someone's words.
      throw new StoreException(
          "column " + column + " holds no " + type.getSimpleName() + " this program knows");
    }
  }

  @FunctionalInterface
  private interface Getter<T> {
    T get(ResultSet results, int index) throws SQLException;
  }

  private <T> Optional<T> get(String column, Getter<T> getter) {
    try {
      return Optional.ofNullable(getter.get(results, index(column)));
    } catch (SQLException thrown) {
      throw Faults.of("column " + column, thrown);
    }
  }

  private <T> Optional<T> number(String column, Getter<T> getter) {
    try {
      var value = getter.get(results, index(column));
      return results.wasNull() ? Optional.empty() : Optional.of(value);
    } catch (SQLException thrown) {
      throw Faults.of("column " + column, thrown);
    }
  }

  private int index(String column) {
    var index = columns.get(column);
    if (index == null) {
      throw new StoreException("the query has no column " + column + ", only " + columns.keySet());
    }
    return index;
  }

  private static StoreException absent(String column) {
    return new StoreException("column " + column + " is NULL where a value must be");
  }
}
