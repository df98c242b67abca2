package org.neighborline.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every page beside {@code src/test/resources/transcripts/README.md} through the real
 * switchboard. A page that went otherwise is printed as it went; {@code -Dtranscripts.write=true}
 * writes it so, to be read before it is committed.
 */
@Timeout(30)
final class TranscriptTest {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts");
  private static final String ONLY = System.getProperty("transcripts.only", "");
  private static final boolean WRITES = Boolean.getBoolean("transcripts.write");

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void the_page_goes_as_written(Page page) throws IOException {
    String played = play(page, false);
    if (WRITES && !played.equals(page.text())) {
      Files.writeString(FOLDER.resolve(page.name()), played);
    }
    assertThat(played).as(page.name()).isEqualTo(page.text());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void the_page_goes_the_same_when_every_webhook_comes_twice(Page page) {
    assertThat(play(page, true)).as(page.name()).isEqualTo(page.text());
  }

  private static String play(Page page, boolean doubled) {
    try (Player player = new Player(page, doubled)) {
      return player.play();
    }
  }

  static List<Page> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".txt") && f.toString().contains(ONLY))
          .sorted()
          .map(Page::read)
          .toList();
    }
  }
}
