package org.neighborline.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Language;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

/** Whom a broadcast is for. */
class AudienceTest {
  private static final Language SPANISH = new Language("es");
  private static final Point HERE = new Point(40.69, -73.92);

  private final Group brooklyn =
      group(
          "brooklyn", Set.of(Need.GROCERIES), lead(1, 11, SPANISH), lead(2, 12, Language.ENGLISH));
  private final Group queens = group("queens", Set.of(), lead(3, 11, SPANISH));
  private final List<Group> all = List.of(brooklyn, queens);

  @Test
  void nothing_named_means_everyone_but_each_person_once() {
    assertThat(leads(new Audience(Optional.empty(), Set.of(), Set.of()))).containsExactly(1L, 2L);
  }

  @Test
  void a_language_and_a_need_leave_others_out() {
    assertThat(leads(new Audience(Optional.empty(), Set.of(SPANISH), Set.of())))
        .containsExactly(1L);
    assertThat(leads(new Audience(Optional.empty(), Set.of(), Set.of(Need.LEGAL))))
        .containsExactly(3L);
  }

  @Test
  void a_borough_is_that_of_the_groups_home_and_any_other_place_lies_in_its_area() {
    assertThat(
            leads(
                new Audience(Optional.of(place(PlaceKind.BOROUGH, "queens")), Set.of(), Set.of())))
        .containsExactly(3L);
    assertThat(leads(new Audience(Optional.of(place(PlaceKind.ZIP, "queens")), Set.of(), Set.of())))
        .isEmpty();
  }

  private List<Long> leads(Audience audience) {
    return audience.of(all, g -> Optional.of(g.id())).stream().map(m -> m.lead().id()).toList();
  }

  private static Place place(PlaceKind kind, String borough) {
    return new Place(
        kind,
        borough,
        Optional.empty(),
        Optional.empty(),
        Optional.of(borough),
        new Point(40.6, -73.8),
        1);
  }

  private static Group group(String id, Set<Need> needs, Lead... leads) {
    return new Group(
        id,
        id,
        HERE,
        ServiceArea.of(
            new ServiceArea.Written(Set.of(), Set.of(), Optional.of(1.0), Optional.empty()), HERE),
        needs,
        List.of(),
        ZoneId.of("America/New_York"),
        List.of(leads));
  }

  private static Lead lead(long id, long contactId, Language language) {
    return new Lead(
        id,
        "group",
        contactId,
        "Ana",
        List.of(language),
        1,
        List.of(),
        true,
        false,
        Lead.Standing.FRESH);
  }
}
