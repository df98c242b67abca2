package org.neighborline.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashMap;

/**
 * The key file: a line that says what it is, then two Tink keysets in JSON, a line each.
 *
 * @param sealing the AEAD keyset; its primary key seals, all of them open.
 * @param indexing the PRF keyset, of one key for ever.
 */
record KeyFile(KeysetHandle sealing, KeysetHandle indexing) {
  private static final String TITLE =
      "# Neighborline's key. Without it the database is unreadable: back it up, apart from it.";
  private static final String SEALING = "sealing";
  private static final String INDEXING = "indexing";

  private static final Configuration ALGORITHMS = algorithms();

  private static Configuration algorithms() {
    try {
      AeadConfig.register();
      PrfConfig.register();
      return RegistryConfiguration.get();
    } catch (GeneralSecurityException thrown) {
      throw new IllegalStateException("Tink does not start", thrown);
    }
  }

  static KeyFile create() {
    try {
      return new KeyFile(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, ALGORITHMS),
          KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, ALGORITHMS));
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("could not make a key", thrown);
    }
  }

  /** Adds a key that seals from now on. */
  KeyFile rotated() {
    try {
      var more = KeysetHandle.newBuilder(sealing).setConfiguration(ALGORITHMS);
      more.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      return new KeyFile(more.build(), indexing);
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("could not add a key", thrown);
    }
  }

  Aead aead() throws GeneralSecurityException {
    return sealing.getPrimitive(ALGORITHMS, Aead.class);
  }

  PrfSet hashes() throws GeneralSecurityException {
    return indexing.getPrimitive(ALGORITHMS, PrfSet.class);
  }

  static KeyFile read(Path file) {
    var keysets = new HashMap<String, String>();
    try {
      for (var line : Files.readAllLines(file, UTF_8)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          keysets.put(line.substring(0, space), line.substring(space + 1));
        }
      }
      return new KeyFile(keyset(keysets, SEALING), keyset(keysets, INDEXING));
    } catch (IOException thrown) {
      throw new VaultException("could not read the key file " + file, thrown);
    } catch (GeneralSecurityException thrown) {
      // The cause might quote a part of the key.
      throw new VaultException(file + " is not a key file of this program, or it is damaged");
    }
  }

  private static KeysetHandle keyset(HashMap<String, String> keysets, String name)
      throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        keysets.getOrDefault(name, ""), ALGORITHMS, InsecureSecretKeyAccess.get());
  }

  private String lines() throws GeneralSecurityException {
    return TITLE + '\n' + line(SEALING, sealing) + line(INDEXING, indexing);
  }

  private static String line(String name, KeysetHandle keyset) throws GeneralSecurityException {
    var json =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keyset, ALGORITHMS, InsecureSecretKeyAccess.get());
    return name + ' ' + json.replaceAll("\\R", " ") + '\n';
  }

  /** Fails where a file is: a key is never overwritten. */
  void writeNew(Path file) {
    try {
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      write(file);
    } catch (IOException thrown) {
      throw new UncheckedIOException("could not write the key file " + file, thrown);
    }
  }

  /** The old file stays whole until the new one is on the disk. */
  void replace(Path file) {
    var beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(beside);
      write(beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException thrown) {
      throw new UncheckedIOException("could not replace the key file " + file, thrown);
    }
  }

  private void write(Path file) throws IOException {
    OwnerOnly.create(file);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(UTF_8.encode(lines()));
      channel.force(true);
    } catch (GeneralSecurityException thrown) {
      throw new VaultException("could not write the key", thrown);
    }
  }
}
