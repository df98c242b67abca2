package org.neighborline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.HotlineFiles.FaultyFiles;
import org.neighborline.store.Vault;
import picocli.CommandLine;

/** What the launcher's commands say. */
class MainTest {
  @TempDir private Path folder = Path.of("");
  private final StringWriter said = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine("");
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  @Test
  void a_command_that_does_not_exist_is_one_line_with_the_nearest_that_does() {
    assertThat(run("sevre")).isEqualTo(2);
    assertThat(said.toString().strip())
        .isEqualTo(
            "there is no command 'sevre'; did you mean serve? (neighborline --help explains)");
  }

  @Test
  void a_key_is_made_for_its_owner_alone_and_never_overwritten() throws IOException {
    Path file = folder.resolve("new.key");
    assertThat(run("key", file.toString())).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    byte[] key = Files.readAllBytes(file);
    Vault vault = Vault.open(file, false);
    assertThat(vault.open(vault.seal("words", "a"), "a")).isEqualTo("words");

    assertThat(run("key", file.toString())).isEqualTo(1);
    assertThat(said.toString()).contains("never overwritten");
    assertThat(Files.readAllBytes(file)).isEqualTo(key);
  }

  @Test
  void faults_of_translations_and_of_the_configuration_are_told_together() throws IOException {
    Path translations = Files.createDirectory(folder.resolve("translations"));
    Files.writeString(translations.resolve("en.txt"), "[texts]\nask_need\n");
    Path config = folder.resolve("neighborline.yaml");
    Files.writeString(config, "name: Here\ncapacity: 0\n");
    try {
      HotlineFiles.read(config, translations);
      throw new IllegalStateException("it has faults");
    } catch (FaultyFiles faulty) {
      assertThat(faulty.faults().toString()).contains("en.txt", "capacity");
    }
  }
}
