package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NaturalTextsTest {
  private static final String FOLDER = "natural";

  @Test
  void everyday_texts_that_nothing_was_tuned_on_are_understood() {
    HeldOut natural = HeldOut.run(Translations.taught(), HeldOut.lessons(FOLDER));
    System.out.println(natural.report("natural texts"));
    // Modest on purpose: this guards against breaking much, and gives the figures to look at.
    assertThat(natural.all.percent(natural.all.language, natural.all.texts)).isGreaterThan(90);
    assertThat(natural.all.percent(natural.all.intent, natural.all.texts)).isGreaterThan(60);
    assertThat(natural.all.percent(natural.all.needs, natural.all.needful)).isGreaterThan(45);
    assertThat(natural.all.percent(natural.all.found, natural.all.alarms)).isGreaterThan(40);
    assertThat(natural.all.percent(natural.all.falseAlarms, natural.all.calm)).isLessThan(5);
  }

  @Test
  void texts_written_before_the_ideas_and_not_looked_at_since_are_understood() {
    HeldOut fresh = HeldOut.run(Translations.taught(), HeldOut.lessons("fresh"));
    System.out.println(fresh.report("fresh texts"));
    assertThat(fresh.all.percent(fresh.all.intent, fresh.all.texts)).isGreaterThan(93);
    assertThat(fresh.all.percent(fresh.all.needs, fresh.all.needful)).isGreaterThan(89);
    assertThat(fresh.all.found).isEqualTo(fresh.all.alarms);
    assertThat(fresh.all.falseAlarms).isLessThanOrEqualTo(2);
  }

  /** Prints every miss of the languages named, to study their kinds. */
  public static void main(String[] only) {
    Reader reader = Translations.taught();
    for (Lesson lesson : HeldOut.lessons(FOLDER)) {
      Reading reading = reader.explain(lesson.text());
      if ((only.length == 0 || List.of(only).contains(lesson.language()))
          && !isRight(lesson, reading)) {
        System.out.printf(
            "%s%n    %s %s %s, not %s %s %s %s %s%n",
            lesson.text(),
            lesson.intent().id(),
            lesson.needs(),
            lesson.emergencies(),
            reading.language().map(Object::toString).orElse("und"),
            reading.intent().id(),
            reading.needs(),
            reading.emergency(),
            reading.because());
      }
    }
  }

  private static boolean isRight(Lesson lesson, Reading reading) {
    boolean alarm = !lesson.emergencies().isEmpty();
    return reading.language().map(Object::toString).orElse("und").equals(lesson.language())
        && alarm == (reading.emergency() != Emergency.NONE)
        && (alarm || reading.intent() == lesson.intent() && reading.needs().equals(lesson.needs()));
  }
}
