package org.neighborline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.simulator.Agenda.Due;
import org.neighborline.simulator.Exchange.Outcome;
import org.neighborline.simulator.SimulatedMessage.Direction;
import org.neighborline.simulator.Webhook.Purpose;

/**
 * The carrier as a value that is stepped: numbers, phones, texts and calls, and what goes wrong.
 *
 * <p>Nothing in it sleeps, sends or reads a clock of its own. Whoever drives it takes the webhooks
 * that are {@link #due}, delivers them, and brings back what was {@link #answered}; {@link #settle}
 * does both on one thread. The same options and the same steps give the same carrier, sids and all.
 * Safe for use by many threads.
 */
public final class SimulatedCarrier {
  /** More steps than any honest exchange takes at one instant; beyond it something loops. */
  private static final int MOST_STEPS = 100_000;

  private final Exchange exchange;
  private final Texts texts;
  private final Calls calls;
  private int underway;
  private long version;

  public SimulatedCarrier(SimulatorOptions options) {
    this.exchange = new Exchange(options);
    this.texts = new Texts(exchange);
    this.calls = new Calls(exchange);
  }

  // -- what the hotline asks of its carrier

  /** Takes a text to send, or refuses it at once with the carrier's code. */
  public synchronized Sending<SimulatedMessage> send(OutboundText text) {
    Sending<SimulatedMessage> sending = texts.send(text, Direction.OUTBOUND_API);
    changed();
    return sending;
  }

  public synchronized Optional<SimulatedMessage> message(String sid) {
    return texts.bySid(sid);
  }

  /** Every text of either direction, the oldest first. */
  public synchronized List<SimulatedMessage> messages() {
    return texts.all();
  }

  /** Texts of either direction that began at a moment or later, the oldest first. */
  public synchronized List<SimulatedMessage> messagesSince(Instant moment) {
    return texts.newest(message -> message.created().isBefore(moment));
  }

  /** Texts that began after the one with this sid, the oldest first; all when it is unknown. */
  public synchronized List<SimulatedMessage> messagesAfter(String sid) {
    return texts.newest(message -> message.sid().equals(sid));
  }

  /** Takes a text's words away for good, and keeps the rest. */
  public synchronized void redact(String sid) {
    texts.redact(sid);
    changed();
  }

  /** Forgets a text; says whether there was one. */
  public synchronized boolean delete(String sid) {
    boolean deleted = texts.delete(sid);
    changed();
    return deleted;
  }

  /** Makes a call, or refuses it at once with the carrier's code. */
  public synchronized Sending<SimulatedCall> call(OutboundCall call) {
    Sending<SimulatedCall> sending = calls.place(call);
    changed();
    return sending;
  }

  public synchronized Optional<SimulatedCall> call(String sid) {
    return calls.view(sid);
  }

  /** Every leg of every call, the oldest first. */
  public synchronized List<SimulatedCall> calls() {
    return calls.all();
  }

  /** Ends a call, or moves it on to another document: an address, or the TwiML itself. */
  public synchronized void move(String sid, String script) {
    calls.leg(sid).ifPresent(leg -> calls.move(leg, script));
    changed();
  }

  public synchronized List<Recording> recordings() {
    return calls.recordings().all();
  }

  public synchronized Optional<Recording> recording(String sid) {
    return calls.recordings().bySid(sid);
  }

  /** Forgets a recording; says whether there was one. */
  public synchronized boolean deleteRecording(String sid) {
    return calls.recordings().delete(sid);
  }

  // -- what people do with their phones

  /** A person calls one of the hotline's numbers. */
  public synchronized SimulatedCall dial(String from, String to) {
    SimulatedCall call = calls.dial(from, to);
    changed();
    return call;
  }

  /** A person on a leg answers, presses, speaks, keeps silent or hangs up. */
  public synchronized SimulatedCall act(String sid, CallAct act) {
    Leg leg =
        calls.leg(sid).orElseThrow(() -> new IllegalArgumentException("no such call: " + sid));
    switch (act) {
      case CallAct.Answer _ -> calls.answer(leg);
      case CallAct.Press(String digits) -> calls.press(leg, digits);
      case CallAct.Speak(String words, Duration length) -> calls.speak(leg, words, length);
      case CallAct.Silence _ -> calls.silence(leg);
      case CallAct.HangUp _ -> calls.hangUp(leg);
    }
    changed();
    return leg.view();
  }

  /** A person texts one of the hotline's numbers. */
  public SimulatedMessage text(String from, String to, String body) {
    return text(from, to, body, 0);
  }

