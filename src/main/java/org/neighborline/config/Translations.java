package org.neighborline.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.language.TranslationFile;

/** Reads the folder of translations: one file a language, {@code <tag>.txt}. */
public final class Translations {
  /** The order of menus where the configuration says nothing; other languages come after. */
  static final List<String> ORDER =
      List.of(
          "en", "es", "zh-Hans", "zh-Hant", "ru", "bn", "ht", "ko", "ar", "ur", "fr", "pl", "yi",
          "hi");

  private Translations() {}

  /** All translations of a folder in the default order, or every fault of every file. */
  public static Loading<List<Translation>> read(Path folder) {
    Faults faults = Faults.of(String.valueOf(folder.getFileName()));
    List<Translation> translations = new ArrayList<>();
    for (Path file : files(folder, faults)) {
      String name = String.valueOf(file.getFileName());
      Faults inFile = faults.in(name);
      if (TextSource.isReadable(file, inFile)) {
        switch (TranslationFile.read(name, content(file, inFile))) {
          case TranslationFile.Result.Read(Translation translation) ->
              translations.add(translation);
          case TranslationFile.Result.Faulty(var found) -> faults.addAll(found);
        }
      }
    }
    if (faults.areNone() && translations.stream().noneMatch(Translations::isEnglish)) {
      faults.add(0, "there is no en.txt; every hotline needs English to fall back on");
    }
    translations.sort(Comparator.comparingInt(t -> place(t.language())));
    return faults.areNone()
        ? new Loading.Loaded<>(List.copyOf(translations))
        : new Loading.Faulty<>(faults.all());
  }

  /** Those of some languages, in their order. */
  public static List<Translation> inOrder(
      List<Translation> translations, List<Language> languages) {
    return languages.stream()
        .flatMap(l -> translations.stream().filter(t -> t.language().equals(l)))
        .toList();
  }

  private static List<Path> files(Path folder, Faults faults) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException _) {
      faults.add(0, "there is no such folder: " + folder + "; it comes with Neighborline");
      return List.of();
    }
  }

  private static String content(Path file, Faults faults) {
    try (Reader reader = TextSource.open(file)) {
      return reader.readAllAsString();
    } catch (IOException e) {
      faults.add(0, "the file can't be read (" + e.getMessage() + "); check its permissions");
      return "";
    }
  }

  private static boolean isEnglish(Translation translation) {
    return translation.language().equals(Language.ENGLISH);
  }

  private static int place(Language language) {
    int place = ORDER.indexOf(language.tag());
    return place < 0 ? ORDER.size() : place;
  }
}
