package org.neighborline.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Agenda.Due;
import org.neighborline.simulator.Exchange.Outcome;
import org.neighborline.simulator.Leg.Wait;
import org.neighborline.simulator.SimulatedCall.Direction;
import org.neighborline.simulator.SimulatedCall.Heard;
import org.neighborline.simulator.SimulatedCall.Status;
import org.neighborline.simulator.Webhook.Purpose;

/**
 * The carrier's calls: how they begin, ring, are answered and end, and what people do on them. What
 * happens between is the document's to say, and {@code CallScript} follows it.
 */
final class Calls {
  private static final int MOST_KEPT = 10_000;

  private final Exchange exchange;
  private final Recordings recordings;
  private final CallScript script;
  private final LinkedHashMap<String, Leg> legs = new LinkedHashMap<>();

  Calls(Exchange exchange) {
    this.exchange = exchange;
    this.recordings = new Recordings();
    this.script = new CallScript(exchange, this, recordings);
  }

  Recordings recordings() {
    return recordings;
  }

  List<SimulatedCall> all() {
    return legs.values().stream().map(Leg::view).toList();
  }

  Optional<Leg> leg(String sid) {
    return Optional.ofNullable(legs.get(sid));
  }

  Optional<SimulatedCall> view(String sid) {
    return leg(sid).map(Leg::view);
  }

  void clear() {
    legs.clear();
    recordings.clear();
  }

  // -- beginnings

  /** A person dials one of the carrier's numbers; the hotline answers at once or never. */
  SimulatedCall dial(String from, String to) {
    Leg leg = begin("", Direction.INBOUND, from, to);
    Webhooks webhooks = exchange.webhooks();
    leg.script = webhooks.voice();
    leg.fallback = webhooks.voiceFallback();
    leg.callback = webhooks.callStatus();
    leg.status = Status.RINGING;
    if (leg.script.isEmpty()) {
      end(leg, Status.FAILED);
    } else {
      script.fetch(leg, leg.script, Map.of());
    }
    return leg.view();
  }

  /** The hotline asks for a call. */
  Sending<SimulatedCall> place(OutboundCall call) {
    Optional<PhoneNumber> to = PhoneNumber.parse(call.to(), "US");
    if (to.isEmpty()) {
      return Sending.refused(21211, "Invalid 'To' Phone Number: " + call.to());
    }
    if (!exchange.ours(call.from())) {
      return Sending.refused(21210, "The source phone number provided is not of this account.");
    }
    if (call.url().isEmpty() && call.twiml().isEmpty()) {
      return Sending.refused(21205, "Url parameter is required.");
    }
    Leg leg = begin("", Direction.OUTBOUND_API, call.from(), to.get().e164());
    leg.script = call.url().isEmpty() ? call.twiml() : call.url();
    leg.fallback = call.fallback();
    leg.callback = call.callback();
    leg.callbackEvents = call.events();
    SimulatedCall made = leg.view();
    notice(leg, "initiated");
    ring(leg, call.timeout());
    return new Sending.Accepted<>(made);
  }

  /** A Dial on another leg calls somebody. */
  Leg dialOut(Leg parent, String callerId, String to, String whisper, Duration timeout) {
    Leg leg = begin(parent.sid, Direction.OUTBOUND_DIAL, callerId, to);
    leg.script = whisper;
    leg.base = parent.base;
    ring(leg, timeout);
    return leg;
  }

  private Leg begin(String parent, Direction direction, String from, String to) {
    Leg leg = new Leg(exchange.sids.next("CA"), parent, direction, from, to, exchange.now());
    legs.put(leg.sid, leg);
    if (legs.size() > MOST_KEPT) {
      legs.pollFirstEntry();
    }
    return leg;
  }

  private void ring(Leg leg, Duration timeout) {
    leg.status = Status.RINGING;
    notice(leg, "ringing");
    exchange.after(timeout, new Due.Wakes(leg.sid, leg.waitFor(new Wait.Ringing())));
  }

