package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class MigrationsTest {
  private static final Migrations NEWER = Migrations.with("db/storenewer");
  private final Databases engine;

  @TempDir Path folder = Path.of("");

  MigrationsTest(Databases engine) {
    this.engine = engine;
  }

  @Test
  void an_older_database_is_brought_up_to_date_and_keeps_its_rows() {
    var address = engine.address(StoreTest.SCHEMA);
    try (var store = Store.open(address, StoreTest.SCHEMA)) {
      store.write(tx -> tx.insert(StoreTest.ADD, "a", 1)).join();
    }
    try (var store = Store.open(address, NEWER)) {
      var names =
          store.read(tx -> tx.list("SELECT step, name FROM counter", row -> row.text("name")));
      assertThat(names).containsExactly("a");
    }
  }

  @Test
  void a_database_newer_than_the_program_stops_the_start_with_one_clear_line() {
    var address = engine.address(NEWER);
    assertThatThrownBy(() -> Store.open(address, StoreTest.SCHEMA))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("schema 2")
        .hasMessageContaining("knows 1");
  }

  @Test
  void a_second_start_does_not_load_flyway() throws Exception {
    var address = engine.address(StoreTest.SCHEMA);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = folder.resolve("log");
    var start =
        new ProcessBuilder(
                List.of(
                    java,
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xlog:class+load:file=" + log,
                    "-cp",
                    System.getProperty("java.class.path"),
                    OpenOnce.class.getName(),
                    address))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(start.waitFor()).isZero();
    assertThat(log)
        .content()
        .contains(Store.class.getName())
        .doesNotContain("org.flywaydb")
        .doesNotContain("org.jdbi");
  }

  @Test
  void the_engine_tells_its_own_faults_apart_from_the_program_s() {
    assertThatThrownBy(() -> Store.open("jdbc:mysql://here", StoreTest.SCHEMA))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("NEIGHBORLINE_DATABASE");
    assertThatThrownBy(() -> Store.open("jdbc:sqlite::memory:", StoreTest.SCHEMA))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("NEIGHBORLINE_DATABASE");
  }

  /** Opens a store that has its schema already, as a restart does. */
  static final class OpenOnce {
    private OpenOnce() {}

    public static void main(String[] arguments) {
      Store.open(arguments[0], StoreTest.SCHEMA).close();
    }
  }
}
