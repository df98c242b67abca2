package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
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
    return file("en.txt", content);
  }

  private static Translation file(String name, String content) {
    return switch (TranslationFile.read(name, content)) {
      case TranslationFile.Result.Read(Translation translation) -> translation;
      case TranslationFile.Result.Faulty(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  @Test
  void the_same_examples_teach_the_same_and_survive_a_file() {
    List<Translation> translations = List.of(small(SMALL));
    byte[] bytes = Knowledge.of(translations).written();
    assertThat(Arrays.mismatch(Knowledge.of(translations).written(), bytes)).isEqualTo(-1);
    byte[] again = Knowledge.read(ByteBuffer.wrap(bytes)).written();
    assertThat(Arrays.mismatch(again, bytes)).isEqualTo(-1);
  }

  @Test
  void a_reader_from_a_file_reads_every_text_as_one_that_learned_it() {
    Reader learned = Translations.taught();
    Reader read =
        new Reader(
            Knowledge.read(ByteBuffer.wrap(Knowledge.of(Translations.all()).written())),
            Translations.ZIPS);
    assertThat(HeldOut.lessons())
        .allSatisfy(
            lesson -> assertThat(read.read(lesson.text())).isEqualTo(learned.read(lesson.text())));
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
  void what_examples_teach_about_ideas_holds_in_every_language() {
    String ideas =
        """
        [ideas]
        lip = %s
        blue = %s
        coat = %s
        [examples]
        """;
    List<Translation> translations =
        List.of(
            small(
                ideas.formatted("lips", "blue, purple", "coat, jacket")
                    + """
                    request danger: his lips turn blue
                    request danger: lips all purple
                    request supplies: a blue coat
                    request supplies: the purple jacket
                    thanks: you saved my week
                    """),
            file("es.txt", ideas.formatted("labios", "azules, azul", "abrigo")));
    Reader reader = new Reader(Knowledge.of(translations), Translations.ZIPS);
    assertThat(reader.read("tiene los labios azules").emergency()).isEqualTo(Emergency.DANGER);
    assertThat(reader.read("un abrigo azul").emergency()).isEqualTo(Emergency.NONE);
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
            [ideas]
            Fall-down = fell
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
            "en.txt:6: an idea is named by one small word, as in en.txt, not 'Fall-down'",
            "en.txt:9: 'wish' is no intent; an example begins with one, like 'request'",
            "en.txt:10: 'tomorrow' is no need and no flag; see README.md",
            "en.txt:11: this example stands already in line 8");
  }

  @Test
  void a_line_that_is_no_example_is_named() {
    assertThat(TranslationFile.read("en.txt", "[examples]\njust words\n").toString())
        .contains("en.txt:2: expected 'meaning: text'");
  }
}
