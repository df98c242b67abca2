package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Translation;
import org.neighborline.language.TranslationFile;

final class LearningTest {
  private static final String SMALL =
      """
      [words]
      need.groceries = food
      [examples]
      request groceries: my fridge is bare
      request groceries: the fridge stands bare again
      request danger: his lips went blue
      thanks: you saved my week
      thanks: you saved us
      """;

  private static Translation small(String content) {
    return switch (TranslationFile.read("en.txt", content)) {
      case TranslationFile.Result.Read(Translation translation) -> translation;
      case TranslationFile.Result.Faulty(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  @Test
  void the_same_examples_teach_the_same_and_survive_a_file() {
    List<Translation> translations = List.of(small(SMALL));
    String source = Learning.source(translations);
    byte[] bytes = Learning.model(translations).bytes(source);
    assertThat(Learning.model(translations).bytes(source)).isEqualTo(bytes);
    assertThat(Model.of(bytes, source).orElseThrow().bytes(source)).isEqualTo(bytes);
  }

  @Test
  void a_model_of_other_examples_or_half_a_file_is_none() {
    String source = Learning.source(List.of(small(SMALL)));
    byte[] bytes = Learning.model(List.of(small(SMALL))).bytes(source);
    String changed = Learning.source(List.of(small(SMALL.replace("blue", "white"))));
    assertThat(Model.of(bytes, changed)).isEmpty();
    assertThat(Model.of(Arrays.copyOf(bytes, 1_000), source)).isEmpty();
    String text = Learning.source(List.of(small(SMALL + "[texts]\nthanks = Thank you\n")));
    assertThat(text).as("texts that we send teach nothing").isEqualTo(source);
  }

  @Test
  void where_examples_decide_the_reasons_say_so_and_show_the_pieces() {
    Reader reader = Translations.taught();
    List<Reading> guessed =
        HeldOut.lessons().stream()
            .map(lesson -> reader.explain(lesson.text()))
            .filter(reading -> reading.intent() != reading.byWords().intent())
            .toList();
    assertThat(guessed).hasSizeGreaterThan(20);
    assertThat(guessed)
        .allSatisfy(reading ->
            assertThat(reading.because()).anyMatch(why -> why.contains(": by the examples (")));
  }

  @Test
  void faults_in_words_and_examples_have_their_line() {
    Translation faulty =
        small(
            """
            [words]
            need.food = bread
            need.groceries = milk, ~rent, rice
            need.money = milk, rent
            [examples]
            request groceries: no milk
            wish: a pony
            thanks tomorrow: bless you
            request groceries: no milk
            """);
    assertThat(WordFaults.of(faulty).stream().map(Object::toString))
        .containsExactly(
            "en.txt:2: there is no 'need.food' in [words]; correct the key, as in en.txt",
            "en.txt:4: 'milk' means both need.groceries and need.money; keep one, or mark one as weak with ~",
            "en.txt:7: 'wish' is no intent; an example begins with one, like 'request'",
            "en.txt:8: 'tomorrow' is no need and no flag; see README.md",
            "en.txt:9: this example stands already in line 6");
  }

  @Test
  void a_line_that_is_no_example_is_named() {
    assertThat(TranslationFile.read("en.txt", "[examples]\njust words\n").toString())
        .contains("en.txt:2: expected 'meaning: text'");
  }
}
