package org.neighborline.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.understanding.Reader;

/** Parts of a hotline that commands need without starting one. */
final class HotlineParts {
  private HotlineParts() {}

  /**
   * The configuration to work with: the one that is set, or the sample city where there is none.
   */
  static Path config(Settings settings) {
    return Files.exists(settings.config()) ? settings.config() : sample(settings);
  }

  /** The sample city that comes with the program. */
  static Path sample(Settings settings) {
    return settings.home().resolve("samples/newyork/neighborline.yaml");
  }

  static HotlineFiles files(Settings settings) {
    return HotlineFiles.read(config(settings), settings.translations());
  }

  static Reader reader(Settings settings) {
    return files(settings).reader().join();
  }
}
