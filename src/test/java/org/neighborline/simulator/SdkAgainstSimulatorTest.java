package org.neighborline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neighborline.simulator.Faults.Kind;

final class SdkAgainstSimulatorTest {
  private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
  private static final PhoneNumber HOTLINE = new PhoneNumber("+12125550100");
  private static final PhoneNumber ROSA = new PhoneNumber("+17185550101");

  private final FakeHotline hotline = new FakeHotline("simulated-token");
  private final VirtualClock clock = new VirtualClock(START);
  private final SimulatorServer simulator;
  private final TwilioRestClient sdk;

  SdkAgainstSimulatorTest() {
    simulator =
        SimulatorServer.start(
            SimulatorOptions.defaults()
                .withClock(clock)
                .withWebhooks(Webhooks.below(hotline.url())));
    sdk = SdkClient.at(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
    hotline.close();
  }

  @Test
  void a_text_is_created_queued_and_delivered_with_signed_callbacks() throws Exception {
    Message made =
        Message.creator(ROSA, HOTLINE, "Ana from Bed-Stuy Neighbors will help you")
            .setStatusCallback(hotline.url() + "/twilio/message/status?row=7")
            .create(sdk);

    assertThat(made.getSid()).matches("SM[0-9a-f]{32}");
    assertThat(made.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(made.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
    assertThat(made.getNumSegments()).isEqualTo("1");
    assertThat(made.getPrice()).isNull();
    assertThat(made.getDateCreated().toInstant()).isEqualTo(START);

    simulator.advance(Duration.ofSeconds(5));
    List<String> statuses = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      FakeHotline.Received callback = hotline.next();
      assertThat(callback.signed()).isTrue();
      assertThat(callback.value("MessageSid")).isEqualTo(made.getSid());
      statuses.add(callback.value("MessageStatus"));
    }
    assertThat(statuses).containsExactly("sending", "sent", "delivered");
    Message fetched = Message.fetcher(made.getSid()).fetch(sdk);
    assertThat(fetched.getStatus()).isEqualTo(Message.Status.DELIVERED);
    assertThat(fetched.getPrice()).isEqualTo("-0.00790");
    assertThat(fetched.getDateSent()).isNotNull();
  }

  @Test
  void refusals_carry_the_carriers_codes() {
    assertThat(code(new PhoneNumber("12"), HOTLINE, "x")).isEqualTo(21211);
    assertThat(code(ROSA, new PhoneNumber("+12125550199"), "x")).isEqualTo(21606);
    assertThat(code(ROSA, HOTLINE, "")).isEqualTo(21602);
    assertThat(code(ROSA, HOTLINE, "x".repeat(1_601))).isEqualTo(21617);
    simulator
        .carrier()
        .add(
            new VirtualPhone(
                "Bo",
                new org.neighborline.phone.PhoneNumber("+17185550103"),
                VirtualPhone.Role.LEAD,
                "en",
                VirtualPhone.Line.REFUSED));
    assertThat(code(new PhoneNumber("+17185550103"), HOTLINE, "x")).isEqualTo(21614);
  }

  @Test
  void a_person_who_stopped_cannot_be_texted_until_they_start() throws Exception {
    simulator.carrier().text(ROSA.toString(), HOTLINE.toString(), " stop ");
    assertThat(code(ROSA, HOTLINE, "x")).isEqualTo(21610);
    simulator.carrier().text(ROSA.toString(), HOTLINE.toString(), "Unstop");
    assertThat(code(ROSA, HOTLINE, "x")).isZero();
    simulator.advance(Duration.ofSeconds(5));

    assertThat(hotline.next().value("Body")).isEqualTo(" stop ");
    assertThat(hotline.next().value("Body")).isEqualTo("Unstop");
    assertThat(simulator.carrier().messages())
        .filteredOn(m -> m.direction() == SimulatedMessage.Direction.OUTBOUND_REPLY)
        .hasSize(2);
  }

  @Test
  void lists_are_filtered_and_paged_newest_first() throws Exception {
    for (int i = 0; i < 7; i++) {
      simulator.carrier().text(ROSA.toString(), HOTLINE.toString(), "text " + i);
      simulator.advance(Duration.ofHours(6));
    }
    simulator.carrier().text("+17185550102", HOTLINE.toString(), "another");

    var all = Message.reader().setTo(HOTLINE).setFrom(ROSA).setPageSize(2L).read(sdk);
    List<String> bodies = new ArrayList<>();
    all.forEach(message -> bodies.add(message.getBody()));
    assertThat(bodies)
        .containsExactly("text 6", "text 5", "text 4", "text 3", "text 2", "text 1", "text 0");

    var late =
        Message.reader()
            .setTo(HOTLINE)
            .setDateSentAfter(START.plus(Duration.ofHours(30)).atZone(ZoneOffset.UTC))
            .read(sdk);
    List<String> recent = new ArrayList<>();
    late.forEach(message -> recent.add(message.getBody()));
    assertThat(recent).containsExactly("another", "text 6", "text 5");
  }

  @Test
  void a_text_is_redacted_and_deleted() {
    Message made = Message.creator(ROSA, HOTLINE, "secret").create(sdk);

    assertThat(Message.updater(made.getSid()).setBody("").update(sdk).getBody()).isEmpty();
    assertThat(Message.deleter(made.getSid()).delete(sdk)).isTrue();
    assertThatThrownBy(() -> Message.fetcher(made.getSid()).fetch(sdk))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
  }

  @Test
  void a_wrong_token_is_refused() {
    TwilioRestClient stranger =
        new TwilioRestClient.Builder(simulator.carrier().options().accountSid(), "wrong")
            .httpClient(sdk.getHttpClient())
            .build();

    assertThatThrownBy(() -> Message.creator(ROSA, HOTLINE, "x").create(stranger))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20003));
  }

