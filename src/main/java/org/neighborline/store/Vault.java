package org.neighborline.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Seals people's words and numbers before they reach the disk (AES-256-GCM), and makes the keyed
 * hashes by which a sealed number is found again (HMAC-SHA256). The keys lie in one file, apart
 * from the database. Safe for many threads.
 */
public final class Vault {
  /** Bytes of an index: no two numbers share one by accident, and the B-tree stays small. */
  public static final int INDEX_BYTES = 16;

  private final Aead aead;
  private final PrfSet hashes;

  private Vault(KeyFile keys) throws GeneralSecurityException {
    this.aead = keys.aead();
    this.hashes = keys.hashes();
  }

  /**
   * Opens the key file.
   *
   * @param mayCreate true only beside a new SQLite database ({@link Store#isAbsent}): a key made
   *     for a database that has rows could open none of them.
   * @throws VaultException if the file is missing or holds no key.
   */
  public static Vault open(Path file, boolean mayCreate) {
    if (Files.notExists(file)) {
      if (!mayCreate) {
        throw new VaultException(
            "no key at "
                + file
                + ": put the key file back, or set NEIGHBORLINE_KEY to where it is");
      }
      KeyFile.create().writeNew(file);
    }
    return of(KeyFile.read(file), file);
  }

  /**
   * Seals with a new key from now on; what older keys sealed still opens. The index key stays,
   * since every index would change with it.
   */
  public static Vault rotate(Path file) {
    var keys = KeyFile.read(file).rotated();
    keys.replace(file);
    return of(keys, file);
  }

  private static Vault of(KeyFile keys, Path file) {
    try {
      return new Vault(keys);
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("the key file " + file + " holds no usable key", thrown);
    }
  }

  /**
   * Seals a text for one place.
   *
   * @param context where it will stand ({@code table|column|row}): moved elsewhere, it won't open.
   */
  public byte[] seal(String text, String context) {
    return seal(text.getBytes(UTF_8), context);
  }

  /** Seals a sound, or whatever else is no text. */
  public byte[] seal(byte[] bytes, String context) {
    try {
      return aead.encrypt(bytes, context.getBytes(UTF_8));
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("could not seal for " + context, thrown);
    }
  }

  /**
   * Opens what was sealed for this context.
   *
   * @throws VaultException if it was changed, sealed for another place or with a key we lack.
   */
  public String open(byte[] sealed, String context) {
    return new String(openBytes(sealed, context), UTF_8);
  }

  /** The same for what is no text. */
  public byte[] openBytes(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(UTF_8));
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("could not open what is sealed in " + context, thrown);
    }
  }

  /** The keyed hash of a text, the same each time, telling nothing to who lacks the key. */
  public byte[] index(String text) {
    try {
      return hashes.computePrimary(text.getBytes(UTF_8), INDEX_BYTES);
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("could not hash", thrown);
    }
  }
}
