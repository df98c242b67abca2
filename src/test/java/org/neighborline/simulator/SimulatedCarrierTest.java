package org.neighborline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.SimulatedMessage.Direction;
import org.neighborline.simulator.SimulatedMessage.Status;
import org.neighborline.simulator.VirtualPhone.Line;
import org.neighborline.simulator.VirtualPhone.Role;
import org.neighborline.simulator.WebhookAnswer.Answered;
import org.neighborline.simulator.WebhookAnswer.Unreachable;

final class SimulatedCarrierTest {
  private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
  private static final String HOTLINE = "+12125550100";
  private static final String ROSA = "+17185550101";

  private final VirtualClock clock = new VirtualClock(START);
  private final SimulatedCarrier carrier =
      new SimulatedCarrier(
          SimulatorOptions.defaults()
              .withClock(clock)
              .withWebhooks(
                  new Webhooks(
                      "http://h/message#rc=2&rp=ct,rt,5xx", "http://b/spare", "", "", "")));
  private final List<Webhook> delivered = new ArrayList<>();
  private WebhookAnswer answer = twiml("");

  @Test
  void an_inbound_text_brings_every_parameter_the_carrier_usually_sends() {
    carrier.text(ROSA, HOTLINE, "need groceries for 4, 11221");
    run(1);

    Map<String, String> form = delivered.getFirst().form();
    assertThat(form)
        .containsEntry("From", ROSA)
        .containsEntry("To", HOTLINE)
        .containsEntry("Body", "need groceries for 4, 11221")
        .containsEntry("NumMedia", "0")
        .containsEntry("NumSegments", "1")
        .containsEntry("FromCity", "")
        .containsEntry("SmsStatus", "received")
        .containsEntry("ApiVersion", "2010-04-01");
    assertThat(form.get("MessageSid")).isEqualTo(form.get("SmsSid")).matches("SM[0-9a-f]{32}");
  }