  // -- what people do

  void answer(Leg leg) {
    if (!(leg.waiting() instanceof Wait.Ringing)) {
      return;
    }
    leg.status = Status.IN_PROGRESS;
    leg.answered = exchange.now();
    notice(leg, "answered");
    if (leg.direction == Direction.OUTBOUND_DIAL) {
      script.answered(leg);
    } else {
      script.begin(leg, leg.script);
    }
  }

  void press(Leg leg, String digits) {
    leg.hears(new Heard.Did(digits));
    for (int i = 0; i < digits.length(); i++) {
      script.key(leg, digits.charAt(i));
    }
  }

  void speak(Leg leg, String words, Duration length) {
    leg.hears(new Heard.Did(words));
    script.spoke(leg, words, length);
  }

  /** The person lets the line's patience run out. */
  void silence(Leg leg) {
    script.woke(leg);
  }

  /** The person puts the phone down, or does not take it up. */
  void hangUp(Leg leg) {
    if (leg.waiting() instanceof Wait.Ringing) {
      end(leg, leg.direction == Direction.INBOUND ? Status.CANCELED : Status.BUSY);
    } else {
      script.hungUp(leg);
      end(leg, leg.status == Status.RINGING ? Status.CANCELED : Status.COMPLETED);
    }
  }

  /** The hotline moves a live call to another document; no document ends it. */
  void move(Leg leg, String to) {
    if (leg.status.isOver()) {
      return;
    }
    if (to.isEmpty()) {
      end(leg, leg.status == Status.IN_PROGRESS ? Status.COMPLETED : Status.CANCELED);
    } else {
      script.begin(leg, to);
    }
  }

  // -- what the carrier does

  void woke(Due.Wakes wakes) {
    Leg leg = legs.get(wakes.callSid());
    if (leg == null || leg.turn() != wakes.turn()) {
      return;
    }
    if (leg.waiting() instanceof Wait.Ringing) {
      end(leg, Status.NO_ANSWER);
    } else {
      script.woke(leg);
    }
  }

  void answered(Webhook webhook, Purpose.CallStep step, Outcome outcome) {
    Leg leg = legs.get(step.sid());
    if (leg == null || leg.turn() != step.step()) {
      return;
    }
    switch (outcome) {
      case Outcome.Usable(WebhookAnswer.Answered answer) -> script.follow(leg, webhook, answer);
      case Outcome.GivenUp _ -> script.applicationError(leg);
      case Outcome.Again _ -> {}
    }
  }

  /** Ends a leg and tells whoever has to know: its callback, its children, its parent. */
  void end(Leg leg, Status status) {
    if (leg.status.isOver()) {
      return;
    }
    Wait before = leg.waiting();
    leg.status = status;
    leg.ended = exchange.now();
    leg.follow(List.of());
    leg.waitFor(new Wait.Over());
    notice(leg, "completed");
    switch (before) {
      case Wait.Dialling(Twiml _, List<String> children) ->
          children.forEach(child -> leg(child).ifPresent(c -> end(c, Status.CANCELED)));
      case Wait.Bridged(String peer) when leg.parent.isEmpty() ->
          leg(peer).ifPresent(child -> end(child, Status.COMPLETED));
      default -> {}
    }
    if (!leg.parent.isEmpty()) {
      leg(leg.parent).ifPresent(parent -> script.childEnded(parent, leg));
    }
  }

  private void notice(Leg leg, String event) {
    if (leg.callbackEvents.contains(event)) {
      exchange.post(
          new Purpose.CallNotice(leg.sid),
          leg.callback,
          "",
          CallForms.status(exchange.options, leg, exchange.now()),
          Duration.ZERO);
      leg.notices++;
    }
  }

  static Set<String> usualEvents() {
    return Set.of("completed");
  }
}
