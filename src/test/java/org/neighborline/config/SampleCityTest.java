package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neighborline.group.Group;
import org.neighborline.language.Translation;
import org.neighborline.place.Point;

/** The sample city that the demo runs holds what its readers rely on. */
final class SampleCityTest {
  /** Every ZIP of the city that is an area, by the city's own boundaries. */
  private static final String AREA_ZIPS =
      """
      10001 10002 10003 10004 10005 10006 10007 10009 10010 10011 10012 10013 10014 10016
      10017 10018 10019 10020 10021 10022 10023 10024 10025 10026 10027 10028 10029 10030
      10031 10032 10033 10034 10035 10036 10037 10038 10039 10040 10044 10065 10069 10075
      10111 10115 10128 10199 10280 10281 10282 10301 10302 10303 10304 10305 10306 10307
      10308 10309 10310 10312 10314 10451 10452 10453 10454 10455 10456 10457 10458 10459
      10460 10461 10462 10463 10464 10465 10466 10467 10468 10469 10470 10471 10472 10473
      10474 10475 11001 11004 11005 11040 11096 11101 11102 11103 11104 11105 11106 11109
      11201 11203 11204 11205 11206 11207 11208 11209 11210 11211 11212 11213 11214 11215
      11216 11217 11218 11219 11220 11221 11222 11223 11224 11225 11226 11228 11229 11230
      11231 11232 11233 11234 11235 11236 11237 11238 11239 11249 11251 11354 11355 11356
      11357 11358 11359 11360 11361 11362 11363 11364 11365 11366 11367 11368 11369 11370
      11371 11372 11373 11374 11375 11377 11378 11379 11385 11411 11412 11413 11414 11415
      11416 11417 11418 11419 11420 11421 11422 11423 11426 11427 11428 11429 11430 11432
      11433 11434 11435 11436 11451 11691 11692 11693 11694 11697
      """;

  private final List<Translation> translations =
      Cities.loaded(Translations.read(Path.of("translations")));

  private final Configuration city =
      Cities.loaded(
          ConfigurationFile.read(
              Path.of("samples/newyork/neighborline.yaml"),
              new Known(
                  zip ->
                      zip.startsWith("1") ? Optional.of(new Point(40.7, -73.9)) : Optional.empty(),
                  _ -> false,
                  translations.stream().map(Translation::language).toList())));

  @Test
  void it_has_groups_all_over_the_city_and_a_desk() {
    assertThat(city.groups()).hasSizeGreaterThan(40);
    assertThat(city.groups()).extracting(s -> s.group().id()).contains("bedstuy", "southbronx");
    assertThat(group("bedstuy").area().written().zips()).containsExactly("11221", "11216", "11233");
    assertThat(group("southbronx").area().written().zips()).contains("10453");
    assertThat(group("desk").area().isEmpty()).isTrue();
    assertThat(city.house().rules().backstop()).isEqualTo("desk");
  }

  @Test
  void no_two_leads_share_a_phone_and_all_phones_are_fictitious() {
    List<String> phones = leads().map(l -> l.phone().e164()).toList();
    assertThat(new HashSet<>(phones)).hasSameSizeAs(phones);
    assertThat(phones).allMatch(p -> p.matches("\\+1(212|718|347|917|646|929)55501\\d\\d"));
    assertThat(leads().map(GroupSeed.LeadSeed::name)).allMatch(n -> n.length() <= 10);
  }

  @Test
  void every_language_is_spoken_by_several_leads() {
    Map<String, Integer> speakers = new HashMap<>();
    leads().forEach(l -> l.languages().forEach(t -> speakers.merge(t.tag(), 1, Integer::sum)));
    assertThat(Translations.ORDER).allMatch(tag -> speakers.getOrDefault(tag, 0) >= 5);
  }

  @Test
  void trees_have_two_to_five_leads_in_tiers_some_at_night_and_some_on_shifts() {
    assertThat(city.groups()).allMatch(s -> s.leads().size() >= 2 && s.leads().size() <= 5);
    assertThat(city.groups()).allMatch(s -> s.leads().stream().anyMatch(l -> l.tier() == 1));
    assertThat(leads().filter(GroupSeed.LeadSeed::night).count()).isBetween(10L, 60L);
    assertThat(leads().filter(l -> !l.shifts().isEmpty()).count()).isGreaterThan(5);
  }

  @Test
  void every_zip_but_three_lies_in_some_area() {
    Set<String> covered = new HashSet<>();
    city.groups().forEach(s -> covered.addAll(s.group().area().written().zips()));
    assertThat(Arrays.stream(AREA_ZIPS.split("\\s+")).filter(z -> !covered.contains(z)))
        .containsExactly("10111", "11096", "11697");
  }

  private Stream<GroupSeed.LeadSeed> leads() {
    return city.groups().stream().flatMap(s -> s.leads().stream());
  }

  private Group group(String id) {
    return city.groups().stream()
        .map(GroupSeed::group)
        .filter(g -> g.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
