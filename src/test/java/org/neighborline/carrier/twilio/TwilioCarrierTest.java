package org.neighborline.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.carrier.Carrier;
import org.neighborline.carrier.Carrier.Sent;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Delays;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.SimulatedMessage;
import org.neighborline.simulator.SimulatorOptions;
import org.neighborline.simulator.SimulatorServer;
import org.neighborline.simulator.VirtualPhone;

/** What the SDK's answers and failures mean for a text, against a server with the same API. */
final class TwilioCarrierTest {
  private static final PhoneNumber OURS = new PhoneNumber("+12125550100");
  private static final PhoneNumber ROSA = new PhoneNumber("+13475550190");

  private final SimulatorServer simulator =
      SimulatorServer.start(SimulatorOptions.defaults().withDelays(Delays.none()));
  private final Carrier carrier = carrier("simulated-token", simulator.url());

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void a_text_goes_out_as_it_was_written_with_its_row_in_the_status_address() {
    Sent sent = send(OURS, "Good news! \u2602 100% & null");
    assertThat(sent).isInstanceOf(Sent.Accepted.class);
    SimulatedMessage message = simulator.carrier().messages().getFirst();
    assertThat(sent).isEqualTo(new Sent.Accepted(message.sid()));
    assertThat(message.body()).isEqualTo("Good news! \u2602 100% & null");
    assertThat(message.to()).isEqualTo(ROSA.e164());
    assertThat(message.callback()).isEqualTo("http://127.0.0.1:1/twilio/message/status?row=42");
  }

  @Test
  void a_text_of_the_word_null_goes_out_too() {
    assertThat(send(OURS, "null")).isInstanceOf(Sent.Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"TOO_MANY_REQUESTS", "SERVER_ERROR"})
  void a_carrier_that_is_not_well_is_asked_once_and_later_again(Kind fault) {
    simulator.carrier().faults().once(fault);
    assertThat(send(OURS, "hello")).isEqualTo(new Sent.Later(Optional.empty()));
    assertThat(simulator.carrier().messages()).isEmpty();
    assertThat(send(OURS, "hello")).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void when_the_answer_is_lost_the_outcome_is_unknown_and_the_text_is_listed() {
    simulator.carrier().faults().once(Kind.ANSWER_LOST);
    Instant before = InstantSource.system().instant().minusSeconds(5);
    assertThat(send(OURS, "hello")).isInstanceOf(Sent.Unknown.class);
    assertThat(carrier.sentTo(OURS, ROSA, before))
        .hasValueSatisfying(
            all -> assertThat(all).extracting(Carrier.Listed::body).containsExactly("hello"));
    assertThat(carrier.sentTo(OURS, new PhoneNumber("+13475550191"), before))
        .hasValueSatisfying(all -> assertThat(all).isEmpty());
  }

  @Test
  void a_carrier_that_cannot_be_reached_has_sent_nothing() {
    Carrier nowhere = carrier("simulated-token", "http://127.0.0.1:1");
    assertThat(nowhere.send(new Carrier.Text(1, OURS, ROSA, "hello")))
        .isEqualTo(new Sent.Later(Optional.empty()));
    assertThat(nowhere.received(OURS, Instant.EPOCH)).isEmpty();
  }

  @Test
  void who_we_are_and_our_number_are_faults_of_ours() {
    assertThat(carrier("wrong", simulator.url()).send(new Carrier.Text(1, OURS, ROSA, "hello")))
        .isEqualTo(new Sent.OurFault(20003));
    assertThat(send(new PhoneNumber("+12125550142"), "hello")).isEqualTo(new Sent.OurFault(21606));
  }

  @Test
  void a_phone_that_takes_no_texts_and_one_that_opted_out_are_refused_for_good() {
    simulator
        .carrier()
        .add(
            new VirtualPhone(
                "desk", ROSA, VirtualPhone.Role.LEAD, "en", VirtualPhone.Line.REFUSED));
    assertThat(send(OURS, "hello")).isEqualTo(new Sent.Refused(21614));
    simulator.carrier().text("+13475550191", OURS.e164(), "STOP");
    assertThat(carrier.send(new Carrier.Text(1, OURS, new PhoneNumber("+13475550191"), "hello")))
        .isEqualTo(new Sent.Refused(21610));
  }

  @Test
  void inbound_texts_are_listed_over_many_pages_with_what_came() {
    for (int i = 0; i < 450; i++) {
      simulator.carrier().text("+13475550190", OURS.e164(), "text " + i, i % 2);
    }
    Instant since = InstantSource.system().instant().minus(Duration.ofDays(1));
    assertThat(carrier.received(OURS, since))
        .hasValueSatisfying(all -> {
          assertThat(all).hasSize(450);
          assertThat(all).extracting(Carrier.Listed::sid).doesNotHaveDuplicates();
          assertThat(all).extracting(Carrier.Listed::media).contains(0, 1);
          assertThat(all).extracting(Carrier.Listed::from).containsOnly("+13475550190");
        });
  }

  private Sent send(PhoneNumber from, String body) {
    return carrier.send(new Carrier.Text(42, from, ROSA, body));
  }

  private Carrier carrier(String secret, String url) {
    String account = simulator.carrier().options().accountSid();
    return new TwilioCarrier(
        new TwilioCarrier.Credentials(account, account, secret, url), "http://127.0.0.1:1");
  }
}
