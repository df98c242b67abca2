package org.neighborline.store;

/** Makes a value of one row. It reads the row and nothing else. */
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row);
}
