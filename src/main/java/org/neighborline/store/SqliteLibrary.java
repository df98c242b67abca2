package org.neighborline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own machine code, laid out once for all starts: the driver would unpack it from its jar
 * each time. The launcher names the folder to it in {@code org.sqlite.lib.path}.
 */
public final class SqliteLibrary {
  private SqliteLibrary() {}

  /**
   * Lays the library out, for the machine that this runs on.
   *
   * @throws IOException when the folder cannot be written, or the driver has none for this machine
   */
  public static void write(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    Files.createDirectories(folder);
    Path half = folder.resolve(name + ".new");
    try (var packed = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException("the SQLite driver has no " + resource);
      }
      Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
