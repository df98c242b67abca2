package org.neighborline.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neighborline.HotlineFiles;

/** The small city of the pages: two groups and a desk, as a hotline's files. */
final class City {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts/city");
  private static final Map<String, HotlineFiles> READ = new ConcurrentHashMap<>();

  private City() {}

  /** The city with some lines of its configuration changed. */
  static HotlineFiles with(String changes) {
    return READ.computeIfAbsent(changes, City::read);
  }

  private static HotlineFiles read(String changes) {
    try {
      Path folder = Files.createTempDirectory("neighborline-city");
      Path config = folder.resolve("neighborline.yaml");
      Path groups = folder.resolve("groups.yaml");
      try {
        Files.writeString(config, Files.readString(FOLDER.resolve("neighborline.yaml")) + changes);
        Files.copy(FOLDER.resolve("groups.yaml"), groups);
        return HotlineFiles.read(config, Path.of("translations"));
      } finally {
        Files.deleteIfExists(config);
        Files.deleteIfExists(groups);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
