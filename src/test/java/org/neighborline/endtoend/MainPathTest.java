package org.neighborline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.endtoend.Hotline.ANA;
import static org.neighborline.endtoend.Hotline.BO;
import static org.neighborline.endtoend.Hotline.ROSA;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Faults;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.VirtualPhone;

/** The main job through every part of the program, and with what goes wrong on the way. */
final class MainPathTest {
  private static final String NEED = "need groceries for 4, 11221";

  @TempDir private Path folder = Path.of("");
  private Hotline hotline = null;

  @BeforeEach
  void start() {
    hotline = Hotline.start(folder);
  }

  @AfterEach
  void stop() {
    hotline.close();
  }

  @Test
  void a_text_becomes_a_request_a_lead_takes_it_and_the_resident_knows() {
    hotline.text(ROSA, NEED);
    assertThat(hotline.received(ROSA, 1)).contains("food for 4 near 11221", "1 yes");
    String code = confirmed();
    assertThat(hotline.received(ANA, 1)).contains(code, "food for 4", "near 11221", "English");
    hotline.text(ANA, "1");
    assertThat(hotline.received(ANA, 2)).contains(code, "yours");
    assertThat(hotline.received(ROSA, 3)).contains("Ana from Bed-Stuy Neighbors", code);
    hotline.text(ANA, "DONE " + code);
    assertThat(hotline.received(ANA, 3)).contains(code, "closed");
    assertThat(hotline.received(ROSA, 4)).contains("Ana says", code);
    hotline.settle();
    assertThat(hotline.textsTo(ROSA)).hasSize(4);
    assertThat(hotline.textsTo(ANA)).hasSize(3);
    assertThat(hotline.textsTo(BO)).isEmpty();
    assertThat(hotline.count("request WHERE status = 'DONE'")).isEqualTo(1);
  }

  @Test
  void every_webhook_that_comes_twice_has_one_effect() {
    always(Kind.WEBHOOK_DOUBLED);
    always(Kind.CALLBACK_DOUBLED);
    always(Kind.CALLBACK_REORDERED);
    hotline.text(ROSA, NEED);
    // The carrier sends the answer to each of both.
    hotline.received(ROSA, 2);
    hotline.text(ROSA, "1");
    assertThat(hotline.received(ANA, 1)).contains("food for 4");
    hotline.text(ANA, "1");
    hotline.await(() -> hotline.textsTo(ROSA).stream().anyMatch(t -> t.contains("Good news")));
    hotline.settle();
    assertThat(hotline.textsTo(ROSA)).filteredOn(t -> t.contains("Good news")).hasSize(1);
    assertThat(hotline.count("request")).isEqualTo(1);
    assertThat(hotline.count("dispatch")).isEqualTo(1);
    assertThat(hotline.count("inbound")).isEqualTo(3);
    assertThat(hotline.count("outbox")).isEqualTo(2);
    assertThat(hotline.count("outbox WHERE status = 'DELIVERED'")).isEqualTo(2);
  }

  @Test
  void a_lead_who_passes_hands_it_to_the_next() {
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    String code = confirmed();
    hotline.received(ANA, 1);
    hotline.text(ANA, "A2");
    assertThat(hotline.received(BO, 1)).contains(code);
    hotline.text(BO, "1");
    assertThat(hotline.received(ROSA, 3)).contains("Bo from");
    hotline.text(ANA, "A1");
    hotline.await(() -> hotline.textsTo(ANA).stream().anyMatch(t -> t.contains("Bo took")));
  }

  @Test
  void a_reply_that_does_not_arrive_is_counted_and_told_with_the_request() {
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    hotline.await(() -> hotline.count("request") == 1);
    phone(ROSA, VirtualPhone.Line.LANDLINE);
    hotline.text(ROSA, "status");
    hotline.await(() -> hotline.count("inbound WHERE error = 30006") == 1);
    assertThat(hotline.metric("replies_undelivered_total")).isEqualTo(1);
    assertThat(hotline.count("event WHERE kind = 'reply lost'")).isEqualTo(1);
  }

  @Test
  void who_opens_its_address_in_a_browser_reads_what_it_is() {
    assertThat(hotline.get("/").statusCode()).isEqualTo(200);
    assertThat(hotline.get("/").body()).contains("Neighborline", "/health", "docs/deployers.md");
  }

