package org.neighborline.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceAreaTest {
  private static final long SEED = 8_080;
  private static final int GROUPS = 300;
  private static final Point BED_STUY = new Point(40.6872, -73.9418);
  private static final String SQUARE =
      """
      {"type":"Polygon","coordinates":[[[-73.95,40.68],[-73.92,40.68],[-73.92,40.70],\
      [-73.95,40.70],[-73.95,40.68]]]}\
      """;

  private final Gazetteer city = Gazetteer.newYork();

  @Test
  void zips_hold_themselves_their_neighborhoods_and_their_corners() {
    ServiceArea area = area(Set.of("11221", "11233"), Set.of(), Optional.empty(), Optional.empty());
    assertThat(area.contains(zip("11221"))).isTrue();
    assertThat(area.contains(zip("11226"))).isFalse();
    assertThat(area.contains(hood("Bedford-Stuyvesant"))).isTrue();
    assertThat(area.contains(hood("Flushing"))).isFalse();
    assertThat(area.kilometersTo(zip("11221"))).isZero();
    assertThat(area.kilometersTo(zip("11226"))).isBetween(2.0, 5.0);
  }

  @Test
  void neighborhoods_hold_their_zips() {
    ServiceArea area = area(Set.of(), Set.of("bed stuy"), Optional.empty(), Optional.empty());
    assertThat(area.contains(zip("11216"))).isTrue();
    assertThat(area.contains(zip("11221"))).isTrue();
    assertThat(area.contains(zip("11209"))).isFalse();
  }

  @Test
  void a_circle_reaches_so_far_from_the_base() {
    ServiceArea area = area(Set.of(), Set.of(), Optional.of(2.0), Optional.empty());
    Place far = zip("11354");
    assertThat(area.contains(zip("11221"))).isTrue();
    assertThat(area.kilometersTo(far))
        .isCloseTo(BED_STUY.kilometersTo(far.point()) - 2, within(0.001));
  }

  @Test
  void an_outline_holds_what_lies_in_it() {
    ServiceArea area = area(Set.of(), Set.of(), Optional.empty(), Optional.of(SQUARE));
    assertThat(area.contains(zip("11221"))).isTrue();
    assertThat(area.contains(zip("11354"))).isFalse();
    assertThatThrownBy(() -> area(Set.of(), Set.of(), Optional.empty(), Optional.of("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_empty_area_holds_nothing_and_is_as_far_as_its_base() {
    ServiceArea area = area(Set.of(), Set.of(), Optional.empty(), Optional.empty());
    assertThat(area.isEmpty()).isTrue();
    assertThat(area.contains(zip("11221"))).isFalse();
    assertThat(area.kilometersTo(zip("11354")))
        .isEqualTo(BED_STUY.kilometersTo(zip("11354").point()));
  }

  @Test
  void areas_are_equal_when_written_alike() {
    assertThat(area(Set.of("11221"), Set.of(), Optional.empty(), Optional.empty()))
        .isEqualTo(area(Set.of("11221"), Set.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void the_index_finds_what_looking_at_every_area_finds() {
    Random random = new Random(SEED);
    List<Gazetteer.Zip> zips = List.copyOf(city.zips());
    List<ServiceArea> areas = new ArrayList<>();
    Map<Integer, ServiceArea> byNumber = new LinkedHashMap<>();
    for (int i = 0; i < GROUPS; i++) {
      Point base = zips.get(random.nextInt(zips.size())).point();
      var written =
          new ServiceArea.Written(
              random.nextBoolean() ? Set.of(zips.get(random.nextInt(zips.size())).zip()) : Set.of(),
              Set.of(),
              random.nextBoolean() ? Optional.of(random.nextDouble() * 4) : Optional.empty(),
              Optional.empty());
      areas.add(ServiceArea.of(written, base, city));
      byNumber.put(i, areas.get(i));
    }
    Areas<Integer> index = new Areas<>(List.copyOf(byNumber.keySet()), areas::get);
    for (Gazetteer.Zip zip : zips) {
      Place place = city.place(zip, 1);
      List<Integer> near =
          byNumber.keySet().stream()
              .filter(i -> i % 2 == 0 && !areas.get(i).contains(place))
              .sorted(Comparator.comparingDouble(i -> areas.get(i).kilometersTo(place)))
              .toList();
      List<Areas.Near<Integer>> found = index.outside(place, 5, i -> i % 2 == 0);
      assertThat(found)
          .hasSizeGreaterThanOrEqualTo(5)
          .extracting(Areas.Near::owner)
          .isEqualTo(near.subList(0, found.size()));
      List<Integer> owners = List.copyOf(byNumber.keySet());
      assertThat(Arrays.stream(index.around(place)).mapToObj(owners::get))
          .containsAll(
              byNumber.keySet().stream().filter(i -> areas.get(i).contains(place)).toList());
    }
  }

  private ServiceArea area(
      Set<String> zips, Set<String> hoods, Optional<Double> radius, Optional<String> polygon) {
    return ServiceArea.of(new ServiceArea.Written(zips, hoods, radius, polygon), BED_STUY, city);
  }

  private Place zip(String zip) {
    return city.placeOfZip(zip).orElseThrow();
  }

  private Place hood(String name) {
    return city.placeOfNeighborhood(name).orElseThrow();
  }
}
