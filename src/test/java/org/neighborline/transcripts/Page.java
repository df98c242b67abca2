package org.neighborline.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transcript as it stands in its file: a sentence that says what it shows, settings, then lines.
 *
 * @param name the file's name
 * @param head the sentence and the settings, as written
 * @param settings {@code at}, and what of the hotline's configuration this page changes
 * @param lines everything after the first empty line
 */
record Page(String name, List<String> head, Map<String, String> settings, List<String> lines) {
  private static final Pattern SETTING = Pattern.compile("([a-z]+): (.+)");
  private static final String AT = "at";

  static Page read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page parse(String name, String text) {
    List<String> all = text.lines().toList();
    int empty = all.indexOf("");
    if (empty < 0) {
      throw new IllegalArgumentException(name + ": no empty line after the head");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    List<String> head = all.subList(0, empty);
    for (String line : head) {
      Matcher setting = SETTING.matcher(line);
      if (setting.matches()) {
        settings.put(setting.group(1), setting.group(2));
      }
    }
    if (!settings.containsKey(AT)) {
      throw new IllegalArgumentException(name + ": no line \"at: 2026-11-24 14:00\" in the head");
    }
    return new Page(name, head, settings, all.subList(empty + 1, all.size()));
  }

  /** When the page starts. */
  Instant start(ZoneId zone) {
    return LocalDateTime.parse(settings.get(AT).replace(' ', 'T')).atZone(zone).toInstant();
  }

  /** The same, with other groups. */
  String configuration(String groups) {
    return configuration() + "groups: " + groups + "\n";
  }

  /** What it changes in the hotline's configuration, as lines of it. */
  String configuration() {
    StringBuilder lines = new StringBuilder();
    settings.forEach((key, value) -> {
      if (!key.equals(AT)) {
        lines.append(key).append(": ").append(value).append('\n');
      }
    });
    return lines.toString();
  }

  String text() {
    return whole(lines);
  }

  /** The same page with other lines, as text. */
  String whole(List<String> played) {
    List<String> all = new ArrayList<>(head);
    all.add("");
    all.addAll(played);
    return String.join("\n", all) + "\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
