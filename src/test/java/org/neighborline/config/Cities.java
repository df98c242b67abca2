package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.place.Point;

/** Small cities of a few lines, written to a folder. */
final class Cities {
  private static final Map<String, Point> ZIPS =
      Map.of(
          "11221", new Point(40.6915, -73.9272),
          "11233", new Point(40.6784, -73.9211),
          "10453", new Point(40.8530, -73.9120),
          "07302", new Point(40.7204, -74.0464));

  static final Known KNOWN =
      new Known(
          zip -> Optional.ofNullable(ZIPS.get(zip)),
          Set.of("Bushwick", "Crown Heights")::contains,
          List.of(Language.ENGLISH, new Language("es")));

  static final String HOTLINE =
      """
      name: Neighborline
      numbers: ["+12125550100"]
      groups: groups.yaml
      backstop: desk
      """;

  static final String DESK =
      """
      - id: desk
        name: Citywide Desk
        base: "11221"
        leads:
          - {name: Noor, phone: "+19175550152"}
      """;

  private Cities() {}

  static void write(Path folder, String file, String content) {
    try {
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Loading<Configuration> read(Path folder, String hotline, String groups) {
    write(folder, "neighborline.yaml", hotline);
    write(folder, "groups.yaml", groups);
    return ConfigurationFile.read(folder.resolve("neighborline.yaml"), KNOWN);
  }

  static <T> T loaded(Loading<T> loading) {
    assertThat(faults(loading)).isEmpty();
    return ((Loading.Loaded<T>) loading).value();
  }

  static List<String> faults(Loading<?> loading) {
    return switch (loading) {
      case Loading.Loaded<?> _ -> List.of();
      case Loading.Faulty<?>(var faults) -> faults.stream().map(Object::toString).toList();
    };
  }
}
