package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no groups at all are named, and never stand in memory. */
final class BadFilesTest {
  private static final String C = "neighborline.yaml";
  private static final String G = "groups.yaml";

  @TempDir Path folder;

  @Test
  void files_in_another_encoding_are_named_with_the_line_of_the_first_such_letter()
      throws IOException {
    String groups = Cities.DESK.replace("Noor", "José");
    assertThat(faultsOf(groups.getBytes(Charset.forName("windows-1252"))))
        .containsExactly(
            "groups.yaml:5: a letter here is not in UTF-8, perhaps in Windows-1252; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    assertThat(faultsOf(groups.getBytes(StandardCharsets.UTF_16)))
        .containsExactly("groups.yaml:1: the file is in UTF-16; save it as UTF-8");
    assertThat(faultsOf("- id: a\n\0".getBytes(StandardCharsets.UTF_8)).getFirst())
        .startsWith("groups.yaml:2: a NUL byte");
    assertThat(faultsOf("- id: é".substring(0, 7).getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  @Test
  void empty_files_and_files_that_say_nothing_are_named() throws IOException {
    assertThat(faultsOf(new byte[0]).getFirst()).startsWith("groups.yaml: the file is empty");
    assertThat(faultsOf("# nothing\n".getBytes(StandardCharsets.UTF_8)).getFirst())
        .startsWith("groups.yaml: the file says nothing");
    assertThat(faultsOf("id: desk\n".getBytes(StandardCharsets.UTF_8)).getFirst())
        .startsWith("groups.yaml:1: expected a list");
  }

  @Test
  void a_file_of_over_a_hundred_megabytes_is_not_even_read() throws IOException {
    Path groups = folder.resolve(G);
    try (var file = new RandomAccessFile(groups.toFile(), "rw")) {
      file.setLength(100_000_001); // a hole, not written
    }
    Cities.write(folder, C, Cities.HOTLINE);
    assertThat(Cities.faults(ConfigurationFile.read(folder.resolve(C), Cities.KNOWN)))
        .containsExactly(
            "groups.yaml: the file has 100 MB, more than 100; this is probably another file, check its name");
  }

  @Test
  void a_large_file_of_anything_takes_no_memory() throws IOException {
    byte[] line = "the quick brown fox and the lazy dog\n".getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[line.length * 500_000];
    for (int i = 0; i < 500_000; i++) {
      System.arraycopy(line, 0, large, i * line.length, line.length);
    }
    assertThat(faultsOf(large).getFirst())
        .isEqualTo(
            "groups.yaml: this is no YAML that we can read: one value spans more than 4 million characters");
    assertThat(faultsOf("x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)).getFirst())
        .startsWith("groups.yaml:1: a line of over a million characters");
  }

  @Test
  void deep_nesting_and_growing_references_end_at_once() throws IOException {
    assertThat(faultsOf(("- " + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8)).getFirst())
        .startsWith("groups.yaml: this is no YAML that we can read: more than 12 levels");
    List<String> laughs = new ArrayList<>(List.of("- &a0 {name: ha}"));
    IntStream.range(1, 60)
        .forEach(i -> laughs.add("- &a%d [*a%d, *a%d]".formatted(i, i - 1, i - 1)));
    assertThat(faultsOf(String.join("\n", laughs).getBytes(StandardCharsets.UTF_8)))
        .hasSizeLessThan(300);
  }

  @Test
  void a_thousand_faults_end_in_a_word_that_there_are_more() throws IOException {
    String many = "- {id: X, nome: Y}\n".repeat(1_000);
    List<String> faults = faultsOf(many.getBytes(StandardCharsets.UTF_8));
    assertThat(faults).hasSize(501);
    assertThat(faults.getLast()).endsWith("mend the above first");
  }

  private List<String> faultsOf(byte[] groups) throws IOException {
    Cities.write(folder, C, Cities.HOTLINE);
    Files.write(folder.resolve(G), groups);
    return Cities.faults(ConfigurationFile.read(folder.resolve(C), Cities.KNOWN));
  }
}
