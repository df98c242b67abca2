package org.neighborline.store;

/** Another transaction was in the way (serialization, deadlock): the same turn may succeed now. */
final class RaceException extends StoreException {
  RaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
