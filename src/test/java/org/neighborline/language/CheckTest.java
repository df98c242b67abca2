package org.neighborline.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.WordFaults;

/** What a translator can get wrong is said with its line and what to do. */
final class CheckTest {
  private static final Set<String> TERMS =
      Stream.concat(
              Arrays.stream(Need.values()).map(Need::term),
              Stream.of("for.people", "place.unknown", "place.same", "city.newyork"))
          .collect(Collectors.toSet());

  static final CheckScope SCOPE =
      new CheckScope(
          TERMS,
          List.of("Bed-Stuy Neighbors", "Northern Boulevard Aid"),
          List.of("Ana", "Mirlande"),
          List.of("11221 Bed-Stuy", "Fulton/Nostrand 11216"),
          new Arg.Term("city.newyork"),
          ZoneId.of("America/New_York"),
          "US",
          0.79,
          WordFaults::of);

  @Test
  void the_texts_that_come_with_the_program_are_right() {
    assertThat(faults(translation("en", english()), translation("es", spanish()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # the line of this key | becomes this (↵ a new line) | the fault
          sent | snt = Thank you. Your code is {code}. {group} | there is no 'snt' in [texts]; correct the key or remove the line
          sent | # nothing | [texts] lacks sent; copy the lines from en.txt and translate them
          sent | sent = | 'sent' says nothing; write it, or remove the line
          sent | sent = Thank you. We are asking {group} now. | 'sent' lacks {code}; put it in
          sent | sent = Thank you. Your code is {code}. We ask {grup} | 'sent' has no {grup}; it has {code} {group}, written as in en.txt
          thanks | thanks = You are welcome, {lead}! | 'thanks' has no {lead}; it has none, written as in en.txt
          sent | sent = Your code is {code. We ask {group} | 'sent' can't be read:
          sent | sent = Your code is {0}, we ask {group} | 'sent' can't be read: gaps have names, not numbers
          sent | sent = Code '{code}'. We ask {group} now. | 'sent': an apostrophe touches a brace and would hide the gap
          sent | sent = Code {code}. We ask l'{group} now. | 'sent': an apostrophe touches a brace and would hide the gap
          thanks | thanks = You’re welcome. Take care! | 'thanks': the sign ’ would make the text cost double; write '
          thanks | thanks = You are welcome – take care! | 'thanks': the sign – would make the text cost double; write -
          thanks | thanks = You are welcome 🙂 | 'thanks': the sign 🙂 would make the text cost double; leave it out
          thanks | thanks = You are welcome, naïve one! | 'thanks': the sign ï would make the text cost double; leave it out
          sent | sent = Thank you. Your code is {code}. We are asking {group} now, and we will certainly text you again at this very number as soon as somebody from there takes it. | 'sent' takes 2 segments with the longest names, 1 are allowed: 1
          voice_zip.tail | voice_zip.tail = Please. | there is no 'voice_zip.tail' in [texts]
          read_back.tail | read_back.tail = Free, {lead}. | 'read_back.tail' has no {lead}; it has {need} {place}
          need.money | # nothing | [terms] lacks need.money;
          need.money | need.money = money↵need.monney = money | there is no 'need.monney' in [terms]
          for.people | for.people = {what} for them | 'for.people' must have {what} and {people}
          es | # nothing | [languages] lacks es; copy the lines
          halal | # nothing | [phrases] lacks halal; copy the lines from en.txt and translate them
          halal | hallal = Must it be halal? | there is no 'hallal' in [phrases]; correct the key
          halal | halal = Halal, {lead}? | 'halal' has no gap, written as in en.txt
          late | late = I am late. | 'late' has just {minutes}, written as in en.txt
          late | late = Late: {minutes, plural, one {# minute} other {# minutes}}. | 'late': a phrase has no plural forms
          late | late = I am {minutes late. | 'late' can't be read:
          meat | meat = Do you eat meat 🥩? | 'meat': the sign 🥩 would make the text cost double; leave it out
          name | # nothing | [language] lacks name
          fold | fold = maybe | 'fold' must be yes or no
          """)
  void a_slip_is_named_with_its_line(String key, String write, String expected) {
    List<String> lines = new ArrayList<>(english().lines().toList());
    int line = lineOf(lines, key);
    lines.set(line - 1, write.replace("↵", "\n"));
    List<String> faults =
        faults(translation("en", String.join("\n", lines)), translation("es", spanish()));
    int at = write.startsWith("#") ? 0 : write.contains("↵") ? line + 1 : line;
    assertThat(faults)
        .anySatisfy(f ->
            assertThat(f).startsWith((at == 0 ? "en.txt: " : "en.txt:" + at + ": ") + expected));
    assertThat(faults).as("one slip, one fault, or two").hasSizeLessThan(3);
  }

  private static int lineOf(List<String> lines, String key) {
    String section = key.equals("es") ? "[languages]" : "[";
    int from = Math.max(0, lines.indexOf(section));
    return IntStream.range(from, lines.size())
            .filter(i -> lines.get(i).startsWith(key + " ="))
            .findFirst()
            .orElseGet(() -> lineOf(lines, key.replace(".tail", "")) - 1)
        + 1;
  }

  @Test
  void accents_of_a_language_that_may_leave_them_out_are_no_fault() {
    assertThat(faults(translation("en", english()), translation("es", spanish()))).isEmpty();
    assertThat(
            faults(
                translation("en", english()),
                translation("es", spanish().replace("fold = yes", "fold = no"))))
        .allMatch(f -> f.startsWith("es.txt:") && f.contains("segments with the longest names"));
  }

  @Test
  void a_language_has_the_plural_forms_that_its_people_use() {
    String two = "sent = {code, plural, one {# x} other {# x}} {group}";
    assertThat(faultsOfPlural("en", two)).isEmpty();
    assertThat(faultsOfPlural("es", two)).isEmpty();
    assertThat(faultsOfPlural("ko", two)).isEmpty();
    assertThat(faultsOfPlural("ru", two))
        .singleElement()
        .asString()
        .contains("lacks the plural forms many, few,");
    assertThat(faultsOfPlural("ar", two))
        .singleElement()
        .asString()
        .contains("zero, two, few, many");
    assertThat(
            faultsOfPlural(
                "pl",
                "sent = {group, select, a {x} other {{code, plural, one {x} few {x} many {x} other {x}}}}"))
        .isEmpty();
  }

  private static List<String> faultsOfPlural(String tag, String line) {
    List<Fault> faults = new ArrayList<>();
    new CheckPatterns(translation(tag, "[texts]\n" + line), new CheckNotes(tag + ".txt", faults))
        .look();
    return faults.stream().map(Fault::toString).toList();
  }

  @Test
  void a_phrase_is_as_short_as_a_text_with_the_longest_name_and_its_two_keys() {
    String tooLong = "Do you eat meat" + ", or not".repeat(20) + "?";
    assertThat(faults(english("Do you eat meat?", tooLong), translation("es", spanish())))
        .anySatisfy(f ->
            assertThat(f)
                .contains("'meat' takes 2 segments with the longest names, 1 are allowed: 1"))
        .anySatisfy(f -> assertThat(f).contains("'phrases' takes 3 segments"));
  }

  private static Translation english(String from, String to) {
    return translation("en", english().replace(from, to));
  }

  @Test
  void a_word_means_one_thing_and_never_what_the_carrier_keeps_for_itself() {
    String commands =
        """
        [commands]
        stop = stop, cancel
        drop = drop, never mind, Cancél
        done = done, drop
        """;
    List<Fault> faults = new ArrayList<>();
    new CheckWords(translation("en", commands), new CheckNotes("en.txt", faults)).look();
    assertThat(faults)
        .extracting(Fault::toString)
        .containsExactly(
            "en.txt:3: 'Cancél' means both stop and drop; keep one",
            "en.txt:3: 'Cancél' opts people out at the carrier, before we hear it; it can't mean drop",
            "en.txt:4: 'drop' means both drop and done; keep one");
  }

  @Test
  void a_latin_form_has_every_text_that_residents_get() {
    String form = "\n[texts latin]\nthanks = De nada. Cuidese!\n";
    assertThat(faults(translation("en", english()), translation("es", spanish() + form)))
        .anySatisfy(
            f -> assertThat(f).startsWith("es.txt: [texts latin] lacks ").contains(" arrived_yes,"))
        .anySatisfy(f ->
            assertThat(f).startsWith("es.txt: [terms latin] lacks city.newyork, for.people, need."))
        .noneMatch(f -> f.contains("dispatch"));
    assertThat(
            faults(
                translation("en", english()),
                translation("es", spanish().replace("fold = yes", "fold = yes\nlatin = yes"))))
        .anySatisfy(f -> assertThat(f).startsWith("es.txt: [texts latin] lacks"));
  }

  @Test
  void a_review_names_a_text_a_person_and_a_day() {
    String reviews =
        """

        [reviewed]
        sent = Ana 2026-11-24
        snt = Ana 2026-11-24
        held = Ana
        phrase.halal = Ana 2026-11-24
        phrase.hallal = Ana 2026-11-24
        """;
    List<String> faults =
        faults(translation("en", english() + reviews), translation("es", spanish()));
    int line = (int) english().lines().count() + 4;
    assertThat(faults)
        .containsExactly(
            "en.txt:" + line + ": there is no text 'snt' to review; correct the key",
            "en.txt:" + (line + 1) + ": a review says who and when; write 'held = Ana 2026-11-24'",
            "en.txt:"
                + (line + 3)
                + ": there is no text 'phrase.hallal' to review; correct the key");
  }

  @Test
  void a_report_counts_segments_cents_and_what_nobody_reviewed() {
    CheckReport report =
        Check.of(
            List.of(
                translation("en", english() + "\n[reviewed]\nsent = Ana 2026-11-24\n"),
                translation("es", spanish())),
            SCOPE);
    assertThat(report.isClean()).isTrue();
    CheckReport.Edition en = report.editions().getFirst();
    assertThat(en.language()).isEqualTo("en");
    assertThat(en.requestSegments()).isEqualTo(7);
    assertThat(en.requestCents()).isEqualTo(7 * 0.79);
    assertThat(report.editions().get(1).unreviewed()).isEqualTo(en.unreviewed() + 1);
    assertThat(en.texts())
        .extracting(
            CheckReport.Size::key,
            CheckReport.Size::encoding,
            CheckReport.Size::typical,
            CheckReport.Size::worst,
            CheckReport.Size::budget)
        .contains(tuple("dispatch", "GSM-7", 1, 1, 1), tuple("ask_need_again", "GSM-7", 1, 1, 2));
    assertThat(en.texts())
        .extracting(CheckReport.Size::shown)
        .contains("K7M2: I can come at 5 pm. Is the door on the left side?");
  }

  @Test
  void a_report_reads_as_a_table() {
    String table =
        CheckTable.table(
            Check.of(
                List.of(
                    translation("en", english()),
                    translation("es", spanish() + "\n[texts]\nx = y")),
                SCOPE));
    assertThat(table.lines().toList().getFirst())
        .matches("es\\.txt:\\d+: there is no 'x' in \\[texts].*");
    assertThat(table)
        .contains("language       texts   UCS-2   unreviewed      one request")
        .containsPattern("en +\\d+ +0 +\\d+ of \\d+ +7 seg\\. +5\\.53 cents")
        .containsPattern("dispatch +1/1 +1/1")
        .containsPattern("a phrase +1/1 +1/1")
        .endsWith("1 fault.\n");
  }

  private static List<String> faults(Translation... translations) {
    return Check.of(List.of(translations), SCOPE).faults().stream().map(Fault::toString).toList();
  }

  static Translation translation(String tag, String content) {
    return switch (TranslationFile.read(tag + ".txt", content)) {
      case TranslationFile.Result.Read(Translation translation) -> translation;
      case TranslationFile.Result.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static String english() {
    return file("en.txt");
  }

  private static String spanish() {
    return file("es.txt");
  }

  /** Only two languages are compared here, so their files name only these. */
  private static String file(String name) {
    try {
      return Files.readString(Path.of("translations", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