  @Test
  void an_api_key_is_as_good_as_the_account() {
    SimulatorOptions options = simulator.carrier().options();
    TwilioRestClient keyed =
        new TwilioRestClient.Builder("SK" + "0".repeat(32), options.authToken())
            .accountSid(options.accountSid())
            .httpClient(sdk.getHttpClient())
            .build();

    assertThat(Message.creator(ROSA, HOTLINE, "x").create(keyed).getSid()).startsWith("SM");
  }

  @Test
  void the_api_fails_when_told_to() {
    Faults faults = simulator.carrier().faults();
    faults.once(Kind.TOO_MANY_REQUESTS);
    assertThat(code(ROSA, HOTLINE, "x")).isEqualTo(20429);
    faults.once(Kind.SERVER_ERROR);
    assertThat(code(ROSA, HOTLINE, "x")).isEqualTo(20503);
    assertThat(simulator.carrier().messages()).isEmpty();

    faults.once(Kind.HUNG);
    assertThatThrownBy(() -> Message.creator(ROSA, HOTLINE, "hung").create(sdk))
        .isInstanceOf(ApiConnectionException.class);
    assertThat(simulator.carrier().messages()).isEmpty();

    faults.once(Kind.ANSWER_LOST);
    assertThatThrownBy(() -> Message.creator(ROSA, HOTLINE, "lost").create(sdk))
        .isInstanceOf(ApiConnectionException.class);
    assertThat(simulator.carrier().messages())
        .extracting(SimulatedMessage::body)
        .containsExactly("lost");
  }

  @Test
  void a_call_is_created_moved_and_ended() throws Exception {
    Call made =
        Call.creator(ROSA, HOTLINE, URI.create(hotline.url() + "/twilio/voice/urgent"))
            .setStatusCallback(URI.create(hotline.url() + "/twilio/call/status"))
            .setStatusCallbackEvent(List.of("answered", "completed"))
            .create(sdk);
    assertThat(made.getStatus()).isEqualTo(Call.Status.QUEUED);
    assertThat(made.getDirection()).isEqualTo("outbound-api");

    hotline.answer.set(FakeHotline.Answer.twiml("<Record action=\"/twilio/voice/said\"/>"));
    simulator.carrier().act(made.getSid(), new CallAct.Answer());
    assertThat(hotline.next().value("CallStatus")).isEqualTo("in-progress");
    FakeHotline.Received asked = hotline.next();
    assertThat(asked.signed()).isTrue();
    assertThat(asked.path()).isEqualTo("/twilio/voice/urgent");

    simulator.advance(Duration.ofSeconds(1));
    simulator
        .carrier()
        .act(made.getSid(), new CallAct.Speak("food for two", Duration.ofSeconds(3)));
    simulator.carrier().act(made.getSid(), new CallAct.Press("#"));
    assertThat(hotline.next().value("RecordingDuration")).isEqualTo("3");

    var recordings = Recording.reader().setCallSid(made.getSid()).read(sdk).iterator();
    String sid = recordings.next().getSid();
    assertThat(Recording.deleter(sid).delete(sdk)).isTrue();
    assertThat(
            Call.updater(made.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(sdk)
                .getStatus())
        .isEqualTo(Call.Status.COMPLETED);
    assertThat(Call.fetcher(made.getSid()).fetch(sdk).getDuration()).isEqualTo("1");
  }

  private int code(PhoneNumber to, PhoneNumber from, String body) {
    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> Message.creator(to, from, body).create(sdk));
    return refused == null ? 0 : refused.getCode();
  }
}
