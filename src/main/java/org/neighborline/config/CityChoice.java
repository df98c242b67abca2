package org.neighborline.config;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Fault;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.GazetteerFiles;

/** Which city a hotline is in: the one imported beside its configuration, else New York. */
public final class CityChoice {
  static final String KEY = "gazetteer";

  private CityChoice() {}

  /**
   * The folder that a configuration's city has or would have, whether it is there or not.
   *
   * @param config {@code neighborline.yaml}, whose other faults are told when it is read
   */
  public static Path folder(Path config) {
    return config.toAbsolutePath().resolveSibling(named(config).orElse(KEY));
  }

  /** The city's places. */
  public static Loading<Gazetteer> read(Path config) {
    Path folder = folder(config);
    if (!Files.isDirectory(folder) && named(config).isEmpty()) {
      return new Loading.Loaded<>(Gazetteer.newYork());
    }
    try {
      return new Loading.Loaded<>(GazetteerFiles.read(folder));
    } catch (UncheckedIOException | IllegalArgumentException broken) {
      return new Loading.Faulty<>(
          List.of(
              new Fault(
                  folder.getFileName() + "/",
                  0,
                  "the city can't be read ("
                      + broken.getMessage()
                      + "); run ./neighborline import gazetteer again, or remove the folder and the key gazetteer")));
    }
  }

  private static Optional<String> named(Path config) {
    return value(config, KEY);
  }

  /** One value of a configuration whose faults are told when it is read. */
  static Optional<String> value(Path config, String key) {
    Faults scratch = Faults.of("");
    return Files.isRegularFile(config)
        ? YamlFile.read(config, scratch)
            .flatMap(node -> Section.of("the configuration", node, scratch))
            .flatMap(section -> section.text(key))
        : Optional.empty();
  }
}
