package org.neighborline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.group.Shift;
import org.neighborline.language.Language;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

final class RouterTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Language SPANISH = new Language("es");
  private static final int CAPACITY = 2;
  private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z"); // Tuesday, 15:00
  private static final Point HERE = new Point(40.69, -73.93);
  private static final Place PLACE =
      new Place(
          PlaceKind.ZIP,
          "11221 Bed-Stuy",
          Optional.of("11221"),
          Optional.empty(),
          Optional.of("Brooklyn"),
          HERE,
          1);

  @Test
  void the_need_counts_more_than_the_place_and_the_place_more_than_the_distance() {
    List<Group> groups =
        List.of(
            group("wrong-need", HERE, "11221", Set.of(Need.LEGAL)),
            group("near", new Point(40.691, -73.93), "11233", Set.of()),
            group("covers", new Point(40.75, -73.93), "11221", Set.of()));
    assertThat(ids(groups)).containsExactly("covers", "near", "wrong-need");
  }

  @Test
  void a_group_with_a_room_comes_before_a_full_one_and_one_that_speaks_before_both() {
    Group full = group("a-full", HERE, "11221", Set.of()).withLeads(List.of(lead(CAPACITY, "en")));
    Group room = group("b-room", HERE, "11221", Set.of()).withLeads(List.of(lead(0, "en")));
    Group speaks = group("c-speaks", HERE, "11221", Set.of()).withLeads(List.of(lead(9, "es")));
    List<Ranked> ranked = rank(List.of(full, room, speaks), Optional.of(SPANISH));
    assertThat(ranked)
        .extracting(r -> r.group().id())
        .containsExactly("c-speaks", "b-room", "a-full");
    assertThat(ranked.getFirst().reasons().toString())
        .contains("speaks Spanish")
        .contains("is full:");
  }

  @Test
  void of_equals_whoever_was_asked_longest_ago_then_the_id() {
    Group lately =
        group("a", HERE, "11221", Set.of())
            .withLeads(List.of(asked(Instant.parse("2026-11-24T19:00:00Z"))));
    Group before =
        group("b", HERE, "11221", Set.of())
            .withLeads(List.of(asked(Instant.parse("2026-11-24T18:00:00Z"))));
    assertThat(ids(List.of(lately, before))).containsExactly("b", "a");
    assertThat(
            ids(List.of(group("z", HERE, "11221", Set.of()), group("y", HERE, "11221", Set.of()))))
        .containsExactly("y", "z");
  }

  @Test
  void a_group_outside_its_hours_or_in_a_pause_comes_after_all_that_take_requests_now() {
    Shift mornings = new Shift(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.NOON);
    Group closed = available("a-closed", List.of(mornings), OptionalInt.empty(), Optional.empty());
    Group paused =
        available(
            "b-paused", List.of(), OptionalInt.empty(), Optional.of(LocalDate.of(2026, 11, 25)));
    Group far = group("c-far", new Point(40.85, -73.90), "10453", Set.of());
    List<Ranked> ranked = rank(List.of(closed, paused, far), Optional.empty());
    assertThat(ranked)
        .extracting(r -> r.group().id())
        .containsExactly("c-far", "a-closed", "b-paused");
    assertThat(ranked.get(0).reasons()).asString().contains("takes requests now");
    assertThat(ranked.get(1).reasons()).asString().contains("no requests until Wed Nov 25 08:00");
    assertThat(ranked.get(2).reasons()).asString().contains("has a pause until Wed Nov 25");
  }

  @Test
  void a_group_that_holds_as_many_as_it_can_is_full_though_its_leads_are_free() {
    Group full =
        available("a-full", List.of(), OptionalInt.of(3), Optional.empty())
            .withStanding(3, List.of(lead(0, "en")));
    Group room =
        available("b-room", List.of(), OptionalInt.of(3), Optional.empty())
            .withStanding(2, List.of(lead(0, "en")));
    List<Ranked> ranked = rank(List.of(full, room), Optional.empty());
    assertThat(ranked).extracting(r -> r.group().id()).containsExactly("b-room", "a-full");
    assertThat(ranked.get(0).reasons()).asString().contains("has room (2 of 3 requests)");
    assertThat(ranked.get(1).reasons()).asString().contains("is full: 3 of 3 requests");
  }

  @Test
  void cantonese_is_not_mandarin() {
    Group mandarin = group("a", HERE, "11221", Set.of()).withLeads(List.of(lead(0, "zh-Hans")));
    Group cantonese = group("b", HERE, "11221", Set.of()).withLeads(List.of(lead(0, "zh-Hant")));
    List<Ranked> ranked = rank(List.of(mandarin, cantonese), Optional.of(new Language("zh-Hant")));
    assertThat(ranked).extracting(r -> r.group().id()).containsExactly("b", "a");
    assertThat(ranked.get(0).reasons()).asString().contains("speaks Cantonese");
    assertThat(ranked.get(1).reasons()).asString().contains("does not speak Cantonese");
  }

  /** The best by the spatial index are the first of all, ranked one by one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void looking_at_the_near_ones_alone_finds_what_looking_at_all_finds(long seed) {
    Random random = new Random(seed);
    List<String> zips = List.of("11221", "11233", "11226", "10453", "11354", "10001");
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Point base = new Point(40.55 + random.nextDouble() * 0.3, -74.1 + random.nextDouble() * 0.3);
      String zip = zips.get(random.nextInt(zips.size()));
      Group group = group("g" + i, base, zip, random.nextBoolean() ? Set.of() : Set.of(Need.LEGAL));
      groups.add(
          new Group(
              group.id(),
              group.name(),
              base,
              random.nextInt(4) == 0 ? area(zip) : circle(base, random.nextDouble() * 5),
              group.needs(),
              group.languages(),
              ZONE,
              new Availability(
                  List.of(),
                  OptionalInt.empty(),
                  random.nextInt(4) == 0 ? Optional.of(Availability.SOME_DAY) : Optional.empty()),
              0,
              List.of(lead(random.nextInt(3), random.nextInt(6) == 0 ? "es" : "en"))));
    }
    Router router = new Router(groups);
    for (int i = 0; i < 40; i++) {
      Place place = Gazetteer.newYork().placeOfZip(zips.get(i % zips.size())).orElseThrow();
      Optional<Language> language =
          i % 3 == 0 ? Optional.empty() : Optional.of(i % 3 == 1 ? SPANISH : Language.ENGLISH);
      Wanted wanted = new Wanted(place, Set.of(Need.GROCERIES), language, NOW, CAPACITY);
      int most = 1 + i * 2;
      List<Ranked> best = router.best(wanted, most);
      assertThat(best)
          .as("seed %d, %s, %s, %d", seed, place.name(), language, most)
          .isEqualTo(Router.rank(groups, wanted).subList(0, most));
      assertThat(router.candidates(wanted, most))
          .as("seed %d, %s, %s, %d", seed, place.name(), language, most)
          .startsWith(best.stream().map(Ranked::group).toArray(Group[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_order_is_total_and_does_not_depend_on_the_order_of_files(long seed) {
    Random random = new Random(seed);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Group group =
          group(
              "g" + i,
              new Point(40.69 + random.nextInt(3) * 0.01, -73.93),
              random.nextBoolean() ? "11221" : "11233",
              random.nextBoolean() ? Set.of() : Set.of(Need.LEGAL));
      groups.add(
          group.withLeads(List.of(lead(random.nextInt(4), random.nextBoolean() ? "en" : "es"))));
    }
    List<String> once = ids(groups);
    Collections.shuffle(groups, random);
    assertThat(ids(groups)).as("seed %d", seed).isEqualTo(once);
  }

  private static List<String> ids(List<Group> groups) {
    return rank(groups, Optional.of(SPANISH)).stream().map(r -> r.group().id()).toList();
  }

  private static List<Ranked> rank(List<Group> groups, Optional<Language> language) {
    return Router.rank(groups, wanted(language));
  }

  private static Wanted wanted(Optional<Language> language) {
    return new Wanted(PLACE, Set.of(Need.GROCERIES), language, NOW, CAPACITY);
  }

  private static Group group(String id, Point base, String zip, Set<Need> needs) {
    return new Group(
        id, id, base, area(zip), needs, List.of(Language.ENGLISH), ZONE, List.of(lead(0, "en")));
  }

  private static Group available(
      String id, List<Shift> hours, OptionalInt capacity, Optional<LocalDate> backOn) {
    return new Group(
        id,
        id,
        HERE,
        area("11221"),
        Set.of(),
        List.of(Language.ENGLISH),
        ZONE,
        new Availability(hours, capacity, backOn),
        0,
        List.of(lead(0, "en")));
  }

  private static ServiceArea circle(Point base, double radius) {
    return ServiceArea.of(
        new ServiceArea.Written(Set.of(), Set.of(), Optional.of(radius), Optional.empty()), base);
  }

  private static Lead lead(int open, String language) {
    return lead(language, new Lead.Standing(false, Optional.empty(), open, Optional.empty()));
  }

  private static Lead asked(Instant at) {
    return lead("en", new Lead.Standing(false, Optional.empty(), 0, Optional.of(at)));
  }

  private static Lead lead(String language, Lead.Standing standing) {
    return new Lead(
        1, "g", 1, "Ana", List.of(new Language(language)), 1, List.of(), true, false, standing);
  }

  private static ServiceArea area(String zip) {
    return ServiceArea.of(
        new ServiceArea.Written(Set.of(zip), Set.of(), Optional.empty(), Optional.empty()), HERE);
  }
}
