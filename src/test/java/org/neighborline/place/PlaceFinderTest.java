package org.neighborline.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceFinderTest {
  private static final long SEED = 346_515;
  private static final int ROUNDS = 5_000;
  private static final int MAX_NAME = 40;

  private final PlaceFinder finder = new PlaceFinder(Gazetteer.newYork(), PlaceTextsTest.names());

  @Test
  void finds_a_zip_with_its_usual_name() {
    assertThat(found("need groceries for 4, 11221").name()).isEqualTo("11221 Bed-Stuy");
    assertThat(found("need groceries for 4, 11221").kind()).isEqualTo(PlaceKind.ZIP);
  }

  @Test
  void asks_which_of_two_zips() {
    assertThat(finder.find("11221 or 11233"))
        .isInstanceOfSatisfying(
            Finding.Ambiguous.class,
            asked ->
                assertThat(asked.choices())
                    .extracting(Place::zip)
                    .containsExactly(Optional.of("11221"), Optional.of("11233")));
  }

  @Test
  void places_a_corner_that_the_facts_lack_between_its_neighbors() {
    Place place = found("Roosevelt y 103");
    assertThat(place.kind()).isEqualTo(PlaceKind.INTERSECTION);
    assertThat(place.point().kilometersTo(new Point(40.7497, -73.8627))).isLessThan(0.15);
    assertThat(place.confidence()).isLessThan(0.8);
  }

  @Test
  void takes_a_borough_in_the_same_text_to_tell_corners_apart() {
    assertThat(finder.find("5th Ave and 42nd St")).isInstanceOf(Finding.Ambiguous.class);
    assertThat(found("5th Ave and 42nd St Brooklyn").borough()).contains("Brooklyn");
    assertThat(found("5th Ave and 42nd St, manhattan").borough()).contains("Manhattan");
  }

  @Test
  void names_the_lines_of_a_stop() {
    assertThat(found("by the Utica stop on the A").name()).isEqualTo("Utica Av A/C station");
  }

  @Test
  void choices_have_names_that_can_be_told_apart() {
    for (String text : List.of("Chelsea", "sunnyside", "Washington St", "chinatown", "86th st")) {
      assertThat(finder.find(text))
          .as(text)
          .isInstanceOfSatisfying(
              Finding.Ambiguous.class,
              asked -> {
                assertThat(asked.choices()).hasSizeBetween(2, 5);
                assertThat(asked.choices()).extracting(Place::name).doesNotHaveDuplicates();
              });
    }
  }

  @Test
  void knows_a_zip_elsewhere_from_a_number_that_is_none() {
    assertThat(finder.find("90210")).isInstanceOf(Finding.Outside.class);
    assertThat(finder.find("11299")).isInstanceOf(Finding.NotFound.class);
  }

  @Test
  void tells_which_words_it_used() {
    String text = "need food near Nostrand y Fulton please";
    Located located = finder.locate(text);
    assertThat(located.spans())
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("Nostrand y Fulton");
  }

  @Test
  void tells_the_corner_nearest_to_a_point() {
    assertThat(finder.nearestCorner(new Point(40.68045, -73.94960)).map(Place::name))
        .hasValueSatisfying(name -> assertThat(name).contains("Nostrand").contains("Fulton"));
    assertThat(finder.nearestCorner(new Point(0, 0))).isEmpty();
  }

  @Test
  void never_throws_and_never_names_what_a_text_cannot_show() {
    Random random = new Random(SEED);
    List<String> texts = PlaceTextsTest.rows("texts.tsv").stream().map(row -> row[3]).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String text = anything(random, texts);
      Located located = finder.locate(text);
      check(located.finding());
      int last = 0;
      for (Located.Span span : located.spans()) {
        assertThat(span.start()).isGreaterThanOrEqualTo(last);
        assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(text.length());
        last = span.end();
      }
      assertThat(finder.locate(text)).isEqualTo(located);
    }
  }

  private static void check(Finding finding) {
    switch (finding) {
      case Finding.Found(var place) -> check(place);
      case Finding.Outside(var place) -> check(place);
      case Finding.Ambiguous(var choices) -> {
        assertThat(choices).hasSizeBetween(2, 5);
        choices.forEach(PlaceFinderTest::check);
      }
      case Finding.NotFound() -> {}
    }
  }

  private static void check(Place place) {
    assertThat(place.name()).isNotBlank().hasSizeLessThanOrEqualTo(MAX_NAME);
    assertThat(place.name().chars()).as(place.name()).allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(place.confidence()).isBetween(0.0, 1.0);
  }

  /** Real texts, cut, joined and broken by letters of every kind, lone surrogates and NUL. */
  private static String anything(Random random, List<String> texts) {
    StringBuilder out = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      out.append(text, random.nextInt(text.length() + 1) / 2, text.length()).append(' ');
    }
    int breaks = random.nextInt(6);
    for (int i = 0; i < breaks; i++) {
      char c =
          switch (random.nextInt(5)) {
            case 0 -> '\0';
            case 1 -> (char) (0xd800 + random.nextInt(0x800));
            case 2 -> (char) random.nextInt(0x80);
            case 3 -> "&/@#-$'’ºªß\u200f\u0301".charAt(random.nextInt(13));
            default -> (char) random.nextInt(0x10000);
          };
      out.insert(random.nextInt(out.length() + 1), c);
    }
    while (random.nextInt(50) == 0 && out.length() < 3_000) {
      out.append(out);
    }
    return out.toString();
  }

  private Place found(String text) {
    return switch (finder.find(text)) {
      case Finding.Found(var place) -> place;
      case Finding.Ambiguous _, Finding.NotFound _, Finding.Outside _ ->
          throw new AssertionError(text + " was " + finder.find(text));
    };
  }
}
