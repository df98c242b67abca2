package org.neighborline.store;

/** Too much waits for the database already. Nothing was stored; asking again later is right. */
public final class BusyException extends StoreException {
  BusyException(String message) {
    super(message);
  }

  BusyException(String message, Throwable cause) {
    super(message, cause);
  }
}
