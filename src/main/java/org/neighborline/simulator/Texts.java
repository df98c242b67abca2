package org.neighborline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Agenda.Due;
import org.neighborline.simulator.SimulatedMessage.Change;
import org.neighborline.simulator.SimulatedMessage.Direction;
import org.neighborline.simulator.SimulatedMessage.Status;
import org.neighborline.simulator.Webhook.Purpose;
import org.neighborline.simulator.WebhookAnswer.Answered;

/** The carrier's texts: what is accepted, how it lives, and what a webhook's answer sends. */
final class Texts {
  private static final int LONGEST = 1_600;
  private static final int MOST_KEPT = 100_000;
  private static final int MOST_REDIRECTS = 10;

  private final Exchange exchange;
  private final OptOuts optOuts = new OptOuts();
  private final LinkedHashMap<String, SimulatedMessage> bySid = new LinkedHashMap<>();

  Texts(Exchange exchange) {
    this.exchange = exchange;
  }

  List<SimulatedMessage> all() {
    return new ArrayList<>(bySid.values());
  }

  /** The newest texts back to the first that is too old, the oldest first. */
  List<SimulatedMessage> newest(Predicate<SimulatedMessage> tooOld) {
    List<SimulatedMessage> newest = new ArrayList<>();
    for (SimulatedMessage message : bySid.sequencedValues().reversed()) {
      if (tooOld.test(message)) {
        break;
      }
      newest.add(message);
    }
    return newest.reversed();
  }

