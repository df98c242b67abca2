package org.neighborline.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Shows at the start, not at the first resident, whether a key opens a database. */
public final class KeyProof {
  private static final String WORD = "neighborline";
  private static final String CONTEXT = "key_proof|sealed|";
  private static final String FIND = "SELECT sealed FROM key_proof WHERE name = ?";
  private static final String ADD =
      "INSERT INTO key_proof (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";
  private static final String SEALING = "sealing";
  private static final String INDEXING = "indexing";

  private KeyProof() {}

  /**
   * Checks the key, and leaves a proof in a database that has none yet.
   *
   * @throws VaultException if the database was written with another key.
   */
  public static void check(Store store, Vault vault) {
    if (!store.read(tx -> isThere(tx))) {
      store
          .write(tx ->
              tx.update(ADD, SEALING, vault.seal(WORD, CONTEXT + SEALING))
                  + tx.update(ADD, INDEXING, vault.index(WORD)))
          .join();
    }
    store.read(tx -> fits(tx, vault));
  }

  /**
   * Says how a database without a key gets one, before anything looks for the file.
   *
   * @throws VaultException when there is neither a key nor anything that one would open.
   */
  public static void requireKey(Store store, Path file) {
    if (Files.notExists(file) && !store.read(tx -> isThere(tx))) {
      throw new VaultException(
          "no key at "
              + file
              + ", and this database has none yet: make one with ./neighborline key "
              + file);
    }
  }

  /** True, or throws: a database without a proof holds nothing sealed. */
  static boolean fits(Tx tx, Vault vault) {
    var sealed = tx.first(FIND, row -> row.bytes("sealed"), SEALING);
    var index = tx.first(FIND, row -> row.bytes("sealed"), INDEXING);
    try {
      boolean opens = sealed.map(bytes -> vault.open(bytes, CONTEXT + SEALING)).isPresent();
      if (opens && index.filter(bytes -> !Arrays.equals(bytes, vault.index(WORD))).isEmpty()) {
        return true;
      }
    } catch (VaultException thrown) {
      throw new VaultException("this key does not open this database", thrown);
    }
    if (sealed.isEmpty()) {
      return true;
    }
    throw new VaultException("this key's index does not belong to this database");
  }

  private static boolean isThere(Tx tx) {
    return tx.first(FIND, row -> row.bytes("sealed"), SEALING).isPresent();
  }
}
