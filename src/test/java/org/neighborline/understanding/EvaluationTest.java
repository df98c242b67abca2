package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Translation;

final class EvaluationTest {
  private final List<Translation> translations = Translations.all();
  private final Reader reader = new Reader(translations, Translations.ZIPS);

  @Test
  void texts_of_people_are_understood() {
    Evaluation evaluation = Evaluation.run(reader, translations);
    System.out.println(evaluation.report());
    Score all = evaluation.all();
    assertThat(all.percent(all.language)).as("language").isGreaterThanOrEqualTo(97);
    assertThat(all.percent(all.intent)).as("intent").isGreaterThanOrEqualTo(92);
    assertThat(all.percent(all.mainNeed)).as("need").isGreaterThanOrEqualTo(92);
    assertThat(all.emergenciesFound).as("emergencies").isEqualTo(all.emergencies);
    assertThat(all.falseAlarms * 200).as("false alarms").isLessThanOrEqualTo(all.calm);
  }
}
