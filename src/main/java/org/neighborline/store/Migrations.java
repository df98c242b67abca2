package org.neighborline.store;

import java.sql.Connection;
import java.util.List;
import java.util.OptionalInt;

/**
 * The schema's history, the same files on both engines. A start looks once at the version that is
 * there and wakes Flyway (a third of a second) only when something is to be done.
 *
 * @param locations class path folders of {@code V<number>__<what>.sql} files.
 */
public record Migrations(List<String> locations) {
  /** What the engine itself needs: leases and the proof that the key fits. */
  private static final String ENGINE = "db/engine";

  public Migrations {
    locations = List.copyOf(locations);
  }

  /** The program's own schema. */
  public static Migrations ofProgram() {
    return with("db/migration");
  }

  /** The engine's tables and those of another folder, for tests. */
  public static Migrations with(String location) {
    return new Migrations(List.of(ENGINE, location));
  }

  /** The version that a database of this program has. */
  public int newest() {
    return MigrationFiles.in(locations).newest();
  }

  /** Whether the database behind a connection lacks something; one look, without Flyway. */
  boolean isDue(Connection connection) {
    var there = SchemaVersion.of(connection);
    int newest = newest();
    refuseNewer(there, newest);
    return there.isEmpty() || there.getAsInt() < newest;
  }

  /** Brings a database up to date. */
  void migrate(String address) {
    FlywayRun.migrate(address, Dialect.of(address), locations);
  }

  /** For a copy: it has a schema of ours, and not one of a newer program. */
  void checkKnown(Connection connection) {
    var there = SchemaVersion.of(connection);
    if (there.isEmpty()) {
      throw new SchemaException("this is no database of this program");
    }
    refuseNewer(there, newest());
  }

  private static void refuseNewer(OptionalInt there, int newest) {
    if (there.isPresent() && there.getAsInt() > newest) {
      throw new SchemaException(
          "the database has schema "
              + there.getAsInt()
              + " and this program knows "
              + newest
              + ": start the newer program, or restore a backup from before its first start");
    }
  }
}
