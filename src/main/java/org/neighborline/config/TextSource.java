package org.neighborline.config;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a text file that a person made, in whatever program: looks through all of it once for what
 * would be read wrongly, without ever holding it whole.
 */
final class TextSource {
  /** Far beyond any city; a bigger file was picked by mistake. */
  private static final long LARGEST = 100_000_000;

  /** A line that long is no line; it would have to be held whole. */
  private static final int LONGEST_LINE = 1_000_000;

  private TextSource() {}

  /** Whether the file is text that we can read; else the fault says why. */
  static boolean isReadable(Path path, Faults faults) {
    try {
      if (!Files.isRegularFile(path)) {
        faults.add(0, "there is no such file: " + path + "; check the name and the folder");
        return false;
      }
      long size = Files.size(path);
      if (size > LARGEST) {
        faults.add(
            0,
            "the file has "
                + size / 1_000_000
                + " MB, more than 100; this is probably another file, check its name");
        return false;
      }
      if (size == 0) {
        faults.add(0, "the file is empty; put back a copy, or start from samples/newyork");
        return false;
      }
      return new Look(faults).through(path);
    } catch (IOException e) {
      faults.add(0, "the file can't be read (" + e.getMessage() + "); check its permissions");
      return false;
    }
  }

  /** The file's characters, without a byte-order mark; only after {@link #isReadable}. */
  static Reader open(Path path) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    bytes.mark(3);
    if (!(bytes.read() == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF)) {
      bytes.reset();
    }
    return new InputStreamReader(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** One look through a file's bytes, line by line. */
  private static final class Look {
    private final Faults faults;
    private int line = 1;
    private int column;
    private int due; // continuation bytes that the last first byte announced

    Look(Faults faults) {
      this.faults = faults;
    }

    boolean through(Path path) throws IOException {
      byte[] buffer = new byte[1 << 16];
      boolean start = true;
      try (InputStream in = Files.newInputStream(path)) {
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
          if (start && isUtf16(buffer, n)) {
            faults.add(1, "the file is in UTF-16; save it as UTF-8");
            return false;
          }
          start = false;
          for (int i = 0; i < n; i++) {
            if (!take(buffer[i] & 0xFF)) {
              return false;
            }
          }
        }
      }
      return due == 0 || notUtf8();
    }

    private static boolean isUtf16(byte[] bytes, int n) {
      return n > 1
          && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
              || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private boolean take(int b) {
      if ((b & 0xC0) == 0x80) {
        return due-- > 0 || notUtf8();
      }
      if (due > 0 || b >= 0xF8 || b == 0xC0 || b == 0xC1) {
        return notUtf8();
      }
      due = b < 0x80 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      if (b == 0) {
        faults.add(line, "a NUL byte: this is no text file, check its name");
        return false;
      }
      column = b == '\n' ? 0 : column + 1;
      line += b == '\n' ? 1 : 0;
      if (column > LONGEST_LINE) {
        faults.add(line, "a line of over a million characters: break it into several");
        return false;
      }
      return true;
    }

    private boolean notUtf8() {
      faults.add(
          line,
          "a letter here is not in UTF-8, perhaps in Windows-1252; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
      return false;
    }
  }
}
