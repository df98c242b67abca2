package org.neighborline.store;

/**
 * The database could not do what was asked. The message names the statement and the engine's code,
 * never a value: values are people's words and numbers.
 */
public class StoreException extends RuntimeException {
  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
