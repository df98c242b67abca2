package org.neighborline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.config.Loading;
import org.neighborline.config.Translations;
import org.neighborline.language.Catalog;
import org.neighborline.language.Fault;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/** What a caller hears: the shipped files, and files that people add, change and break. */
final class PromptFilesTest {
  private static final List<Translation> TRANSLATIONS = translations();
  private static final Catalog CATALOG = new Catalog(TRANSLATIONS, ZoneId.of("UTC"), "US");
  private static final Path SHIPPED = Path.of("prompts");
  private static final Language CREOLE = new Language("ht");
  private static final Language SPANISH = new Language("es");
  private static final String STAND_IN = "voice_zip.standin.wav";
  private static final long MOST_BYTES = 7_000_000;

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (String language : List.of("ht", "yi")) {
      Files.createDirectories(folder.resolve(language));
      for (Path file : files(SHIPPED.resolve(language))) {
        Files.copy(file, folder.resolve(language).resolve(file.getFileName().toString()));
      }
    }
    Files.createDirectories(folder.resolve("es"));
  }

  @Test
  void the_shipped_prompts_have_no_fault_and_every_language_can_be_called_in() throws IOException {
    PromptFiles shipped = PromptFiles.read(SHIPPED, CATALOG, TRANSLATIONS);
    assertThat(PromptFaults.of(shipped)).isEmpty();
    assertThat(TRANSLATIONS).hasSize(14).allMatch(t -> shipped.speaks(t.language()));
    long bytes = 0;
    for (Translation translation : TRANSLATIONS) {
      Path own = SHIPPED.resolve(translation.language().tag());
      for (Path file : Files.isDirectory(own) ? files(own) : List.<Path>of()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isBetween(1L, MOST_BYTES);
  }

  @Test
  void a_stand_in_plays_where_the_carrier_has_no_voice_and_a_person_replaces_it()
      throws IOException {
    assertThat(read().find(CREOLE, List.of("voice_zip"))).containsExactly("ht/" + STAND_IN);
    Files.copy(SHIPPED.resolve("ur").resolve(STAND_IN), folder.resolve("ht/voice_zip.wav"));
    assertThat(read().find(CREOLE, List.of("voice_zip"))).containsExactly("ht/voice_zip.wav");
    assertThat(read().source(CREOLE, "voice_zip")).isEqualTo(PromptFiles.Source.RECORDED);
  }

  @Test
  void the_carriers_voice_speaks_before_a_machine_does_and_only_whole_sentences_are_played()
      throws IOException {
    Files.copy(folder.resolve("ht").resolve(STAND_IN), folder.resolve("es").resolve(STAND_IN));
    assertThat(read().find(SPANISH, List.of("voice_zip"))).isEmpty();
    Files.copy(folder.resolve("ht").resolve(STAND_IN), folder.resolve("es/voice_zip.wav"));
    assertThat(read().find(SPANISH, List.of("voice_zip"))).containsExactly("es/voice_zip.wav");
    assertThat(read().find(SPANISH, List.of("voice_zip", "say.1"))).isEmpty();
  }

  @Test
  void the_same_sound_in_two_languages_is_a_fault() throws IOException {
    Files.copy(folder.resolve("ht").resolve(STAND_IN), folder.resolve("es/voice_zip.wav"));
    assertThat(faults()).singleElement().asString().contains("very same sound");
  }

  @Test
  void a_text_that_changed_makes_its_sound_stale() throws IOException {
    Path marks = folder.resolve("ht/texts.txt");
    Files.writeString(
        marks,
        Files.readString(marks).replaceAll("voice_zip\\.standin\\.wav \\w+", STAND_IN + " 000000"));
    assertThat(faults()).singleElement().asString().contains("the text has changed");
    assertThat(read().source(CREOLE, "voice_zip")).isEqualTo(PromptFiles.Source.STALE);
    assertThat(read().find(CREOLE, List.of("voice_zip"))).isNotEmpty();
  }

  @Test
  void a_recording_that_a_person_noted_goes_stale_with_its_text_and_the_voice_speaks_again()
      throws IOException {
    Files.copy(folder.resolve("ht").resolve(STAND_IN), folder.resolve("es/voice_zip.wav"));
    Files.delete(folder.resolve("ht").resolve(STAND_IN));
    PromptFiles before = read();
    Script spanish =
        before.scripts().stream()
            .filter(s -> s.language().equals(SPANISH))
            .findFirst()
            .orElseThrow();
    assertThat(new Synthesizer(before).mark(spanish)).isOne();
    assertThat(read().source(SPANISH, "voice_zip")).isEqualTo(PromptFiles.Source.RECORDED);
    Files.writeString(folder.resolve("es/texts.txt"), "voice_zip.wav 000000\n");
    assertThat(read().source(SPANISH, "voice_zip")).isEqualTo(PromptFiles.Source.STALE);
    assertThat(read().find(SPANISH, List.of("voice_zip"))).isEmpty();
  }

  @Test
  void a_language_without_a_voice_is_offered_only_while_every_sound_is_there() throws IOException {
    assertThat(read().speaks(CREOLE)).isTrue();
    Files.delete(folder.resolve("ht/say.7.standin.wav"));
    assertThat(read().speaks(CREOLE)).isFalse();
    assertThat(faults()).singleElement().asString().contains("say.7");
  }

  @Test
  void a_sound_that_is_cut_off_or_that_no_text_plays_is_a_fault() throws IOException {
    Path zip = folder.resolve("ht").resolve(STAND_IN);
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("ht/voice_goodbye.wav"), whole);
    assertThat(faults())
        .extracting(Fault::problem)
        .anyMatch(p -> p.contains("no WAV"))
        .anyMatch(p -> p.contains("no text plays"));
    assertThat(read().speaks(CREOLE)).isFalse();
  }

  @Test
  void what_is_no_prompt_is_not_served() {
    assertThat(read().path("ht", STAND_IN)).isPresent();
    assertThat(read().path("ht", "texts.txt")).isEmpty();
    assertThat(read().path("..", "README.md")).isEqualTo(Optional.empty());
  }

  private PromptFiles read() {
    List<Translation> some =
        TRANSLATIONS.stream()
            .filter(t -> List.of("es", "ht", "yi").contains(t.language().tag()))
            .toList();
    return PromptFiles.read(folder, CATALOG, some);
  }

  private List<Fault> faults() {
    return PromptFaults.of(read());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static List<Translation> translations() {
    return switch (Translations.read(Path.of("translations"))) {
      case Loading.Loaded<List<Translation>>(List<Translation> all) -> all;
      case Loading.Faulty<List<Translation>>(var faults) ->
          throw new AssertionError(faults.toString());
    };
  }
}
