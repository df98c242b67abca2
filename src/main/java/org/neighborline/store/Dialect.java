package org.neighborline.store;

import java.util.Locale;

/** Which engine a store runs on, for the few words of SQL in which the two differ. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  static Dialect of(String address) {
    if (address.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (address.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new StoreException(
        "NEIGHBORLINE_DATABASE must begin with jdbc:sqlite: or jdbc:postgresql:");
  }

  /** The name by which error lines call the engine. */
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
