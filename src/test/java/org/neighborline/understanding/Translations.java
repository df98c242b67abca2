package org.neighborline.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neighborline.language.Translation;
import org.neighborline.language.TranslationFile;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.place.Point;

/** The real translation files, and a stand-in for finding places. */
final class Translations {
  /** Knows any five digits and nothing else. */
  static final Function<String, Finding> ZIPS = Translations::zip;

  private static final Path FOLDER = Path.of("translations");
  private static final String ORDER = "en es zh-Hans zh-Hant ru bn ht ko ar ur fr pl yi hi";

  private Translations() {}

  static List<Translation> all() {
    List<Translation> all = new ArrayList<>();
    for (String tag : ORDER.split(" ", -1)) {
      Path file = FOLDER.resolve(tag + ".txt");
      if (Files.exists(file)) {
        all.add(read(file));
      }
    }
    return all;
  }

  /** A reader as the hotline has it: with the words and with what the examples taught. */
  static Reader taught() {
    return new Reader(Taught.KNOWLEDGE, ZIPS);
  }

  /** Taught once for all tests. */
  private static final class Taught {
    static final Knowledge KNOWLEDGE = Knowledge.of(all());
  }

  private static Translation read(Path file) {
    try {
      return switch (TranslationFile.read(file.getFileName().toString(), Files.readString(file))) {
        case TranslationFile.Result.Read(Translation translation) -> translation;
        case TranslationFile.Result.Faulty(var faults) ->
            throw new AssertionError(faults.toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding zip(String text) {
    for (int i = 0; i + 5 <= text.length(); i++) {
      String digits = text.substring(i, i + 5);
      if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return new Finding.Found(
            new Place(
                PlaceKind.ZIP,
                digits,
                Optional.of(digits),
                Optional.empty(),
                Optional.empty(),
                new Point(40.7, -73.9),
                1));
      }
    }
    return new Finding.NotFound();
  }
}
