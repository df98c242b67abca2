package org.neighborline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.simulator.CallAct.Answer;
import org.neighborline.simulator.CallAct.HangUp;
import org.neighborline.simulator.CallAct.Press;
import org.neighborline.simulator.CallAct.Silence;
import org.neighborline.simulator.CallAct.Speak;
import org.neighborline.simulator.SimulatedCall.Awaits;
import org.neighborline.simulator.SimulatedCall.Heard;
import org.neighborline.simulator.SimulatedCall.Status;
import org.neighborline.simulator.WebhookAnswer.Answered;

final class SimulatedCallTest {
  private static final String HOTLINE = "+12125550100";
  private static final String ROSA = "+17185550101";
  private static final String ANA = "+17185550102";
  private static final String BO = "+17185550103";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-24T15:00:00Z"));
  private final SimulatedCarrier carrier =
      new SimulatedCarrier(
          SimulatorOptions.defaults()
              .withClock(clock)
              .withDelays(Delays.none())
              .withWebhooks(new Webhooks("", "", "http://h/voice", "", "http://h/end")));
  private final Map<String, String> documents = new HashMap<>();
  private final List<Webhook> asked = new ArrayList<>();

  @Test
  void a_call_is_welcomed_and_asked_for_a_key() {
    documents.put(
        "http://h/voice",
        "<Say language=\"es-US\">Para español, oprima 2</Say>"
            + "<Gather numDigits=\"1\" action=\"/voice/language\"><Play>/prompts/en/menu</Play></Gather>");
    documents.put("http://h/voice/language", "<Say>Thank you</Say>");
    SimulatedCall call = dial();

    assertThat(asked.getFirst().form())
        .containsEntry("CallStatus", "ringing")
        .containsEntry("Direction", "inbound")
        .containsEntry("Caller", ROSA)
        .containsEntry("FromZip", "");
    assertThat(call.awaits()).isEqualTo(Awaits.KEYS);
    assertThat(call.heard())
        .containsExactly(
            new Heard.Said("es-US", "Para español, oprima 2"),
            new Heard.Played("http://h/prompts/en/menu"));

    call = act(call, new Press("2"));
    assertThat(asked.get(1).form())
        .containsEntry("Digits", "2")
        .containsEntry("FinishedOnKey", "")
        .containsEntry("CallStatus", "in-progress");
    assertThat(call.status()).isEqualTo(Status.COMPLETED);
    assertThat(asked.getLast().address()).isEqualTo("http://h/end");
    assertThat(asked.getLast().form())
        .containsEntry("CallStatus", "completed")
        .containsEntry("CallDuration", "0");
  }

  @Test
  void silence_falls_through_to_the_next_verb_without_a_request() {
    documents.put("http://h/voice", "<Gather action=\"/keys\"/><Say>Are you there?</Say><Gather/>");
    SimulatedCall call = act(dial(), new Silence());

    assertThat(asked).hasSize(1);
    assertThat(call.heard()).contains(new Heard.Said("en-US", "Are you there?"));
    assertThat(call.awaits()).isEqualTo(Awaits.KEYS);
  }

  @Test
  void silence_calls_the_action_where_it_is_asked_to() {
    documents.put("http://h/voice", "<Gather action=\"/keys\" actionOnEmptyResult=\"true\"/>");
    documents.put("http://h/keys", "<Hangup/>");
    act(dial(), new Silence());

    assertThat(asked.get(1).form()).containsEntry("Digits", "");
  }

  @Test
  void time_alone_ends_the_lines_patience() {
    documents.put("http://h/voice", "<Gather timeout=\"7\"/><Say>Goodbye</Say>");
    SimulatedCall call = dial();
    clock.advance(Duration.ofSeconds(6));
    settle();
    assertThat(view(call).status()).isEqualTo(Status.IN_PROGRESS);
    clock.advance(Duration.ofSeconds(1));
    settle();
    assertThat(view(call).status()).isEqualTo(Status.COMPLETED);
    assertThat(asked.getLast().form()).containsEntry("CallDuration", "7");
  }

  @Test
  void a_lone_pound_is_no_input_and_a_pound_after_digits_finishes() {
    documents.put("http://h/voice", "<Gather action=\"/keys\"/><Gather action=\"/keys\"/>");
    documents.put("http://h/keys", "<Hangup/>");
    SimulatedCall call = act(dial(), new Press("#"));
    assertThat(asked).hasSize(1);
    act(call, new Press("112#"));

    assertThat(asked.get(1).form())
        .containsEntry("Digits", "112")
        .containsEntry("FinishedOnKey", "#");
  }

