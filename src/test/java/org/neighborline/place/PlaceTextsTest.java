package org.neighborline.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Honest texts in fourteen languages, and how many of their places are found. */
class PlaceTextsTest {
  private static final double HIGH = 0.8; // a confidence that nobody would question
  private static final double RIGHT_PLACE = 0.95;
  private static final double RIGHT_BOROUGH = 0.99;
  private static final double WRONG_AND_SURE = 1 / 200.0;

  private record Expected(String language, String place, String borough, String text) {}

  private static final class Score {
    int texts;
    int placed;
    int rightPlace;
    int inBorough;
    int rightBorough;
    int wrongAndSure;
  }

  private final PlaceFinder finder = new PlaceFinder(Gazetteer.newYork(), names());

  @Test
  void finds_the_places_of_texts_in_fourteen_languages() {
    Map<String, Score> scores = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Expected expected : texts()) {
      score(expected, scores, wrong);
    }
    Score all = new Score();
    System.out.println("language  texts  place        borough      wrong and sure");
    scores.forEach((language, s) -> {
      print(language, s);
      all.texts += s.texts;
      all.placed += s.placed;
      all.rightPlace += s.rightPlace;
      all.inBorough += s.inBorough;
      all.rightBorough += s.rightBorough;
      all.wrongAndSure += s.wrongAndSure;
    });
    print("all", all);
    wrong.forEach(System.out::println);
    assertThat(scores).hasSize(14);
    assertThat((double) all.rightPlace / all.placed).isGreaterThanOrEqualTo(RIGHT_PLACE);
    assertThat((double) all.rightBorough / all.inBorough).isGreaterThanOrEqualTo(RIGHT_BOROUGH);
    assertThat((double) all.wrongAndSure / all.texts).isLessThanOrEqualTo(WRONG_AND_SURE);
  }

  private void score(Expected expected, Map<String, Score> scores, List<String> wrong) {
    Score score = scores.computeIfAbsent(expected.language, _ -> new Score());
    Finding finding = finder.find(expected.text);
    boolean right = isRight(expected, finding);
    score.texts++;
    score.placed++;
    score.rightPlace += right ? 1 : 0;
    if (!expected.borough.equals("-")) {
      score.inBorough++;
      score.rightBorough += borough(finding).equals(Optional.of(expected.borough)) ? 1 : 0;
    }
    boolean sure = finding instanceof Finding.Found(var place) && place.confidence() >= HIGH;
    score.wrongAndSure += sure && !right ? 1 : 0;
    if (!right) {
      wrong.add("  " + expected + " was " + finding);
    }
  }

  private static boolean isRight(Expected expected, Finding finding) {
    return switch (finding) {
      case Finding.NotFound() -> expected.place.equals("none");
      case Finding.Ambiguous _ -> expected.place.equals("ask");
      case Finding.Outside _ -> expected.place.equals("outside");
      case Finding.Found(var place) ->
          expected.place.equals("borough")
              ? place.kind() == PlaceKind.BOROUGH
                  && place.borough().equals(Optional.of(expected.borough))
              : List.of(expected.place.split("\\|")).stream()
                  .anyMatch(name ->
                      place.zip().equals(Optional.of(name))
                          || place.neighborhood().equals(Optional.of(name)));
    };
  }

  private static Optional<String> borough(Finding finding) {
    return finding instanceof Finding.Found(var place) ? place.borough() : Optional.empty();
  }

  private static void print(String language, Score s) {
    System.out.printf(
        "%-9s %5d  %4d of %4d %4d of %4d  %d%n",
        language, s.texts, s.rightPlace, s.placed, s.rightBorough, s.inBorough, s.wrongAndSure);
  }

  static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    rows("names.tsv").forEach(row -> names.putIfAbsent(row[1], row[2]));
    return names;
  }

  private static List<Expected> texts() {
    return rows("texts.tsv").stream().map(r -> new Expected(r[0], r[1], r[2], r[3])).toList();
  }

  static List<String[]> rows(String file) {
    try (InputStream in = PlaceTextsTest.class.getResourceAsStream("/place/" + file)) {
      return GazetteerFiles.tabbed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
