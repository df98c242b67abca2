package org.neighborline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.endtoend.Hotline.ANA;
import static org.neighborline.endtoend.Hotline.BO;
import static org.neighborline.endtoend.Hotline.DESK;
import static org.neighborline.endtoend.Hotline.ROSA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.simulator.Faults.Kind;

/** What becomes of texts when the carrier, or our account there, is not well for a while. */
final class CarrierFaultsTest {
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
  void a_fault_of_our_account_stops_the_sender_and_blames_no_lead() {
    hotline.account("a-wrong-token");
    hotline.text(ROSA, "need groceries for 4, 11221");
    hotline.received(ROSA, 1);
    hotline.text(ROSA, "1");
    hotline.received(ROSA, 2);
    hotline.await(() -> hotline.metric("sender_fault") == 20003);
    // Nobody was asked, however long it takes.
    for (int i = 0; i < 3; i++) {
      hotline.timePasses(Duration.ofMinutes(20));
      hotline.settleTimers();
    }
    assertThat(hotline.count("dispatch")).isEqualTo(1);
    assertThat(hotline.count("dispatch WHERE status = 'QUEUED'")).isEqualTo(1);
    assertThat(hotline.count("request WHERE status = 'DISPATCHING'")).isEqualTo(1);
    assertThat(hotline.count("gap")).isZero();
    // Someone mends the account and starts the program again; a minute later all goes on.
    hotline.account("simulated-token");
    hotline.timePasses(Duration.ofMinutes(1));
    hotline.received(ANA, 1);
    hotline.await(() -> hotline.metric("sender_fault") == 0);
    hotline.text(ANA, "1");
    assertThat(hotline.received(ROSA, 3)).contains("Ana from");
    hotline.settle();
    assertThat(hotline.textsTo(ANA)).hasSize(2);
    assertThat(hotline.textsTo(BO)).isEmpty();
    assertThat(hotline.textsTo(DESK)).isEmpty();
  }

  @Test
  void a_fault_of_ours_that_comes_by_a_status_stops_the_sender_too() {
    hotline.fault(Kind.CALLBACK_LOST, 3);
    hotline.text(ROSA, "need groceries for 4, 11221");
    hotline.received(ROSA, 1);
    hotline.fault(Kind.CALLBACK_LOST, 100);
    hotline.text(ROSA, "1");
    hotline.received(ANA, 1);
    hotline.await(() -> hotline.count("dispatch WHERE status = 'ASKED'") == 1);
    Map<String, String> unregistered =
        Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30034");
    String status = "/twilio/message/status?row=" + hotline.query("SELECT id FROM outbox");
    assertThat(hotline.says(status, unregistered).statusCode()).isEqualTo(200);
    assertThat(hotline.metric("sender_fault")).isEqualTo(30034);
    assertThat(hotline.count("dispatch WHERE status = 'QUEUED'")).isEqualTo(1);
    hotline.timePasses(Duration.ofMinutes(20));
    hotline.received(ANA, 2);
    hotline.await(() -> hotline.count("dispatch WHERE status = 'ASKED'") == 1);
    hotline.await(() -> hotline.metric("sender_fault") == 0);
    assertThat(hotline.count("dispatch")).isEqualTo(1);
  }

  @Test
  void an_attempt_without_an_answer_is_found_at_the_carrier_and_not_sent_again() {
    hotline.fault(Kind.ANSWER_LOST, 1);
    hotline.fault(Kind.CALLBACK_LOST, 100);
    hotline.text(ROSA, "need groceries for 4, 11221");
    hotline.received(ROSA, 1);
    hotline.text(ROSA, "1");
    hotline.received(ANA, 1);
    hotline.await(() -> hotline.count("outbox WHERE status = 'UNKNOWN'") == 1);
    hotline.timePasses(Duration.ofMinutes(2));
    hotline.await(() -> hotline.count("outbox WHERE status = 'ACCEPTED'") == 1);
    hotline.settle();
    assertThat(hotline.textsTo(ANA)).hasSize(1);
    assertThat(hotline.metric("outbox_resent")).isZero();
    assertThat(hotline.count("dispatch WHERE status = 'ASKED'")).isEqualTo(1);
  }

  @Test
  void a_carrier_that_never_answers_gets_the_text_again_and_it_is_counted() {
    hotline.fault(Kind.HUNG, 1);
    hotline.text(ROSA, "need groceries for 4, 11221");
    hotline.received(ROSA, 1);
    hotline.text(ROSA, "1");
    hotline.await(
        () -> hotline.count("outbox WHERE status = 'UNKNOWN'") == 1, Duration.ofSeconds(25));
    hotline.timePasses(Duration.ofMinutes(2));
    hotline.received(ANA, 1);
    hotline.settle();
    assertThat(hotline.textsTo(ANA)).hasSize(1);
    assertThat(hotline.metric("outbox_resent")).isEqualTo(1);
  }

  @Test
  void texts_that_the_carrier_could_not_bring_us_are_fetched() {
    hotline.stop();
    hotline.simulatorIsBehind(Duration.ofMinutes(2));
    hotline.text(ROSA, "need groceries for 4, 11221");
    hotline.await(() -> !hotline.simulator.carrier().alerts().isEmpty());
    hotline.simulatorIsBehind(Duration.ZERO);
    hotline.startAgain();
    assertThat(hotline.received(ROSA, 1)).contains("food for 4 near 11221");
    assertThat(hotline.count("request")).isEqualTo(1);
  }
}
