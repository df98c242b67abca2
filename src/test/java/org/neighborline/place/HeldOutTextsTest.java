package org.neighborline.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neighborline.config.Loading;
import org.neighborline.config.PlaceWords;
import org.neighborline.config.Translations;
import org.neighborline.language.Translation;

/**
 * Texts that were written, with their answers, before the finder was tried on them; the README
 * beside them tells how each set came about. Names come from the translations, as they do when the
 * hotline runs.
 */
class HeldOutTextsTest {
  private static final double SURE = 0.7;

  /** The least that a set must come to. */
  private record Bar(double place, double borough, double wrongAndSure) {}

  private static final Bar GOAL = new Bar(0.95, 0.99, 1 / 200.0);
  private static final Map<String, Bar> BARS =
      Map.of(
          "held-out-b.tsv",
          new Bar(0.95, 0.99, 2 / 200.0),
          "held-out-d.tsv",
          new Bar(0.95, 0.98, 0),
          "held-out-e.tsv",
          new Bar(0.95, 0.97, 1 / 50.0));

  private record Expected(List<String> answers, String borough, String text) {
    boolean holdsPlace() {
      return !borough.equals("-");
    }
  }

  private static final class Score {
    int texts;
    int right;
    int placed;
    int rightlyPlaced;
    int inBorough;
    int wrongAndSure;
  }

  private final PlaceFinder finder = finder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "held-out-a.tsv",
        "held-out-b.tsv",
        "held-out-c.tsv",
        "held-out-d.tsv",
        "held-out-e.tsv",
        "held-out-f.tsv",
        "held-out-g.tsv"
      })
  void finds_places_in_texts_that_were_written_before(String file) {
    Map<String, Score> scores = new TreeMap<>();
    Score all = new Score();
    List<String> wrong = new ArrayList<>();
    for (String[] row : PlaceTextsTest.rows(file)) {
      Expected expected = new Expected(List.of(row[1].split("\\|")), row[2], row[3]);
      Finding finding = finder.find(expected.text);
      count(scores.computeIfAbsent(row[0], _ -> new Score()), expected, finding);
      count(all, expected, finding);
      if (!isRight(expected, finding)) {
        wrong.add("  " + row[0] + " " + expected + " was " + finding);
      }
    }
    System.out.println(file + "\nlanguage  texts  right  places  right  borough  wrong and sure");
    scores.forEach(HeldOutTextsTest::print);
    print("all", all);
    wrong.forEach(System.out::println);
    Bar bar = BARS.getOrDefault(file, GOAL);
    assertThat(scores).hasSize(14);
    assertThat((double) all.rightlyPlaced / all.placed).isGreaterThanOrEqualTo(bar.place);
    assertThat((double) all.inBorough / all.placed).isGreaterThanOrEqualTo(bar.borough);
    assertThat((double) all.wrongAndSure / all.texts).isLessThanOrEqualTo(bar.wrongAndSure);
  }

  private static void count(Score score, Expected expected, Finding finding) {
    boolean right = isRight(expected, finding);
    score.texts++;
    score.right += right ? 1 : 0;
    if (expected.holdsPlace()) {
      score.placed++;
      score.rightlyPlaced += right ? 1 : 0;
      score.inBorough += borough(finding).equals(Optional.of(expected.borough)) ? 1 : 0;
    }
    boolean sure = finding instanceof Finding.Found(var place) && place.confidence() >= SURE;
    score.wrongAndSure += sure && !right ? 1 : 0;
  }

  private static boolean isRight(Expected expected, Finding finding) {
    return switch (finding) {
      case Finding.NotFound() -> expected.answers.contains("none");
      case Finding.Ambiguous _ -> expected.answers.contains("ask");
      case Finding.Outside _ -> expected.answers.contains("outside");
      case Finding.Found(var place) ->
          place.borough().equals(Optional.of(expected.borough))
              && (place.kind() == PlaceKind.BOROUGH
                  ? expected.answers.contains("borough")
                  : place.zip().filter(expected.answers::contains).isPresent()
                      || place.neighborhood().filter(expected.answers::contains).isPresent());
    };
  }

  /** The borough found, or the one that all choices of a question share. */
  private static Optional<String> borough(Finding finding) {
    return switch (finding) {
      case Finding.Found(var place) -> place.borough();
      case Finding.Ambiguous(var choices) ->
          choices.stream().map(Place::borough).distinct().count() == 1
              ? choices.getFirst().borough()
              : Optional.empty();
      case Finding.Outside _, Finding.NotFound() -> Optional.empty();
    };
  }

  private static void print(String language, Score s) {
    System.out.printf(
        "%-9s %5d  %5d  %6d  %5d  %7d  %5d%n",
        language, s.texts, s.right, s.placed, s.rightlyPlaced, s.inBorough, s.wrongAndSure);
  }

  private static PlaceFinder finder() {
    if (!(Translations.read(Path.of("translations"))
        instanceof Loading.Loaded<List<Translation>>(var all))) {
      throw new AssertionError("the translations have faults");
    }
    return new PlaceFinder(
        Gazetteer.newYork(), PlaceWords.names(all), () -> PlaceWords.everyday(all));
  }
}
