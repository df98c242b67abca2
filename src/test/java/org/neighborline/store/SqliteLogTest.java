package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was erased is in no file of a SQLite database once its log is forgotten. */
class SqliteLogTest {
  private static final String WORDS = "erase-these-words-".repeat(40);

  @Test
  void erased_words_are_in_no_file_once_the_log_is_forgotten() throws IOException {
    String address = Databases.SQLITE.address(Migrations.ofProgram());
    Path file = SqliteFile.of(address).path();
    try (Store store = Store.open(address, Migrations.ofProgram())) {
      run(store, "INSERT INTO fact (name, value) VALUES ('said', ?)", WORDS);
      assertThat(store.forgetLog()).isTrue();
      run(store, "UPDATE fact SET value = ? WHERE name = 'said'", "");
      assertThat(holding(file)).as("the old page is still in the database").isPositive();
      assertThat(store.forgetLog()).isTrue();
      assertThat(holding(file)).isZero();
    }
  }

  @Test
  void someone_who_reads_makes_it_wait_and_it_is_done_the_next_time() {
    String address = Databases.SQLITE.address(Migrations.ofProgram());
    try (Store store = Store.open(address, Migrations.ofProgram())) {
      run(store, "INSERT INTO fact (name, value) VALUES ('said', ?)", WORDS);
      boolean whileReading =
          store.read(tx -> {
            tx.first("SELECT value FROM fact", row -> row.text("value"));
            run(store, "UPDATE fact SET value = ? WHERE name = 'said'", "");
            return store.forgetLog();
          });
      assertThat(whileReading).isFalse();
      assertThat(store.forgetLog()).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void what_an_error_kept_from_being_carried_over_is_carried_over_later() {
    String address = Databases.SQLITE.address(Migrations.ofProgram());
    SqliteFile file = SqliteFile.of(address);
    AtomicInteger opened = new AtomicInteger();
    SqliteLog.Connections full =
        () -> {
          if (opened.incrementAndGet() < 3) {
            throw new SQLException("disk full, says the test");
          }
          return file.plain();
        };
    try (SqliteLog log = new SqliteLog(full, Duration.ofMillis(1));
        Session session = new Session(file.writer(), Dialect.SQLITE)) {
      log.grew(SqliteLog.TURNS, session);
      while (!log.isCarried()) {
        Thread.onSpinWait();
      }
      assertThat(opened).hasValue(3);
      log.grew(1, session);
      assertThat(log.isCarried()).as("it begins anew").isFalse();
      log.grew(SqliteLog.TURNS, session);
      while (!log.isCarried()) {
        Thread.onSpinWait();
      }
      assertThat(opened).as("one connection serves on").hasValue(3);
    } catch (SQLException thrown) {
      throw new AssertionError(thrown);
    }
  }

  private static void run(Store store, String sql, String value) {
    store.write(tx -> tx.update(sql, value)).join();
  }

  private static long holding(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(file.getFileName().toString()))
          .filter(SqliteLogTest::holds)
          .count();
    }
  }

  private static boolean holds(Path file) {
    try {
      String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return all.contains("erase-these-words-erase");
    } catch (IOException e) {
      return false;
    }
  }
}
