package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final String WHERE = "contact|number|17";

  @TempDir Path folder = Path.of("");

  @Test
  void what_is_sealed_opens_again_in_every_script() {
    var vault = Vault.open(key(), true);
    for (var text : new String[] {"", "+12125550100", "খাবার দরকার", "אוכל", "x".repeat(1600)}) {
      assertThat(vault.open(vault.seal(text, WHERE), WHERE)).isEqualTo(text);
    }
  }

  @Test
  void the_same_words_are_sealed_differently_each_time() {
    var vault = Vault.open(key(), true);
    assertThat(vault.seal("food", WHERE)).isNotEqualTo(vault.seal("food", WHERE));
  }

  @Test
  void moved_to_another_row_it_does_not_open() {
    var vault = Vault.open(key(), true);
    var sealed = vault.seal("+12125550100", WHERE);
    assertThatThrownBy(() -> vault.open(sealed, "contact|number|18"))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("5550100");
  }

  @Test
  void a_changed_byte_and_another_key_are_refused() {
    var vault = Vault.open(key(), true);
    var sealed = vault.seal("food", WHERE);
    var other = Vault.open(folder.resolve("other.key"), true);
    assertThatThrownBy(() -> other.open(sealed, WHERE)).isInstanceOf(VaultException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> vault.open(sealed, WHERE)).isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> vault.open(new byte[0], WHERE)).isInstanceOf(VaultException.class);
  }

  @Test
  void an_index_is_the_same_after_a_restart_and_another_with_another_key() {
    var index = Vault.open(key(), true).index("+12125550100");
    assertThat(index).hasSize(Vault.INDEX_BYTES);
    assertThat(Vault.open(key(), false).index("+12125550100")).isEqualTo(index);
    assertThat(Vault.open(key(), false).index("+12125550101")).isNotEqualTo(index);
    assertThat(Vault.open(folder.resolve("other.key"), true).index("+12125550100"))
        .isNotEqualTo(index);
  }

  @Test
  void a_missing_key_stops_the_start_unless_it_may_be_made() {
    assertThatThrownBy(() -> Vault.open(key(), false))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("NEIGHBORLINE_KEY");
    assertThat(key()).doesNotExist();
  }

  @Test
  void only_the_owner_can_read_the_key_file() throws IOException {
    Vault.open(folder.resolve("new/folder/neighborline.key"), true);
    var mode = Files.getPosixFilePermissions(folder.resolve("new/folder/neighborline.key"));
    assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    Vault.rotate(folder.resolve("new/folder/neighborline.key"));
    mode = Files.getPosixFilePermissions(folder.resolve("new/folder/neighborline.key"));
    assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
  }

  @Test
  void after_a_rotation_the_old_opens_and_the_new_is_not_for_the_old_key() throws IOException {
    var before = Vault.open(key(), true);
    var old = before.seal("old", WHERE);
    var index = before.index("+12125550100");
    var rotated = Vault.rotate(key());
    assertThat(rotated.open(old, WHERE)).isEqualTo("old");
    assertThat(rotated.index("+12125550100")).isEqualTo(index);
    var sealed = rotated.seal("new", WHERE);
    assertThatThrownBy(() -> before.open(sealed, WHERE)).isInstanceOf(VaultException.class);
    assertThat(Vault.open(key(), false).open(sealed, WHERE)).isEqualTo("new");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_file_that_is_no_key_is_named_and_not_quoted() throws IOException {
    Files.writeString(key(), "sealing {\"secret\": \"abc\"}\n");
    assertThatThrownBy(() -> Vault.open(key(), true))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("neighborline.key")
        .hasMessageNotContaining("abc")
        .hasNoCause();
  }

  private Path key() {
    return folder.resolve("neighborline.key");
  }
}
