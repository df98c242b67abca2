package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server brings no pg_dump, so a script stands in and shows how it was called. */
class PostgresBackupTest {
  private static final String ADDRESS =
      "jdbc:postgresql://127.0.0.1:5432/hotline?user=ana&password=p%40ss";

  @TempDir Path folder = Path.of("");

  @Test
  void pg_dump_gets_the_database_and_the_password_only_by_its_environment() throws IOException {
    var dump =
        script(
            """
            for a in "$@"; do case "$a" in --file=*) f="${a#--file=}";; esac; done
            echo "$@ with $PGPASSWORD" > "$f"
            """);
    var target = folder.resolve("copy");
    new PostgresBackup(ADDRESS, dump, "pg_restore").copy(target);
    assertThat(target)
        .content()
        .contains("--dbname=postgresql://ana@127.0.0.1:5432/hotline")
        .contains("with p@ss")
        .doesNotContain("p%40ss");
  }

  @Test
  void what_pg_dump_says_is_told_in_one_line_and_no_half_copy_stays() throws IOException {
    var dump = script("echo 'error: server version mismatch'; echo 'detail: 18 and 15'; exit 1");
    var target = folder.resolve("copy");
    assertThatThrownBy(() -> new PostgresBackup(ADDRESS, dump, "pg_restore").copy(target))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("mismatch; detail: 18 and 15")
        .hasMessageNotContaining("p@ss");
    assertThat(target).doesNotExist();
    assertThat(folder.resolve("copy.part")).doesNotExist();
  }

  @Test
  void a_machine_without_pg_dump_hears_what_to_install() {
    var absent = new PostgresBackup(ADDRESS, folder.resolve("pg_dump").toString(), "pg_restore");
    assertThatThrownBy(() -> absent.copy(folder.resolve("copy")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("install PostgreSQL's client programs");
  }

  @Test
  void a_database_that_holds_something_is_not_restored_into() throws IOException {
    var address = Databases.POSTGRESQL.address(StoreTest.SCHEMA);
    var copy = Files.createFile(folder.resolve("copy"));
    var backup = new PostgresBackup(address, "pg_dump", script("exit 0"));
    var vault = Vault.open(folder.resolve("key"), true);
    assertThatThrownBy(() -> backup.restore(copy, StoreTest.SCHEMA, vault))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("not empty");
  }

  private String script(String body) throws IOException {
    var file = folder.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}
