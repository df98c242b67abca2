package org.neighborline.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Copies a database while it runs, and puts a copy back. The key is no part of a copy: whoever has
 * both can read everything, so keep them apart.
 */
public final class Backup {
  private Backup() {}

  /** Hears how far a copy is, a few times a second. */
  @FunctionalInterface
  public interface Progress {
    void at(long bytes, long ofAbout);
  }

  /**
   * Writes a consistent copy, checked, to a file that must not be there yet.
   *
   * @throws BackupException in one clear line if it cannot; no half copy stays.
   */
  public static void copy(String address, Path target, Progress progress) {
    if (Files.exists(target)) {
      throw new BackupException(target + " is there already; a backup never overwrites a file");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BackupException(
          "no file can be written in " + folder + "; name another folder, or make this one");
    }
    switch (Dialect.of(address)) {
      case SQLITE -> new SqliteBackup(SqliteFile.of(address)).copy(target, progress);
      case POSTGRESQL -> PostgresBackup.of(address).copy(target);
    }
  }

  /**
   * Checks a copy (whole, of a schema we know, opened by this key) and puts it where the database
   * goes. A SQLite database that is there is moved aside, unless a process uses it; a PostgreSQL
   * database must be empty.
   *
   * @return where the database that was there lies now; delete it when the restored one is right.
   */
  public static Optional<Path> restore(
      Path copy, String address, Migrations migrations, Vault vault) {
    if (!Files.isRegularFile(copy)) {
      throw new BackupException("there is no backup at " + copy);
    }
    return switch (Dialect.of(address)) {
      case SQLITE -> new SqliteBackup(SqliteFile.of(address)).restore(copy, migrations, vault);
      case POSTGRESQL -> {
        PostgresBackup.of(address).restore(copy, migrations, vault);
        yield Optional.empty();
      }
    };
  }
}