  @Test
  void the_answers_messages_become_texts_with_callbacks_of_their_own() {
    answer =
        twiml(
            "<Message statusCallback=\"/status?row=1\">¿Dónde está?</Message>"
                + "<Message><Body>two</Body></Message>");
    carrier.text(ROSA, HOTLINE, "hola");
    run(5);

    assertThat(carrier.messages())
        .filteredOn(m -> m.direction() == Direction.OUTBOUND_REPLY)
        .extracting(SimulatedMessage::body, SimulatedMessage::to, SimulatedMessage::encoding)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("¿Dónde está?", ROSA, "UCS-2"),
            org.assertj.core.groups.Tuple.tuple("two", ROSA, "GSM-7"));
    assertThat(delivered)
        .filteredOn(w -> w.url().equals("http://h/status?row=1"))
        .extracting(w -> w.form().get("MessageStatus"))
        .containsExactly("sending", "sent", "delivered");
  }

  @Test
  void plain_text_is_texted_out_as_the_real_one_does() {
    answer = new Answered(200, "text/plain;charset=utf-8", "Internal error at line 3");
    carrier.text(ROSA, HOTLINE, "x");
    run(5);

    assertThat(carrier.messages())
        .last()
        .extracting(SimulatedMessage::body)
        .isEqualTo("Internal error at line 3");
  }

  @Test
  void a_server_error_is_tried_again_as_the_address_says_and_then_the_fallback_is_asked() {
    answer = new Answered(503, "text/xml", "");
    carrier.text(ROSA, HOTLINE, "x");
    run(5);

    assertThat(delivered)
        .extracting(Webhook::address)
        .containsExactly(
            "http://h/message", "http://h/message", "http://h/message", "http://b/spare");
    assertThat(delivered.subList(0, 3))
        .extracting(Webhook::token)
        .containsOnly(delivered.getFirst().token());
    assertThat(delivered.getLast().form())
        .containsEntry("ErrorCode", "11200")
        .containsEntry("ErrorUrl", "http://h/message");
    assertThat(carrier.alerts()).extracting(Alert::code).containsExactly(11200, 11200);
  }

  @Test
  void without_overrides_only_a_failed_connection_is_tried_again_and_once() {
    carrier.use(new Webhooks("http://h/message", "", "", "", ""));
    answer = new Answered(500, "text/html", "");
    carrier.text(ROSA, HOTLINE, "x");
    run(5);
    assertThat(delivered).hasSize(1);

    answer = new Unreachable();
    carrier.text(ROSA, HOTLINE, "y");
    run(5);
    assertThat(delivered).hasSize(3);
  }

  @Test
  void broken_twiml_goes_to_the_fallback() {
    answer = new Answered(200, "text/xml", " <?xml version=\"1.0\"?><Response/>");
    carrier.text(ROSA, HOTLINE, "x");
    run(5);

    assertThat(delivered).last().extracting(Webhook::address).isEqualTo("http://b/spare");
    assertThat(delivered.getLast().form()).containsEntry("ErrorCode", "12100");
  }

  @Test
  void callbacks_get_lost_doubled_late_and_out_of_order() {
    carrier.faults().once(Kind.CALLBACK_REORDERED);
    send("reordered");
    run(10);
    assertThat(statuses()).containsExactly("sent", "delivered", "sending");

    delivered.clear();
    carrier.faults().set(Kind.CALLBACK_LOST, new Faults.Setting(0, 2));
    carrier.faults().once(Kind.CALLBACK_DOUBLED);
    send("lost twice, then doubled");
    run(10);
    assertThat(statuses()).containsExactly("delivered", "delivered");

    delivered.clear();
    carrier.faults().set(Kind.CALLBACK_LATE, new Faults.Setting(1, 0));
    send("late");
    run(10);
    assertThat(statuses()).isEmpty();
    run(100);
    assertThat(statuses()).containsExactly("sending", "sent", "delivered");
  }

  @Test
  void a_webhook_whose_answer_is_lost_comes_again_with_the_same_token() {
    carrier.faults().once(Kind.WEBHOOK_ANSWER_LOST);
    answer = twiml("<Message>once</Message>");
    carrier.text(ROSA, HOTLINE, "x");
    run(5);

    assertThat(delivered)
        .extracting(Webhook::token)
        .hasSize(2)
        .containsOnly(delivered.getFirst().token());
    assertThat(carrier.messages()).extracting(SimulatedMessage::body).containsExactly("x", "once");
  }

  @Test
  void a_lost_webhook_is_never_seen_but_the_text_is_at_the_carrier() {
    carrier.faults().once(Kind.WEBHOOK_LOST);
    carrier.text(ROSA, HOTLINE, "x");
    run(60);

    assertThat(delivered).isEmpty();
    assertThat(carrier.messages()).hasSize(1);
  }

  @Test
  void a_landline_and_a_phone_switched_off_end_as_they_do_in_life() {
    carrier.add(new VirtualPhone("Bo", new PhoneNumber(ROSA), Role.LEAD, "en", Line.LANDLINE));
    send("to a landline");
    run(10);
    assertThat(carrier.messages().getLast().status()).isEqualTo(Status.UNDELIVERED);
    assertThat(delivered.getLast().form()).containsEntry("ErrorCode", "30006");

    carrier.add(new VirtualPhone("Bo", new PhoneNumber(ROSA), Role.LEAD, "en", Line.UNCONFIRMED));
    send("never confirmed");
    run(10);
    assertThat(carrier.messages().getLast().status()).isEqualTo(Status.SENT);
    assertThat(carrier.messages().getLast().arrived()).isTrue();
  }

  @Test
  void the_same_seed_makes_the_same_sids() {
    SimulatedCarrier again = new SimulatedCarrier(carrier.options());

    assertThat(again.text(ROSA, HOTLINE, "x").sid())
        .isEqualTo(carrier.text(ROSA, HOTLINE, "x").sid());
  }

  @Test
  void a_text_is_billed_by_segments_packed_not_divided() {
    assertThat(carrier.text(ROSA, HOTLINE, "x".repeat(152) + "€" + "x".repeat(152)).segments())
        .isEqualTo(3);
    assertThat(carrier.text(ROSA, HOTLINE, "ж".repeat(66) + "🍞" + "ж".repeat(66)).segments())
        .isEqualTo(3);
    assertThat(carrier.text(ROSA, HOTLINE, "").segments()).isEqualTo(1);
    assertThat(carrier.text(ROSA, HOTLINE, "á").encoding()).isEqualTo("UCS-2");
  }

  private void send(String body) {
    carrier.send(new OutboundText(ROSA, HOTLINE, body, 0, "http://h/status"));
  }

  private List<String> statuses() {
    return delivered.stream().map(webhook -> webhook.form().get("MessageStatus")).toList();
  }

  /** Lets seconds pass, a twentieth at a time. */
  private void run(int seconds) {
    for (int i = 0; i < 20 * seconds; i++) {
      clock.advance(Duration.ofMillis(50));
      carrier.settle(webhook -> {
        delivered.add(webhook);
        return answer;
      });
    }
  }

  private static WebhookAnswer twiml(String inside) {
    return new Answered(200, "text/xml", "<Response>" + inside + "</Response>");
  }
}
