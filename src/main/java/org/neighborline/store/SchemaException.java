package org.neighborline.store;

/** The database's schema and this program do not fit together; the start stops with one line. */
public final class SchemaException extends StoreException {
  SchemaException(String message) {
    super(message);
  }

  SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
