package org.neighborline.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The engines that every store test runs on:
 * {@code @ParameterizedClass @EnumSource(Databases.class)} and {@code engine.open(migrations)}
 * before each test. A schema is migrated once and then copied, so a fresh database costs
 * milliseconds.
 */
public enum Databases {
  SQLITE {
    @Override
    String empty() {
      return "jdbc:sqlite:" + folder().resolve("test.db");
    }

    @Override
    String copyOf(String template) {
      var address = empty();
      try {
        Files.copy(SqliteFile.of(template).path(), SqliteFile.of(address).path());
      } catch (IOException thrown) {
        throw new UncheckedIOException(thrown);
      }
      return address;
    }
  },

  POSTGRESQL {
    @Override
    String empty() {
      return create("");
    }

    @Override
    String copyOf(String template) {
      return create(" TEMPLATE " + template.replaceAll(".*/(t\\d+)[?].*", "$1"));
    }

    private static String create(String template) {
      var name = "t" + made.incrementAndGet();
      try (var connection =
              DriverManager.getConnection(
                  Server.STARTED.getJdbcUrl("postgres", "postgres"), "postgres", "");
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + template);
      } catch (SQLException thrown) {
        throw new IllegalStateException(thrown);
      }
      return Server.STARTED.getJdbcUrl("postgres", name);
    }
  };

  private static final AtomicInteger made = new AtomicInteger();
  private static final Map<Wanted, String> templates = new ConcurrentHashMap<>();

  private record Wanted(Databases engine, Migrations migrations) {}

  /** The address of a database with nothing in it; on SQLite there is no file yet. */
  abstract String empty();

  abstract String copyOf(String template);

  /** The address of a new database with this schema. */
  public String address(Migrations migrations) {
    return copyOf(
        templates.computeIfAbsent(
            new Wanted(this, migrations),
            wanted -> {
              var address = empty();
              Store.open(address, wanted.migrations()).close();
              return address;
            }));
  }

  /** A store on a new database; the test closes it. */
  public Store open(Migrations migrations) {
    return Store.open(address(migrations), migrations);
  }

  /** A new folder that goes when the JVM ends. */
  static Path folder() {
    try {
      return Files.createDirectory(Folder.ROOT.resolve("t" + made.incrementAndGet()));
    } catch (IOException thrown) {
      throw new UncheckedIOException(thrown);
    }
  }

  /** One server a JVM, started by the first test that needs it. */
  private static final class Server {
    static final EmbeddedPostgres STARTED = start();

    private static EmbeddedPostgres start() {
      try {
        var server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                // Off, a commit is not durable but tests are quick; a measurement turns it on.
                .setServerConfig("fsync", System.getProperty("postgres.fsync", "off"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
      } catch (IOException thrown) {
        throw new UncheckedIOException(thrown);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException thrown) {
        throw new UncheckedIOException(thrown);
      }
    }
  }

  private static final class Folder {
    static final Path ROOT = root();

    private static Path root() {
      try {
        var root = Files.createTempDirectory("neighborline-store");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
        return root;
      } catch (IOException thrown) {
        throw new UncheckedIOException(thrown);
      }
    }

    private static void delete(Path root) {
      try (var files = Files.walk(root)) {
        for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException thrown) {
        throw new UncheckedIOException(thrown);
      }
    }
  }
}
