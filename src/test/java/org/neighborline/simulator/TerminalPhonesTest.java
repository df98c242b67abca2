package org.neighborline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neighborline.simulator.VirtualPhone.Role;
import org.neighborline.simulator.WebhookAnswer.Answered;

final class TerminalPhonesTest {
  private final SimulatedCarrier carrier =
      new SimulatedCarrier(
          SimulatorOptions.defaults()
              .withDelays(Delays.none())
              .withWebhooks(Webhooks.below("http://h"))
              .withPhones(
                  List.of(
                      VirtualPhone.mobile("Rosa", "+17185550101", Role.RESIDENT, "es"),
                      VirtualPhone.mobile("Ana", "+17185550102", Role.LEAD, "en"))));
  private final StringWriter screen = new StringWriter();
  private final TerminalPhones phones = new TerminalPhones(carrier, new PrintWriter(screen));

  @Test
  void the_phone_that_is_held_writes_and_every_arrival_is_printed() {
    phones.take("@ana TAKE");
    phones.take("1");
    settle("<Message>Thank you</Message>");

    assertThat(screen.toString().lines())
        .containsExactly(
            "Ana > TAKE   (1 segment · GSM-7 · $0.0079)",
            "Ana > 1   (1 segment · GSM-7 · $0.0079)",
            "Ana < Thank you   (1 segment · GSM-7 · $0.0079)",
            "Ana < Thank you   (1 segment · GSM-7 · $0.0079)");
    phones.print();
    assertThat(screen.toString().lines()).hasSize(4);
  }

  @Test
  void a_call_is_heard_and_pressed() {
    phones.take("/call");
    settle("<Gather numDigits=\"1\"><Say language=\"es-US\">Oprima 2</Say></Gather>");
    phones.take("/hangup");
    phones.print();

    assertThat(screen.toString().lines())
        .containsExactly("Rosa ☎ calls", "Rosa ☎ [es-US] Oprima 2", "Rosa ☎ completed");
  }

  @Test
  void unknown_names_and_commands_are_explained() throws IOException {
    phones.run(new BufferedReader(new StringReader("@nobody hi\n/what\n/press 1\n/quit\nlost")));

    assertThat(screen.toString())
        .contains("no phone is called nobody")
        .contains("Try: @rosa need groceries")
        .contains("Rosa is on no call");
    assertThat(carrier.messages()).isEmpty();
  }

  private void settle(String inside) {
    carrier.settle(webhook -> new Answered(200, "text/xml", "<Response>" + inside + "</Response>"));
    phones.print();
  }
}
