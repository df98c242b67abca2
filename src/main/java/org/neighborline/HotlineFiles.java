package org.neighborline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.neighborline.config.Configuration;
import org.neighborline.config.ConfigurationFile;
import org.neighborline.config.GroupSeed;
import org.neighborline.config.Known;
import org.neighborline.config.Loading;
import org.neighborline.config.ModelFile;
import org.neighborline.config.Translations;
import org.neighborline.language.Fault;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceFinder;
import org.neighborline.store.Roster;
import org.neighborline.understanding.Reader;

/**
 * Everything that a hotline is read from: its configuration and groups, the translations, the city.
 *
 * @param configuration the hotline's own choices
 * @param translations those of its languages, in the order of menus
 * @param places finds places in texts
 * @param reader understands texts; the words of fourteen languages take a moment longer than the
 *     rest
 */
public record HotlineFiles(
    Configuration configuration,
    List<Translation> translations,
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
    CompletableFuture<Gazetteer> reading = CompletableFuture.supplyAsync(Gazetteer::newYork);
    List<Translation> all = loaded(Translations.read(folder));
    Gazetteer city = reading.join();
    PlaceFinder places = new PlaceFinder(city, placeNames(all));
    CompletableFuture<Reader> reader =
        CompletableFuture.supplyAsync(
            () -> new Reader(all, ModelFile.load(folder, all), places::find));
    List<Language> languages = all.stream().map(Translation::language).toList();
    Known known =
        new Known(
            zip -> city.placeOfZip(zip).map(Place::point),
            name -> city.neighborhood(name).isPresent(),
            languages);
    Configuration configuration = loaded(ConfigurationFile.read(config, known));
    return new HotlineFiles(
        configuration, Translations.inOrder(all, configuration.languages()), places, reader);
  }

  /** The groups as the database takes them. */
  public List<Roster.Seed> seeds() {
    return configuration.groups().stream().map(HotlineFiles::seed).toList();
  }

  private static Roster.Seed seed(GroupSeed seed) {
    return new Roster.Seed(
        seed.group(),
        seed.leads().stream()
            .map(l ->
                new Roster.LeadSeed(
                    l.name(), l.phone(), l.languages(), l.tier(), l.shifts(), l.sms(), l.night()))
            .toList());
  }

  /** What boroughs and neighborhoods are called in other scripts, from every translation. */
  private static Map<String, String> placeNames(List<Translation> translations) {
    Map<String, String> names = new HashMap<>();
    for (Translation translation : translations) {
      translation
          .section("places")
          .forEach((english, entry) ->
              Translation.words(entry.value()).forEach(name -> names.putIfAbsent(name, english)));
    }
    return names;
  }

  private static <T> T loaded(Loading<T> loading) {
    return switch (loading) {
      case Loading.Loaded<T>(T value) -> value;
      case Loading.Faulty<T>(List<Fault> faults) -> throw new FaultyFiles(faults);
    };
  }
}
