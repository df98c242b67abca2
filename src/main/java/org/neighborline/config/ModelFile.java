package org.neighborline.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Translation;
import org.neighborline.understanding.Learning;
import org.neighborline.understanding.Model;

/**
 * Keeps what was learned from the translators' examples, so that a start need not learn it again:
 * {@code target/understanding.model} beside the folder of translations. The launcher has it made
 * after each build.
 */
public final class ModelFile {
  private static final String FILE = "target/understanding.model";

  private ModelFile() {}

  /**
   * The model for these translations. Where the file is missing or was taught from others, it is
   * taught now: that takes two seconds, and a hotline that hears less than it could for a whole
   * uptime would be worse. The file is left as it is: only the launcher, alone, writes it.
   */
  public static Model load(Path folder, List<Translation> translations) {
    return read(file(folder), Learning.source(translations))
        .orElseGet(() -> Learning.model(translations));
  }

  /** Teaches the model and writes its file; faulty translations have none. */
  public static void teach(Path folder) throws IOException {
    if (Translations.read(folder) instanceof Loading.Loaded<List<Translation>>(var translations)) {
      byte[] bytes = Learning.model(translations).bytes(Learning.source(translations));
      Path file = file(folder);
      Path half = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(half, bytes);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static Optional<Model> read(Path file, String source) {
    try {
      return Files.isRegularFile(file)
          ? Model.of(Files.readAllBytes(file), source)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // what can't be read is made anew
    }
  }

  private static Path file(Path folder) {
    return folder.resolveSibling(FILE);
  }
}