  /** The same, with pictures. */
  public synchronized SimulatedMessage text(String from, String to, String body, int media) {
    SimulatedMessage message = texts.receive(from, to, body, media);
    changed();
    return message;
  }

  /** Adds a phone, or replaces the one that has its number. */
  public synchronized void add(VirtualPhone phone) {
    exchange.add(phone);
    changed();
  }

  public synchronized List<VirtualPhone> phones() {
    return List.copyOf(exchange.phones());
  }

  /** Whether the carrier refuses texts from this number of ours to this person (21610). */
  public synchronized boolean stopped(String person, String number) {
    return texts.stopped(person, number);
  }

  // -- how it is driven

  /** When something will happen by itself. */
  public synchronized Optional<Instant> nextDue() {
    return exchange.agenda().next();
  }

  /** Lives until now, and returns the webhooks that are to be delivered; each must be answered. */
  public synchronized List<Webhook> due() {
    List<Webhook> webhooks = new ArrayList<>();
    Instant now = exchange.now();
    int steps = 0;
    for (Optional<Due> next = exchange.agenda().take(now);
        next.isPresent();
        next = exchange.agenda().take(now)) {
      if (++steps > MOST_STEPS) {
        throw new IllegalStateException("the simulated carrier loops at " + now);
      }
      happen(next.get(), webhooks);
    }
    if (steps > 0) {
      changed();
    }
    return webhooks;
  }

  private void happen(Due due, List<Webhook> webhooks) {
    switch (due) {
      case Due.Moves moves -> texts.moved(moves);
      case Due.Posts(Webhook webhook) -> {
        underway++;
        boolean asked = !(webhook.purpose() instanceof Purpose.TextStatus);
        if (asked && exchange.faults.strikes(Faults.Kind.WEBHOOK_UNREACHABLE)) {
          answered(webhook, new WebhookAnswer.Unreachable());
        } else {
          webhooks.add(webhook);
        }
      }
      case Due.Wakes wakes -> calls.woke(wakes);
    }
  }

  /** Takes what became of a webhook: texts go out, calls go on, or another attempt is planned. */
  public synchronized void answered(Webhook webhook, WebhookAnswer answer) {
    underway--;
    Outcome outcome = exchange.settle(webhook, answer);
    switch (webhook.purpose()) {
      case Purpose.InboundText _ -> {
        if (outcome instanceof Outcome.Usable(WebhookAnswer.Answered usable)) {
          texts.answered(webhook, usable);
        }
      }
      case Purpose.CallStep step -> calls.answered(webhook, step, outcome);
      case Purpose.TextStatus _, Purpose.CallNotice _ -> {}
    }
    changed();
  }

  /** Delivers all that is due now, and what follows from it, on the caller's thread. */
  public int settle(Delivery delivery) {
    int delivered = 0;
    for (List<Webhook> webhooks = due(); !webhooks.isEmpty(); webhooks = due()) {
      for (Webhook webhook : webhooks) {
        answered(webhook, delivery.deliver(webhook));
        if (++delivered > MOST_STEPS) {
          throw new IllegalStateException("the hotline and its carrier talk in a loop");
        }
      }
    }
    return delivered;
  }

  // -- what is to be seen and set

  public Faults faults() {
    return exchange.faults;
  }

  public SimulatorOptions options() {
    return exchange.options;
  }

  public synchronized List<Alert> alerts() {
    return exchange.alerts();
  }

  public synchronized Webhooks webhooks() {
    return exchange.webhooks();
  }

  /** Changes where the hotline is called from now on. */
  public synchronized void use(Webhooks webhooks) {
    exchange.use(webhooks);
  }

  /** Forgets every text, call, opt-out, fault and plan; phones and webhooks stay. */
  public synchronized void reset() {
    texts.clear();
    calls.clear();
    exchange.clear();
    changed();
  }

  /** Counts every change, so that a viewer can tell whether it has seen the newest state. */
  public synchronized long version() {
    return version;
  }

  /** Waits until there is something newer, in real time; returns the version there is. */
  public synchronized long awaitChange(long seen, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (version == seen) {
      long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return version;
  }

  /** Whether nothing is due now and no webhook is being delivered. */
  public synchronized boolean isIdle() {
    Instant now = exchange.now();
    return underway == 0 && exchange.agenda().next().filter(at -> !at.isAfter(now)).isEmpty();
  }

  synchronized void reachedAt(String url) {
    exchange.reachedAt(url);
  }

  /** Tells the waiting that time has moved. */
  synchronized void changed() {
    version++;
    notifyAll();
  }
}
