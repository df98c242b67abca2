package org.neighborline.store;

/** A backup or restore that cannot go on, with the reason and the remedy in one line. */
public final class BackupException extends StoreException {
  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
