package org.neighborline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neighborline.command.EffortCommand;
import org.neighborline.language.Language;
import org.neighborline.phone.Channel;
import picocli.CommandLine;

/** What we promise of effort holds today, in every language and on both channels. */
final class EffortTest {
  private static final Language CREOLE = new Language("ht");

  @Test
  void the_gate_is_open_and_the_table_has_each_language_twice() {
    StringWriter said = new StringWriter();
    int exit = new CommandLine(new EffortCommand()).setOut(new PrintWriter(said)).execute("--gate");
    assertThat(exit).as(said.toString()).isZero();
    assertThat(said.toString().lines().filter(line -> line.matches("\\S+ +(sms|voice) .*")))
        .hasSize(28);
    assertThat(said.toString()).containsPattern("ht +voice +3 +8 ").doesNotContain("too much");
  }

  @Test
  void json_has_the_same_as_fields() {
    StringWriter said = new StringWriter();
    assertThat(new CommandLine(new EffortCommand()).setOut(new PrintWriter(said)).execute("--json"))
        .isZero();
    assertThat(said.toString())
        .contains("\"language\" : \"yi\"", "\"channel\" : \"voice\"", "\"kept\" : true");
  }

  @Test
  void more_than_promised_or_nothing_stored_is_too_much() {
    Effort little = call(3, 59, true);
    assertThat(
            Effort.tooMuch(
                List.of(little, call(4, 10, true), call(3, 61, true), call(1, 1, false))))
        .hasSize(3)
        .doesNotContain(little);
    Effort texts = new Effort(CREOLE, Channel.SMS, 0, 90, 0, 0, 3, 6, 5, true);
    assertThat(texts.isLittle()).isFalse();
    assertThat(EffortTable.of(List.of(texts))).contains("too much");
  }

  private static Effort call(int choices, double seconds, boolean isStored) {
    return new Effort(CREOLE, Channel.VOICE, choices, 8, seconds, 80, 0, 1, 2, isStored);
  }
}