  @Test
  void a_gather_without_action_comes_back_to_where_it_was() {
    documents.put("http://h/voice", "<Gather numDigits=\"1\"/>");
    act(dial(), new Press("9"));

    assertThat(asked.get(1).address()).isEqualTo("http://h/voice");
  }

  @Test
  void a_recording_is_kept_and_told_of() {
    documents.put(
        "http://h/voice",
        "<Record action=\"/said\" maxLength=\"60\" finishOnKey=\"#\""
            + " recordingStatusCallback=\"/recording\"/><Say>Nothing heard</Say>");
    documents.put("http://h/said", "<Hangup/>");
    SimulatedCall call = dial();
    assertThat(call.heard()).containsExactly(new Heard.Beep());
    assertThat(call.awaits()).isEqualTo(Awaits.RECORDING);
    call = act(call, new Speak("My mother needs food", Duration.ofSeconds(4)));
    act(call, new Press("#"));

    Recording recording = carrier.recordings().getFirst();
    assertThat(recording.words()).isEqualTo("My mother needs food");
    assertThat(asked.get(1).form())
        .containsEntry("RecordingDuration", "4")
        .containsEntry("Digits", "#");
    assertThat(asked.get(1).form().get("RecordingUrl")).endsWith("/Recordings/" + recording.sid());
    assertThat(asked).extracting(Webhook::address).contains("http://h/recording");
    byte[] wav = Tone.wav(recording.words(), recording.seconds());
    assertThat(new String(wav, java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("RIFF")
        .contains("My mother needs food");
  }

  @Test
  void an_empty_recording_goes_on_and_a_hang_up_while_speaking_is_told() {
    documents.put(
        "http://h/voice",
        "<Record action=\"/said\"/><Say>Nothing heard</Say><Pause/><Record action=\"/said\"/>");
    SimulatedCall call = act(dial(), new Silence());
    assertThat(call.heard()).contains(new Heard.Said("en-US", "Nothing heard"));
    assertThat(asked).hasSize(1);
    act(call, new Speak("please he", Duration.ofSeconds(1)));
    SimulatedCall over = act(call, new HangUp());

    assertThat(over.status()).isEqualTo(Status.COMPLETED);
    assertThat(asked)
        .anySatisfy(webhook ->
            assertThat(webhook.form())
                .containsEntry("Digits", "hangup")
                .containsEntry("CallStatus", "completed"));
  }

  @Test
  void a_hang_up_in_a_gather_is_told_by_the_status_callback_alone() {
    documents.put("http://h/voice", "<Gather action=\"/keys\"/>");
    act(dial(), new HangUp());

    assertThat(asked)
        .extracting(Webhook::address)
        .containsExactly("http://h/voice", "http://h/end");
  }

  @Test
  void a_dial_whispers_and_bridges_and_goes_on_afterwards() {
    documents.put(
        "http://h/voice",
        "<Dial callerId=\""
            + HOTLINE
            + "\" action=\"/dialled\"><Number url=\"/whisper\">"
            + ANA
            + "</Number><Number>"
            + BO
            + "</Number></Dial>");
    documents.put(
        "http://h/whisper", "<Gather numDigits=\"1\" action=\"/yes\"><Say>Press 1</Say></Gather>");
    documents.put("http://h/yes", "");
    documents.put("http://h/dialled", "<Say>Goodbye</Say>");
    SimulatedCall call = dial();
    SimulatedCall ana = leg(ANA);
    assertThat(ana.awaits()).isEqualTo(Awaits.ANSWER);
    assertThat(ana.from()).isEqualTo(HOTLINE);
    ana = act(ana, new Answer());
    assertThat(leg(BO).status()).isEqualTo(Status.CANCELED);
    assertThat(view(call).awaits()).isEqualTo(Awaits.NOTHING);
    ana = act(ana, new Press("1"));
    assertThat(ana.awaits()).isEqualTo(Awaits.TALK);
    act(call, new Speak("hello", Duration.ofSeconds(1)));
    assertThat(view(ana).heard()).endsWith(new Heard.Talked("hello"));
    clock.advance(Duration.ofSeconds(90));
    act(ana, new HangUp());

    assertThat(asked)
        .anySatisfy(webhook ->
            assertThat(webhook.form())
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialCallDuration", "90"));
    assertThat(view(call).heard()).contains(new Heard.Said("en-US", "Goodbye"));
    assertThat(view(call).status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void a_dial_that_nobody_takes_ends_after_its_time_and_one_without_action_goes_on() {
    documents.put("http://h/voice", "<Dial timeout=\"20\">" + ANA + "</Dial><Say>Sorry</Say>");
    SimulatedCall call = dial();
    clock.advance(Duration.ofSeconds(20));
    settle();

    assertThat(leg(ANA).status()).isEqualTo(Status.NO_ANSWER);
    assertThat(view(call).heard()).contains(new Heard.Said("en-US", "Sorry"));
  }

  @Test
  void a_withheld_caller_cannot_be_the_caller_id() {
    documents.put("http://h/voice", "<Dial action=\"/dialled\">" + ANA + "</Dial>");
    documents.put("http://h/dialled", "<Hangup/>");
    carrier.dial("anonymous", HOTLINE);
    settle();

    assertThat(carrier.alerts()).extracting(Alert::code).contains(13214);
    assertThat(asked.get(1).form()).containsEntry("DialCallStatus", "failed");
  }

  @Test
  void the_hotline_calls_somebody() {
    documents.put("http://h/urgent", "<Say language=\"es-US\">Necesitan comida</Say>");
    carrier.call(
        new OutboundCall(
            ANA,
            HOTLINE,
            "http://h/urgent",
            "",
            "",
            "http://h/call/status",
            Set.of("initiated", "ringing", "answered", "completed"),
            Duration.ofSeconds(25)));
    settle();
    SimulatedCall ana = act(leg(ANA), new Answer());

    assertThat(ana.heard()).containsExactly(new Heard.Said("es-US", "Necesitan comida"));
    assertThat(asked.stream().filter(w -> w.address().endsWith("status")))
        .extracting(w -> w.form().get("CallStatus"), w -> w.form().get("SequenceNumber"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("queued", "0"),
            org.assertj.core.groups.Tuple.tuple("ringing", "1"),
            org.assertj.core.groups.Tuple.tuple("in-progress", "2"),
            org.assertj.core.groups.Tuple.tuple("completed", "3"));
  }

  @Test
  void a_call_to_nobody_is_not_answered_and_a_declined_one_is_busy() {
    SimulatedCall first = place();
    clock.advance(Duration.ofSeconds(25));
    settle();
    assertThat(view(first).status()).isEqualTo(Status.NO_ANSWER);

    assertThat(act(place(), new HangUp()).status()).isEqualTo(Status.BUSY);
  }

  @Test
  void a_hotline_that_fails_ends_the_call_with_the_carriers_own_words() {
    SimulatedCall call = dial();

    assertThat(view(call).status()).isEqualTo(Status.FAILED);
    assertThat(view(call).heard().toString()).contains("application error");
  }

  @Test
  void a_rejected_call_is_never_answered() {
    documents.put("http://h/voice", "<Reject reason=\"busy\"/>");

    assertThat(view(dial()).status()).isEqualTo(Status.BUSY);
  }

  private SimulatedCall place() {
    return switch (carrier.call(
        new OutboundCall(
            ANA, HOTLINE, "", "<Response/>", "", "", Set.of(), Duration.ofSeconds(25)))) {
      case Sending.Accepted<SimulatedCall>(SimulatedCall made) -> made;
      case Sending.Refused<SimulatedCall> refused -> throw new AssertionError(refused);
    };
  }

  private SimulatedCall dial() {
    SimulatedCall call = carrier.dial(ROSA, HOTLINE);
    settle();
    return view(call);
  }

  private SimulatedCall act(SimulatedCall call, CallAct act) {
    carrier.act(call.sid(), act);
    settle();
    return view(call);
  }

  private SimulatedCall view(SimulatedCall call) {
    return carrier.call(call.sid()).orElseThrow();
  }

  private SimulatedCall leg(String person) {
    return carrier.calls().reversed().stream()
        .filter(call -> call.person().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private void settle() {
    carrier.settle(webhook -> {
      asked.add(webhook);
      String document = documents.get(webhook.address());
      return document == null
          ? new Answered(webhook.address().endsWith("voice") ? 500 : 204, "", "")
          : new Answered(200, "text/xml", "<Response>" + document + "</Response>");
    });
  }
}
