package org.neighborline.config;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.neighborline.language.Catalog;
import org.neighborline.language.Translation;
import org.neighborline.understanding.Knowledge;

/**
 * Keeps what a reader knows, ready to be used, so that a start need not learn it again: {@code
 * target/understanding.knowledge} beside the folder of translations. The launcher has it made after
 * each build. It is mapped: a reader knows as much as it was asked for, and holds none of it.
 */
public final class KnowledgeFile {
  private static final String FILE = "target/understanding.knowledge";

  private KnowledgeFile() {}

  /**
   * Learns and writes the file; faulty translations have none.
   *
   * @throws IllegalArgumentException when a text is no pattern
   */
  public static void write(Path folder) throws IOException {
    if (Translations.read(folder) instanceof Loading.Loaded<List<Translation>>(var translations)
        && isReadAlike(folder, translations)) {
      new Catalog(translations, ZoneOffset.UTC, "US").compileAll();
      Path file = folder.resolveSibling(FILE);
      Path half = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(half)) {
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(madeFrom(folder)).array());
        out.write(Knowledge.of(translations).written());
      }
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Whether the short way of a start reads what the long way reads. */
  private static boolean isReadAlike(Path folder, List<Translation> translations) {
    return Translations.withoutExamples(folder)
            instanceof Loading.Loaded<List<Translation>>(var quickly)
        && sections(quickly).equals(sections(translations));
  }

  private static List<?> sections(List<Translation> translations) {
    return translations.stream()
        .map(translation -> {
          var sections = new HashMap<>(translation.sections());
          sections.remove(Translation.EXAMPLES);
          return sections;
        })
        .toList();
  }

  /**
   * What the file says; empty where it is missing, or was made from other translations or by
   * another version of the program. Then it has to be learned, which takes seconds, but a hotline
   * that hears less than it could for a whole uptime would be worse. The file is left as it is:
   * only the launcher, alone, writes it.
   */
  public static Optional<Knowledge> read(Path folder) {
    try (FileChannel file = FileChannel.open(folder.resolveSibling(FILE))) {
      ByteBuffer all = file.map(MapMode.READ_ONLY, 0, file.size());
      return all.remaining() > Long.BYTES && all.getLong() == madeFrom(folder)
          ? Optional.of(Knowledge.read(all))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // what can't be read is made anew
    }
  }

  /** A checksum of the translations and of the program that reads them. */
  private static long madeFrom(Path folder) throws IOException {
    CRC32C sum = new CRC32C();
    sum.update(Files.readAllBytes(program()));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        sum.update(Files.readAllBytes(file));
      }
    }
    return sum.getValue();
  }

  /** The packaged program; classes in a folder, as tests run them, change without a trace. */
  private static Path program() throws IOException {
    Path program =
        Path.of(KnowledgeFile.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    if (Files.isDirectory(program)) {
      throw new IOException("not packaged");
    }
    return program;
  }
}
