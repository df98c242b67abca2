package org.neighborline.store;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs PostgreSQL's own pg_dump and pg_restore, which know what a consistent copy is. */
final class PostgresBackup {
  private static final String PREFIX = "jdbc:";
  private static final int LONGEST_REASON = 300;

  private final String address;
  private final String dump;
  private final String restore;

  PostgresBackup(String address, String dump, String restore) {
    this.address = address;
    this.dump = dump;
    this.restore = restore;
  }

  static PostgresBackup of(String address) {
    return new PostgresBackup(address, "pg_dump", "pg_restore");
  }

  void copy(Path target) {
    var part = target.toAbsolutePath().resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      OwnerOnly.create(part);
      run(List.of(dump, "--format=custom", "--no-password", "--file=" + part, database()));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException thrown) {
      throw new BackupException("the backup to " + target + " failed", thrown);
    } finally {
      deleteQuietly(part);
    }
  }

  void restore(Path copy, Migrations migrations, Vault vault) {
    run(List.of(restore, "--list", copy.toString()));
    try (var connection = DriverManager.getConnection(address)) {
      if (SchemaVersion.of(connection).isPresent()) {
        throw new BackupException("the database is not empty; restore into a new one");
      }
    } catch (SQLException thrown) {
      throw Faults.of("connect", thrown);
    }
    run(
        List.of(
            restore,
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            "--no-password",
            database(),
            copy.toString()));
    try (var session = new Session(DriverManager.getConnection(address), Dialect.POSTGRESQL)) {
      migrations.checkKnown(session.connection());
      KeyProof.fits(new Tx(session), vault);
    } catch (SQLException thrown) {
      throw Faults.of("connect", thrown);
    }
  }

  /**
   * What libpq calls the database. The password goes by the environment, which ps does not show.
   */
  private String database() {
    var uri = uri();
    var user = parameters().get("user");
    return "--dbname=postgresql://"
        + (user == null ? "" : user.replace("@", "%40") + "@")
        + Optional.ofNullable(uri.getRawAuthority()).orElse("")
        + Optional.ofNullable(uri.getRawPath()).orElse("");
  }

  private URI uri() {
    return URI.create(address.substring(PREFIX.length()));
  }

  private Map<String, String> parameters() {
    var found = new HashMap<String, String>();
    for (var pair : Optional.ofNullable(uri().getRawQuery()).orElse("").split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private void run(List<String> command) {
    var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
    var password = parameters().get("password");
    if (password != null) {
      builder.environment().put("PGPASSWORD", password);
    }
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BackupException(command.getFirst() + " failed: " + reason(said));
      }
    } catch (IOException absent) {
      throw new BackupException(
          command.getFirst()
              + " is not installed here: install PostgreSQL's client programs, of the server's"
              + " version or newer, or run it on the server",
          absent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BackupException("interrupted", stopped);
    }
  }

  private static String reason(String said) {
    var line = said.strip().replaceAll("\\s*\\R\\s*", "; ");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException left) {
      // The reason that brought us here matters more than a file left behind.
    }
  }
}
