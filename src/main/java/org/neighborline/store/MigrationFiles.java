package org.neighborline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names of the migrations on the class path, read without Flyway. */
record MigrationFiles(List<String> names) {
  private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

  static MigrationFiles in(List<String> locations) {
    var names = new ArrayList<String>();
    try {
      for (var location : locations) {
        var found = MigrationFiles.class.getClassLoader().getResources(location);
        while (found.hasMoreElements()) {
          names.addAll(namesIn(found.nextElement(), location + "/"));
        }
      }
    } catch (IOException thrown) {
      throw new UncheckedIOException("cannot list the migrations", thrown);
    }
    return new MigrationFiles(List.copyOf(names));
  }

  int newest() {
    int newest = -1;
    for (var name : names) {
      var match = NAME.matcher(name);
      if (!match.matches()) {
        throw new SchemaException("a migration is called V<number>__<what>.sql, not " + name);
      }
      newest = Math.max(newest, Integer.parseInt(match.group(1)));
    }
    if (newest < 0) {
      throw new SchemaException("there are no migrations on the class path");
    }
    return newest;
  }

  private static List<String> namesIn(URL folder, String prefix) throws IOException {
    return folder.openConnection() instanceof JarURLConnection jar
        ? namesIn(jar, prefix)
        : namesIn(Path.of(URI.create(folder.toString())));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> namesIn(JarURLConnection jar, String prefix) throws IOException {
    try (var entries = jar.getJarFile().stream()) {
      return entries
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
          .map(name -> name.substring(prefix.length()))
          .toList();
    }
  }
}
