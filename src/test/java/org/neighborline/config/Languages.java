package org.neighborline.config;

import java.nio.file.Path;
import java.util.List;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/** The languages that the hotline is shipped with, in the order of menus. */
public final class Languages {
  private Languages() {}

  /** All of them. */
  public static List<Language> shipped() {
    return translations().stream().map(Translation::language).toList();
  }

  /** Their files. */
  public static List<Translation> translations() {
    return switch (Translations.read(Path.of("translations"))) {
      case Loading.Loaded<List<Translation>>(var all) -> all;
      case Loading.Faulty<List<Translation>>(var faults) ->
          throw new AssertionError(faults.toString());
    };
  }
}
