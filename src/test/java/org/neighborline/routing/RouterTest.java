package org.neighborline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

final class RouterTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Language SPANISH = new Language("es");
  private static final int CAPACITY = 2;
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
    assertThat(ranked.getFirst().reasons().toString()).contains("speaks es").contains("is full:");
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
    return Router.rank(groups, PLACE, Set.of(Need.GROCERIES), language, CAPACITY);
  }

  private static Group group(String id, Point base, String zip, Set<Need> needs) {
    return new Group(
        id, id, base, area(zip), needs, List.of(Language.ENGLISH), ZONE, List.of(lead(0, "en")));
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
