package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SqliteBackupTest {
  private static final Migrations SCHEMA = StoreTest.SCHEMA;
  private static final String BOTH = "UPDATE counter SET value = value + 1";
  private final String address = Databases.SQLITE.address(SCHEMA);
  private final Store store = Store.open(address, SCHEMA);

  @TempDir Path folder = Path.of("");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_copy_made_while_turns_are_written_is_whole_and_consistent() {
    add("left");
    add("right");
    var stop = new AtomicBoolean();
    var writing = CompletableFuture.runAsync(() -> writeUntil(stop));
    var seen = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      Backup.copy(address, folder.resolve("copy" + i), (bytes, _) -> seen.add(bytes));
    }
    stop.set(true);
    writing.join();
    assertThat(seen).isNotEmpty();
    for (int i = 0; i < 5; i++) {
      try (var copy = Store.open("jdbc:sqlite:" + folder.resolve("copy" + i), SCHEMA)) {
        var values =
            copy.read(tx -> tx.list("SELECT value FROM counter", row -> row.integer("value")));
        assertThat(values).hasSize(2);
        assertThat(values.getFirst()).isEqualTo(values.getLast());
      }
    }
  }

  @Test
  void a_copy_is_for_the_owner_alone_and_overwrites_nothing() throws IOException {
    var target = copy("copy");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> copy("copy")).isInstanceOf(BackupException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void restored_it_is_the_database_and_the_old_one_lies_beside() {
    var vault = vault("key");
    KeyProof.check(store, vault);
    add("before");
    var copy = copy("copy");
    add("after");
    store.close();
    var aside = Backup.restore(copy, address, SCHEMA, vault);
    assertThat(aside).hasValueSatisfying(old -> assertThat(old).exists());
    try (var restored = Store.open(address, SCHEMA)) {
      KeyProof.check(restored, vault);
      assertThat(names(restored)).containsExactly("before");
    }
    assertThatThrownBy(() -> Backup.restore(copy, address, SCHEMA, vault))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("earlier restore");
  }

  @Test
  void a_database_in_use_is_never_replaced() {
    add("kept");
    var copy = copy("copy");
    assertThatThrownBy(() -> Backup.restore(copy, address, SCHEMA, vault("key")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("in use");
    add("and written");
    assertThat(names(store)).containsExactly("and written", "kept");
  }

  @Test
  void a_damaged_copy_a_wrong_key_and_a_newer_schema_are_refused() throws IOException {
    KeyProof.check(store, vault("key"));
    for (int i = 0; i < 200; i++) {
      add("name" + i);
    }
    var copy = copy("copy");
    var target = "jdbc:sqlite:" + folder.resolve("restored.db");
    assertThatThrownBy(() -> Backup.restore(copy, target, SCHEMA, vault("other")))
        .isInstanceOf(VaultException.class);
    var newer = folder.resolve("newer");
    Backup.copy(Databases.SQLITE.address(Migrations.with("db/storenewer")), newer, (_, _) -> {});
    assertThatThrownBy(() -> Backup.restore(newer, target, SCHEMA, vault("key")))
        .isInstanceOf(SchemaException.class);
    var bytes = Files.readAllBytes(copy);
    Arrays.fill(bytes, bytes.length / 2, bytes.length - 100, (byte) 7);
    Files.write(copy, bytes);
    assertThatThrownBy(() -> Backup.restore(copy, target, SCHEMA, vault("key")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("damaged");
    Files.writeString(copy, "no database at all, but long enough to be read as a header".repeat(9));
    assertThatThrownBy(() -> Backup.restore(copy, target, SCHEMA, vault("key")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("damaged");
    assertThat(folder.resolve("restored.db")).doesNotExist();
    assertThat(folder.resolve("restored.db.part")).doesNotExist();
  }

  @Test
  void another_key_does_not_start_on_this_database() {
    KeyProof.check(store, vault("key"));
    KeyProof.check(store, vault("key"));
    assertThatThrownBy(() -> KeyProof.check(store, vault("other")))
        .isInstanceOf(VaultException.class);
    Vault.rotate(folder.resolve("key"));
    KeyProof.check(store, vault("key"));
  }

  private Path copy(String name) {
    var target = folder.resolve(name);
    Backup.copy(address, target, (_, _) -> {});
    return target;
  }

  private Vault vault(String name) {
    return Vault.open(folder.resolve(name), true);
  }

  private void add(String name) {
    store.write(tx -> tx.insert(StoreTest.ADD, name, 0)).join();
  }

  private void writeUntil(AtomicBoolean stop) {
    while (!stop.get()) {
      store.write(tx -> tx.update(BOTH)).join();
    }
  }

  private static List<String> names(Store store) {
    return store.read(
        tx -> tx.list("SELECT name FROM counter ORDER BY name", row -> row.text("name")));
  }
}