  @Test
  void whoever_is_forgotten_is_forgotten_by_the_carrier_too() {
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    String code = confirmed();
    assertThat(hotline.received(ANA, 1)).contains(code);
    hotline.text(ROSA, "forget me");
    hotline.await(
        () ->
            hotline.simulator.carrier().messages().stream()
                .filter(m -> !m.body().isEmpty())
                .noneMatch(m -> m.body().contains("groceries") || m.body().contains(code + ". A1")),
        Duration.ofSeconds(60));
    hotline.await(() -> hotline.metric("redactions_open") == 0, Duration.ofSeconds(60));
    assertThat(hotline.count("redaction")).isZero();
  }

  @Test
  void a_lead_whose_phone_takes_no_texts_is_passed_over_at_once() {
    phone(ANA, VirtualPhone.Line.LANDLINE);
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    confirmed();
    hotline.received(BO, 1);
    assertThat(hotline.count("dispatch WHERE status = 'UNDELIVERED'")).isEqualTo(1);
    assertThat(hotline.count("outbox WHERE status = 'FAILED' AND error = 30006")).isEqualTo(1);
  }

  @Test
  void a_lead_whose_number_the_carrier_refuses_is_passed_over_at_once() {
    phone(ANA, VirtualPhone.Line.REFUSED);
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    confirmed();
    hotline.received(BO, 1);
    assertThat(hotline.count("outbox WHERE status = 'FAILED' AND error = 21614")).isEqualTo(1);
  }

  @Test
  void when_the_answer_to_a_send_is_lost_its_status_tells_and_it_is_sent_once() {
    hotline.fault(Kind.ANSWER_LOST, 1);
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    confirmed();
    hotline.received(ANA, 1);
    hotline.settle();
    assertThat(hotline.textsTo(ANA)).hasSize(1);
    assertThat(hotline.count("dispatch WHERE status = 'ASKED'")).isEqualTo(1);
    assertThat(hotline.metric("outbox_resent")).isZero();
  }

  @Test
  void too_fast_and_out_of_order_at_the_carrier_are_tried_again() {
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    hotline.fault(Kind.TOO_MANY_REQUESTS, 1);
    hotline.fault(Kind.SERVER_ERROR, 1);
    confirmed();
    hotline.received(ANA, 1);
    hotline.settle();
    assertThat(hotline.textsTo(ANA)).hasSize(1);
    assertThat(hotline.query("SELECT attempts FROM outbox")).isEqualTo(3);
  }

  @Test
  void an_answer_that_the_carrier_did_not_hear_is_given_again() {
    hotline.fault(Kind.WEBHOOK_ANSWER_LOST, 1);
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    assertThat(hotline.count("request")).isEqualTo(1);
    assertThat(hotline.count("inbound")).isEqualTo(1);
  }

  @Test
  void who_opts_out_gets_nothing_more_and_the_lead_hears() {
    hotline.text(ROSA, NEED);
    hotline.received(ROSA, 1);
    confirmed();
    hotline.received(ANA, 1);
    hotline.text(ROSA, "STOP");
    hotline.await(() -> hotline.count("contact WHERE opted_out = 1") == 1);
    hotline.settle();
    // The third is the carrier's own.
    assertThat(hotline.textsTo(ROSA)).hasSize(3);
    assertThat(hotline.textsTo(ROSA).getLast()).doesNotContain("Neighborline");
  }

  private String confirmed() {
    hotline.text(ROSA, "1");
    hotline.await(() -> hotline.textsTo(ROSA).size() >= 2);
    String reply = hotline.textsTo(ROSA).get(1);
    assertThat(reply).contains("Your code is");
    return Hotline.code(reply.substring(reply.indexOf("code is")));
  }

  private void always(Kind kind) {
    hotline.faults().set(kind, new Faults.Setting(1, 0));
  }

  private void phone(String number, VirtualPhone.Line line) {
    hotline
        .simulator
        .carrier()
        .add(new VirtualPhone("lead", new PhoneNumber(number), VirtualPhone.Role.LEAD, "en", line));
  }
}
