package org.neighborline.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.neighborline.HotlineFiles;
import org.neighborline.config.Loading;
import org.neighborline.config.Translations;
import org.neighborline.language.Translation;
import org.neighborline.understanding.Knowledge;
import org.neighborline.understanding.Reader;

/** The small city of the pages: two groups and a desk, as a hotline's files. */
final class City {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts/city");
  private static final Map<String, HotlineFiles> READ = new ConcurrentHashMap<>();

  private static final Knowledge KNOWLEDGE = knowledge();

  private City() {}

  /** Reads the languages of these files only, so that a page's texts are in one of them. */
  static Reader reader(HotlineFiles files) {
    return new Reader(KNOWLEDGE.withWordsOf(files.translations()), files.places()::find);
  }

  private static Knowledge knowledge() {
    Path folder = Path.of("translations");
    return switch (Translations.read(folder)) {
      case Loading.Loaded<List<Translation>>(var all) -> Knowledge.of(all);
      case Loading.Faulty<List<Translation>>(var faults) ->
          throw new AssertionError(faults.toString());
    };
  }

  /** The city with some lines of its configuration changed. */
  static HotlineFiles with(String changes) {
    return READ.computeIfAbsent(changes, City::read);
  }

  private static HotlineFiles read(String changes) {
    try {
      Path folder = Files.createTempDirectory("neighborline-city");
      Path config = folder.resolve("neighborline.yaml");
      try {
        Files.writeString(config, changed(changes));
        return HotlineFiles.read(config, Path.of("translations"));
      } finally {
        Files.deleteIfExists(config);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The configuration, where a page's own lines stand for those of the city. */
  private static String changed(String changes) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    Stream.concat(Files.readString(FOLDER.resolve("neighborline.yaml")).lines(), changes.lines())
        .filter(line -> line.matches("[a-z]+: .*"))
        .forEach(line -> lines.put(line.substring(0, line.indexOf(':')), line));
    Path groups = FOLDER.resolve(lines.get("groups").substring("groups: ".length()));
    lines.put("groups", "groups: " + groups.toAbsolutePath());
    lines.computeIfPresent(
        "resources",
        (key, line) ->
            key + ": " + FOLDER.resolve(line.substring("resources: ".length())).toAbsolutePath());
    return String.join("\n", lines.values()) + "\n";
  }
}
