package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/** A folder of translations is read whole, in the order of menus. */
final class TranslationsTest {
  @TempDir Path folder;

  @Test
  void languages_come_in_the_order_of_menus_and_new_ones_after() {
    for (String tag : List.of("tl", "hi", "es", "en", "zh-Hans")) {
      Cities.write(folder, tag + ".txt", "[language]\nname = " + tag + "\n");
    }
    Cities.write(folder, "README.md", "not a translation");
    List<Translation> all = Cities.loaded(Translations.read(folder));
    assertThat(all)
        .extracting(t -> t.language().tag())
        .containsExactly("en", "es", "zh-Hans", "hi", "tl");
    assertThat(Translations.inOrder(all, List.of(new Language("hi"), Language.ENGLISH)))
        .extracting(t -> t.language().tag())
        .containsExactly("hi", "en");
  }

  @Test
  void every_fault_of_every_file_is_told() throws IOException {
    Cities.write(folder, "en.txt", "[texts]\nsent\n");
    Cities.write(folder, "spanish.txt", "[texts]\n");
    Files.write(
        folder.resolve("fr.txt"),
        "[texts]\nsent = envoyé\n".getBytes(Charset.forName("windows-1252")));
    assertThat(Cities.faults(Translations.read(folder)))
        .satisfiesExactly(
            f -> assertThat(f).startsWith("en.txt:2: expected 'key = value'"),
            f -> assertThat(f).startsWith("fr.txt:2: a letter here is not in UTF-8"),
            f -> assertThat(f).startsWith("spanish.txt: the name must be a language tag"));
  }

  @Test
  void a_folder_without_english_or_no_folder_is_told() {
    Cities.write(folder, "es.txt", "[language]\n");
    assertThat(Cities.faults(Translations.read(folder)).getFirst()).contains("there is no en.txt");
    assertThat(Cities.faults(Translations.read(folder.resolve("none"))).getFirst())
        .contains("there is no such folder");
  }
}
