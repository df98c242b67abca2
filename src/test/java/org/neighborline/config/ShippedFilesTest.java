package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Check;
import org.neighborline.language.CheckReport;
import org.neighborline.language.CheckScope;
import org.neighborline.language.CheckTable;
import org.neighborline.language.Translation;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.WordFaults;

/** What comes with the program passes its own checks, with real names. */
final class ShippedFilesTest {
  private final Gazetteer city = Gazetteer.newYork();

  @Test
  void sample_and_translations_are_without_a_fault() {
    List<Translation> translations = Cities.loaded(Translations.read(Path.of("translations")));
    Configuration sample =
        Cities.loaded(
            ConfigurationFile.read(
                Path.of("samples/newyork/neighborline.yaml"),
                new Known(
                    zip -> city.zip(zip).map(Gazetteer.Zip::point),
                    name -> city.neighborhood(name).isPresent(),
                    translations.stream().map(Translation::language).toList())));
    CheckReport report = Check.of(translations, scope(sample));
    assertThat(report.faults()).as(CheckTable.table(report)).isEmpty();
  }

  private CheckScope scope(Configuration sample) {
    Set<String> terms =
        Stream.concat(
                Arrays.stream(Need.values()).map(Need::term),
                Stream.of("for.people", "place.unknown", "place.same", "city.newyork"))
            .collect(Collectors.toSet());
    return new CheckScope(
        terms,
        sample.groups().stream().map(s -> s.group().name()).toList(),
        sample.groups().stream()
            .flatMap(s -> s.leads().stream())
            .map(GroupSeed.LeadSeed::name)
            .toList(),
        places().map(Place::label).toList(),
        sample.house().city(),
        sample.house().rules().zone(),
        sample.region(),
        sample.price(),
        WordFaults::of);
  }

  private Stream<Place> places() {
    return Stream.concat(
        city.zips().stream().flatMap(z -> city.placeOfZip(z.zip()).stream()),
        city.neighborhoods().stream().flatMap(n -> city.placeOfNeighborhood(n.name()).stream()));
  }
}
