package org.neighborline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Copies by VACUUM INTO: one snapshot whatever the writer does meanwhile (the online backup would
 * start over at each commit of another connection), and nothing in it of what was erased.
 */
record SqliteBackup(SqliteFile file) {
  /** How often a long copy tells how far it is. */
  private static final Duration BEAT = Duration.ofMillis(250);

  void copy(Path target, Backup.Progress progress) {
    if (!file.exists()) {
      throw new BackupException("there is no database at " + file.path());
    }
    var part = part(target);
    try {
      Files.deleteIfExists(part);
      OwnerOnly.create(part);
      vacuumInto(part, progress);
      checkWhole(part);
      place(part, target);
    } catch (IOException | SQLException thrown) {
      throw new BackupException("the backup to " + target + " failed", thrown);
    } finally {
      deleteQuietly(part);
    }
  }

  private void vacuumInto(Path part, Backup.Progress progress) throws IOException, SQLException {
    try (var connection = file.plain()) {
      long size = number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size");
      var vacuum =
          new FutureTask<Boolean>(() -> {
            try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
              statement.setString(1, part.toString());
              return statement.execute();
            }
          });
      Thread.ofPlatform().name("store-backup").daemon().start(vacuum);
      while (!isDone(vacuum)) {
        progress.at(Files.size(part), size);
      }
      progress.at(Files.size(part), Files.size(part));
    }
  }

  private static boolean isDone(FutureTask<Boolean> vacuum) throws SQLException {
    try {
      vacuum.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException running) {
      return false;
    } catch (ExecutionException failed) {
      throw new SQLException("VACUUM INTO", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BackupException("the backup was interrupted", stopped);
    }
  }

  Optional<Path> restore(Path copy, Migrations migrations, Vault vault) {
    var target = file.path();
    var part = part(target);
    try {
      Files.createDirectories(part.toAbsolutePath().getParent());
      Files.deleteIfExists(part);
      OwnerOnly.create(part);
      Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
      OwnerOnly.restrict(part);
      checkWhole(part);
      checkOurs(part, migrations, vault);
      var aside = file.exists() ? Optional.of(moveAside()) : Optional.<Path>empty();
      place(part, target);
      return aside;
    } catch (IOException | SQLException thrown) {
      throw new BackupException("the restore from " + copy + " failed", thrown);
    } finally {
      deleteQuietly(part);
    }
  }

  /**
   * Leaving WAL needs the database alone, and folds the log into the one file that we then move.
   */
  private Path moveAside() throws IOException {
    var aside = file.path().resolveSibling(file.path().getFileName() + ".replaced");
    if (Files.exists(aside)) {
      throw new BackupException(
          aside + " is there from an earlier restore; delete it or move it away first");
    }
    try (var connection = file.plain();
        var statement = connection.createStatement();
        var mode = statement.executeQuery("PRAGMA journal_mode=DELETE")) {
      if (!mode.next() || !mode.getString(1).equals("delete")) {
        throw inUse();
      }
    } catch (SQLException busy) {
      throw inUse();
    }
    Files.move(file.path(), aside, StandardCopyOption.ATOMIC_MOVE);
    return aside;
  }

  private BackupException inUse() {
    return new BackupException(file.path() + " is in use; stop the server, then restore");
  }

  private static void checkWhole(Path part) throws SQLException {
    try (var connection = new SqliteFile(part).plain();
        var statement = connection.createStatement();
        var result = statement.executeQuery("PRAGMA integrity_check(1)")) {
      if (!result.next() || !result.getString(1).equals("ok")) {
        throw new BackupException("the copy is damaged; it was not used");
      }
    } catch (SQLException thrown) {
      throw new BackupException("the copy is damaged, or no database; it was not used", thrown);
    }
  }

  private static void checkOurs(Path part, Migrations migrations, Vault vault) throws SQLException {
    try (var session = new Session(new SqliteFile(part).plain(), Dialect.SQLITE)) {
      migrations.checkKnown(session.connection());
      KeyProof.fits(new Tx(session), vault);
    }
  }

  private static long number(Connection connection, String pragma) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(pragma)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private static Path part(Path target) {
    return target.toAbsolutePath().resolveSibling(target.getFileName() + ".part");
  }

  private static void place(Path part, Path target) throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    try (var folder = FileChannel.open(part.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + "-wal"));
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + "-shm"));
    } catch (IOException left) {
      // The reason that brought us here matters more than a file left behind.
    }
  }
}
