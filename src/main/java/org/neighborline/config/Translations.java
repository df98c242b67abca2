package org.neighborline.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
    return read(folder, Translations::whole);
  }

  /**
   * The same without their examples, which are most of them: a start needs no more. Only for files
   * that {@link KnowledgeFile} was made from: those are known to be readable, and in form NFC.
   */
  public static Loading<List<Translation>> withoutExamples(Path folder) {
    return read(folder, Translations::beforeExamples);
  }

  private static Loading<List<Translation>> read(
      Path folder, BiFunction<Path, Faults, Optional<String>> content) {
    Faults faults = Faults.of(String.valueOf(folder.getFileName()));
    List<Translation> translations = new ArrayList<>();
    for (Path file : files(folder, faults)) {
      String name = String.valueOf(file.getFileName());
      Faults inFile = faults.in(name);
      content
          .apply(file, inFile)
          .ifPresent(text -> {
            switch (TranslationFile.read(name, text)) {
              case TranslationFile.Result.Read(Translation translation) ->
                  translations.add(translation);
              case TranslationFile.Result.Faulty(var found) -> faults.addAll(found);
            }
          });
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

  private static Optional<String> whole(Path file, Faults faults) {
    if (!TextSource.isReadable(file, faults)) {
      return Optional.empty();
    }
    try (Reader reader = TextSource.open(file)) {
      return Optional.of(Normalizer.normalize(reader.readAllAsString(), Normalizer.Form.NFC));
    } catch (IOException e) {
      faults.add(0, "the file can't be read (" + e.getMessage() + "); check its permissions");
      return Optional.empty();
    }
  }

  private static Optional<String> beforeExamples(Path file, Faults faults) {
    try {
      byte[] all = Files.readAllBytes(file);
      // A byte a letter: finding the place is all that the rest is looked at for.
      int end = new String(all, ISO_8859_1).indexOf("\n[" + Translation.EXAMPLES + "]");
      return Optional.of(new String(all, 0, end < 0 ? all.length : end, UTF_8));
    } catch (IOException _) {
      return whole(file, faults); // which says why
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
