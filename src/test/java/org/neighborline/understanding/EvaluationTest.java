package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Translation;

final class EvaluationTest {
  private static final List<Translation> TRANSLATIONS = Translations.all();
  private static final Reader READER = Translations.taught();

  @Test
  void danger_said_in_a_roundabout_way_is_heard() {
    for (Sample sample : Sample.of("alarms")) {
      assertThat(READER.read(sample.text()).emergency())
          .as(sample.text())
          .isEqualTo(sample.emergency());
    }
  }

  @Test
  void troubles_that_only_sound_dangerous_call_nobody() throws IOException {
    List<String> texts = Files.readAllLines(Path.of("src/test/resources/understanding/calm.txt"));
    assertThat(texts.stream().filter(t -> READER.read(t).emergency() != Emergency.NONE)).isEmpty();
  }

  @Test
  void needs_in_texts_to_haitis_hotline_are_found_as_well_as_before() {
    Haiti haiti = Haiti.run(READER);
    System.out.println(haiti.report());
    // Set just under what we reach, so that it does not get worse. A naive Bayes reached 0.71,
    // 0.56, 0.41 and 0.29 on another split: near, and not the same texts.
    assertThat(haiti.f1(Need.GROCERIES)).isGreaterThanOrEqualTo(0.72);
    assertThat(haiti.f1(Need.HOUSING)).isGreaterThanOrEqualTo(0.56);
    assertThat(haiti.f1(Need.MEDICINE)).isGreaterThanOrEqualTo(0.42);
    assertThat(haiti.f1(Need.HEALTH)).isGreaterThanOrEqualTo(0.35);
  }

  @Test
  void texts_of_people_are_understood() {
    Evaluation evaluation = Evaluation.run(READER, TRANSLATIONS);
    System.out.println(evaluation.report());
    Score all = evaluation.all();
    assertThat(all.percent(all.language)).as("language").isGreaterThanOrEqualTo(97);
    assertThat(all.percent(all.intent)).as("intent").isGreaterThanOrEqualTo(92);
    assertThat(all.percent(all.mainNeed)).as("need").isGreaterThanOrEqualTo(92);
    assertThat(all.emergenciesFound).as("emergencies").isEqualTo(all.emergencies);
    assertThat(all.falseAlarms * 200).as("false alarms").isLessThanOrEqualTo(all.calm);
  }

  @Test
  void texts_that_nothing_was_tuned_on_are_understood_better_with_the_examples() {
    HeldOut words = HeldOut.run(new Reader(TRANSLATIONS, Translations.ZIPS));
    HeldOut taught = HeldOut.run(READER);
    System.out.println(words.report("held out, words alone"));
    System.out.println(taught.report("held out, with what the examples taught"));
    // Floors a little under what we reach, so that it does not get worse; the texts are hard on
    // purpose.
    assertThat(taught.all.percent(taught.all.language, taught.all.texts)).isGreaterThan(97);
    assertThat(taught.all.percent(taught.all.intent, taught.all.texts)).isGreaterThan(62);
    assertThat(taught.all.percent(taught.all.needs, taught.all.needful)).isGreaterThan(33);
    assertThat(taught.all.found).isGreaterThan(82);
    assertThat(taught.all.falseAlarms).isLessThanOrEqualTo(20);
    assertThat(taught.all.found).isGreaterThan(words.all.found);
    assertThat(taught.all.intent).isGreaterThan(words.all.intent);
  }
}
