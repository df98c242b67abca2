package org.neighborline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.neighborline.config.CityChoice;
import org.neighborline.config.Configuration;
import org.neighborline.config.ConfigurationFile;
import org.neighborline.config.GroupSeed;
import org.neighborline.config.KnowledgeFile;
import org.neighborline.config.Known;
import org.neighborline.config.Loading;
import org.neighborline.config.PlaceWords;
import org.neighborline.config.Translations;
import org.neighborline.language.Catalog;
import org.neighborline.language.Fault;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceFinder;
import org.neighborline.store.Roster;
import org.neighborline.understanding.Knowledge;
import org.neighborline.understanding.Reader;

/**
 * Everything that a hotline is read from: its configuration and groups, the translations, the city.
 *
 * @param configuration the hotline's own choices
 * @param translations those of its languages, in the order of menus; without their examples, where
 *     they are learned already
 * @param city its places
 * @param places finds places in texts
 * @param reader understands texts; the words of fourteen languages take a moment longer than the
 *     rest
 */
public record HotlineFiles(
    Configuration configuration,
    List<Translation> translations,
    Gazetteer city,
    PlaceFinder places,
    CompletableFuture<Reader> reader) {
  /** Files have faults; nothing was started, and what was in force stays. */
  public static final class FaultyFiles extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Fault> faults;

    FaultyFiles(List<Fault> faults) {
      super(faults.size() + " faults in the files, the first: " + faults.getFirst());
      this.faults = List.copyOf(faults);
    }

    /** All of them. */
    public List<Fault> faults() {
      return faults;
    }
  }

  /**
   * Reads everything.
   *
   * @param config the configuration file
   * @param folder the translations
   * @throws FaultyFiles with every fault there is
   */
  public static HotlineFiles read(Path config, Path folder) {
    CompletableFuture<Loading<Gazetteer>> reading =
        CompletableFuture.supplyAsync(() -> CityChoice.read(config));
    Optional<Knowledge> known = KnowledgeFile.read(folder);
    Loading<List<Translation>> translations =
        known.isPresent() ? Translations.withoutExamples(folder) : Translations.read(folder);
    Gazetteer city = loaded(reading.join());
    if (translations instanceof Loading.Faulty<List<Translation>>(List<Fault> faults)) {
      throw new FaultyFiles(withConfiguration(faults, config, known(city, languages(folder))));
    }
    List<Translation> all = loaded(translations);
    if (known.isEmpty()) {
      // Those that were learned from were compiled then.
      new Catalog(all, ZoneOffset.UTC, "US").compileAll();
    }
    PlaceFinder places =
        new PlaceFinder(city, PlaceWords.names(all), () -> PlaceWords.everyday(all));
    CompletableFuture<Reader> reader =
        CompletableFuture.supplyAsync(
            () -> new Reader(known.orElseGet(() -> Knowledge.of(all)), places::find));
    List<Language> languages = all.stream().map(Translation::language).toList();
    Configuration configuration = loaded(ConfigurationFile.read(config, known(city, languages)));
    return new HotlineFiles(
        configuration, Translations.inOrder(all, configuration.languages()), city, places, reader);
  }

  /** Whoever mends the translations hears at once what else is wrong. */
  private static List<Fault> withConfiguration(List<Fault> faults, Path config, Known known) {
    List<Fault> all = new ArrayList<>(faults);
    if (ConfigurationFile.read(config, known)
        instanceof Loading.Faulty<Configuration>(List<Fault> more)) {
      all.addAll(more);
    }
    return all;
  }

  /** The translations with all of their examples, which nothing but learning and checking needs. */
  public List<Translation> withExamples(Path folder) {
    return Translations.inOrder(loaded(Translations.read(folder)), configuration.languages());
  }

  /** The languages that have a file, however faulty it is. */
  private static List<Language> languages(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .map(name -> new Language(name.replaceFirst("\\.txt$", "")))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The texts, ready to be said. */
  public Catalog catalog() {
    return new Catalog(translations, configuration.house().rules().zone(), configuration.region());
  }

  /** The groups as the database takes them. */
  public List<Roster.Seed> seeds() {
    return seeds(configuration);
  }

  /**
   * The groups as their file says now, for a hotline that runs on.
   *
   * @throws FaultyFiles with every fault there is, those of the translations too
   */
  public List<Roster.Seed> seedsNow(Path config, Path folder) {
    if (Translations.read(folder)
        instanceof Loading.Faulty<List<Translation>>(List<Fault> faults)) {
      throw new FaultyFiles(withConfiguration(faults, config, known()));
    }
    return seeds(loaded(ConfigurationFile.read(config, known())));
  }

  private static List<Roster.Seed> seeds(Configuration configuration) {
    return configuration.groups().stream().map(HotlineFiles::seed).toList();
  }

  /** A group as the database takes it. */
  public static Roster.Seed seed(GroupSeed seed) {
    return new Roster.Seed(seed.group(), seed.leads().stream().map(HotlineFiles::seed).toList());
  }

  /** A lead as the database takes them. */
  public static Roster.LeadSeed seed(GroupSeed.LeadSeed l) {
    return new Roster.LeadSeed(
        l.name(), l.phone(), l.languages(), l.tier(), l.shifts(), l.sms(), l.calls(), l.night());
  }

  /** What files of groups may refer to. */
  public Known known() {
    return known(city, translations.stream().map(Translation::language).toList());
  }

  private static Known known(Gazetteer city, List<Language> languages) {
    return new Known(
        zip -> city.placeOfZip(zip).map(Place::point),
        name -> city.neighborhood(name).isPresent(),
        languages,
        city.ownName());
  }

  private static <T> T loaded(Loading<T> loading) {
    return switch (loading) {
      case Loading.Loaded<T>(T value) -> value;
      case Loading.Faulty<T>(List<Fault> faults) -> throw new FaultyFiles(faults);
    };
  }
}