  Optional<SimulatedMessage> bySid(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  void redact(String sid) {
    bySid.computeIfPresent(sid, (_, message) -> message.redacted());
  }

  boolean delete(String sid) {
    return bySid.remove(sid) != null;
  }

  void clear() {
    bySid.clear();
    optOuts.clear();
  }

  boolean stopped(String person, String number) {
    return optOuts.stopped(person, number);
  }

  Sending<SimulatedMessage> send(OutboundText text, Direction direction) {
    if (text.to().isEmpty()) {
      return Sending.refused(21604, "A 'To' phone number is required.");
    }
    Optional<PhoneNumber> to = PhoneNumber.parse(text.to(), "US");
    if (to.isEmpty()) {
      return Sending.refused(21211, "Invalid 'To' Phone Number: " + text.to());
    }
    return send(text, to.get().e164(), direction);
  }

  private Sending<SimulatedMessage> send(OutboundText text, String to, Direction direction) {
    String from =
        text.from().startsWith("MG")
            ? exchange.options.numbers().getFirst().e164()
            : PhoneNumber.parse(text.from(), "US").map(PhoneNumber::e164).orElse(text.from());
    if (from.isEmpty()) {
      return Sending.refused(21603, "A 'From' phone number is required.");
    }
    if (!exchange.ours(from)) {
      return Sending.refused(21606, "The 'From' phone number is not a number of this account.");
    }
    if (text.body().isEmpty() && text.media() == 0) {
      return Sending.refused(21602, "Message body is required.");
    }
    if (text.body().codePointCount(0, text.body().length()) > LONGEST) {
      return Sending.refused(21617, "The concatenated message body exceeds 1600 characters.");
    }
    if (to.equals(from)) {
      return Sending.refused(21266, "'To' and 'From' number cannot be the same.");
    }
    int refusal = refusal(to, from);
    if (refusal != 0) {
      return Sending.refused(refusal, "The carrier does not text this number (" + refusal + ").");
    }
    return new Sending.Accepted<>(queue(direction, from, to, text));
  }

  private int refusal(String to, String from) {
    return optOuts.stopped(to, from) ? 21610 : exchange.line(to).refusal();
  }

  private SimulatedMessage queue(Direction direction, String from, String to, OutboundText text) {
    SimulatedMessage message =
        keep(direction, from, to, text.body(), text.media(), text.callback(), Status.QUEUED);
    Delays delays = exchange.options.delays();
    VirtualPhone.Line line =
        exchange.faults.strikes(Faults.Kind.UNDELIVERED)
            ? VirtualPhone.Line.SWITCHED_OFF
            : exchange.line(to);
    Duration wait = delays.sending();
    move(message, wait, Status.SENDING, 0);
    if (line.end() != Status.FAILED) {
      wait = wait.plus(delays.sent());
      move(message, wait, Status.SENT, 0);
    }
    if (line.end() != Status.SENT) {
      move(message, wait.plus(delays.delivered()), line.end(), line.error());
    }
    return message;
  }

  private void move(SimulatedMessage message, Duration wait, Status next, int error) {
    exchange.after(wait, new Due.Moves(message.sid(), next, error));
  }

  private SimulatedMessage keep(
      Direction direction,
      String from,
      String to,
      String body,
      int media,
      String callback,
      Status status) {
    String sid = exchange.sids.next(media > 0 ? "MM" : "SM");
    List<Change> life = List.of(new Change(status, exchange.now()));
    SimulatedMessage message =
        new SimulatedMessage(sid, direction, from, to, body, media, 0, callback, life);
    bySid.put(sid, message);
    if (bySid.size() > MOST_KEPT) {
      bySid.pollFirstEntry();
    }
    return message;
  }

  /** A text's time for its next status has come: it moves, and the callback is told. */
  void moved(Due.Moves moves) {
    SimulatedMessage before = bySid.get(moves.messageSid());
    if (before == null || before.status().isFinal()) {
      return;
    }
    SimulatedMessage message = before.moved(moves.next(), moves.error(), exchange.now());
    bySid.put(message.sid(), message);
    exchange.post(
        new Purpose.TextStatus(message.sid()),
        message.callback(),
        "",
        TextForms.status(exchange.options, message),
        Duration.ZERO);
  }

  /** A person sends a text to one of the carrier's numbers. */
  SimulatedMessage receive(String from, String to, String body, int media) {
    SimulatedMessage message = keep(Direction.INBOUND, from, to, body, media, "", Status.RECEIVED);
    String own = optOuts.read(from, to, body);
    if (!own.isEmpty()) {
      queue(Direction.OUTBOUND_REPLY, to, from, new OutboundText(from, to, own, 0, ""));
    }
    Webhooks webhooks = exchange.webhooks();
    exchange.post(
        new Purpose.InboundText(message.sid()),
        webhooks.message(),
        webhooks.messageFallback(),
        TextForms.inbound(exchange.options, message),
        exchange.options.delays().webhook());
    return message;
  }

  /** Does what the answer to an inbound text says. */
  void answered(Webhook webhook, Answered answer) {
    String type = answer.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (answer.body().isBlank()) {
      return;
    }
    switch (type) {
      // The trap that texts stack traces to people.
      case "text/plain" -> reply(webhook, answer.body().strip(), "", "", "");
      case "text/xml", "application/xml", "text/html" -> {
        Optional<Twiml> document = document(webhook, answer.body());
        document.ifPresent(response -> follow(webhook, response));
      }
      default -> exchange.fallBack(webhook, 12300, "content type " + type);
    }
  }

  private Optional<Twiml> document(Webhook webhook, String xml) {
    if (xml.length() > Twiml.LONGEST) {
      exchange.fallBack(webhook, 11750, "more than 64 kB");
      return Optional.empty();
    }
    Optional<Twiml> document = Twiml.parse(xml);
    if (document.isEmpty()) {
      exchange.fallBack(webhook, 12100, "not TwiML");
    }
    return document;
  }

  private void follow(Webhook webhook, Twiml response) {
    for (Twiml verb : response.children()) {
      switch (verb.name()) {
        case "Message", "Sms" -> message(webhook, verb);
        case "Redirect" -> {
          redirect(webhook, verb);
          return;
        }
        default -> exchange.alert(12200, "no verb of a text's answer: " + verb.name());
      }
    }
  }

  private void redirect(Webhook webhook, Twiml verb) {
    if (webhook.attempt() >= MOST_REDIRECTS) {
      exchange.alert(11215, "too many redirects: " + webhook.address());
      return;
    }
    exchange
        .absolute(webhook, verb.text())
        .ifPresent(url -> exchange.after(Duration.ZERO, new Due.Posts(webhook.redirected(url))));
  }

  private void message(Webhook webhook, Twiml verb) {
    String body =
        verb.children().stream()
            .filter(child -> child.name().equals("Body"))
            .map(Twiml::text)
            .findFirst()
            .orElse(verb.text());
    exchange
        .absolute(webhook, verb.attribute("statusCallback", ""))
        .ifPresent(callback ->
            reply(webhook, body, verb.attribute("to", ""), verb.attribute("from", ""), callback));
  }

  private void reply(Webhook webhook, String body, String to, String from, String callback) {
    OutboundText text =
        new OutboundText(
            to.isEmpty() ? webhook.form().getOrDefault("From", "") : to,
            from.isEmpty() ? webhook.form().getOrDefault("To", "") : from,
            body,
            0,
            callback);
    switch (send(text, Direction.OUTBOUND_REPLY)) {
      case Sending.Accepted<SimulatedMessage> _ -> {}
      case Sending.Refused<SimulatedMessage> refused ->
          exchange.alert(refused.code(), "a reply was not sent: " + refused.reason());
    }
  }
}
