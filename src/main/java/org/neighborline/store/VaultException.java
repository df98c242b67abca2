package org.neighborline.store;

/** The key is missing, or what is sealed does not open with it. Never says what was sealed. */
public final class VaultException extends StoreException {
  VaultException(String message) {
    super(message);
  }

  VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
