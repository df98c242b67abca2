package org.neighborline.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The small file beside a language's recordings that tells which words each was made from, so that
 * a changed text shows. A line has a file's name and a mark of its words.
 */
final class Marks {
  static final String FILE = "texts.txt";
  private static final String HEAD =
      "# Which words each file was made from. Written by ./neighborline prompts; not by hand.\n";
  private static final int LENGTH = 12;

  private final Map<String, String> marks = new TreeMap<>();

  private Marks() {}

  /** Those of a language's folder; none where there is no file. */
  static Marks read(Path folder) {
    Marks all = new Marks();
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return all;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.strip().split(" ");
        if (parts.length == 2 && !line.startsWith("#")) {
          all.marks.put(parts[0], parts[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    marks.forEach((name, mark) -> text.append(name).append(' ').append(mark).append('\n'));
    Files.writeString(folder.resolve(FILE), text);
  }

  void set(String file, String words) {
    marks.put(file, of(words));
  }

  void remove(String file) {
    marks.remove(file);
  }

  /** Whether a file is known to say these words. */
  boolean says(String file, String words) {
    return of(words).equals(marks.get(file));
  }

  /** Whether anybody noted what a file says. */
  boolean knows(String file) {
    return marks.containsKey(file);
  }

  static String of(String words) {
    return of(words.getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
