package org.neighborline.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Agenda.Due;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.Webhook.Purpose;
import org.neighborline.simulator.WebhookAnswer.Answered;

/**
 * What texts and calls share: time, sids, phones, faults, and the sending of webhooks with the
 * carrier's own patience. Not thread-safe; {@code SimulatedCarrier} holds the lock.
 */
final class Exchange {
  private static final int MOST_ALERTS = 500;

  /** What to do after an attempt at a webhook. */
  sealed interface Outcome {
    record Usable(Answered answer) implements Outcome {}

    /** Another attempt, or the fallback, is under way. */
    record Again() implements Outcome {}

    record GivenUp(int code) implements Outcome {}
  }

  final SimulatorOptions options;
  final Faults faults;
  final Sids sids;
  private final Agenda agenda = new Agenda();
  private final Map<String, VirtualPhone> phones = new LinkedHashMap<>();
  private final Deque<Alert> alerts = new ArrayDeque<>();
  private Webhooks webhooks;
  private String url = "https://carrier.invalid";

  Exchange(SimulatorOptions options) {
    this.options = options;
    this.faults = new Faults(options.seed());
    this.sids = new Sids(options.seed());
    this.webhooks = options.webhooks();
    options.phones().forEach(this::add);
  }

  Instant now() {
    return options.clock().instant();
  }

  Agenda agenda() {
    return agenda;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  void use(Webhooks changed) {
    webhooks = changed;
  }

  /** Where this carrier's own API is reached, for the addresses of recordings. */
  void reachedAt(String address) {
    url = address;
  }

  String account() {
    return url + "/2010-04-01/Accounts/" + options.accountSid();
  }

  void add(VirtualPhone phone) {
    phones.put(phone.number().e164(), phone);
  }

  Collection<VirtualPhone> phones() {
    return phones.values();
  }

  VirtualPhone.Line line(String number) {
    VirtualPhone phone = phones.get(number);
    return phone == null ? VirtualPhone.Line.MOBILE : phone.line();
  }

  /** Whether the number is one the hotline rents here. */
  boolean ours(String number) {
    return options.numbers().stream().map(PhoneNumber::e164).anyMatch(number::equals);
  }

  void after(Duration wait, Due due) {
    agenda.add(now().plus(wait), due);
  }

  List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  void alert(int code, String about) {
    alerts.addLast(new Alert(now(), code, about));
    if (alerts.size() > MOST_ALERTS) {
      alerts.removeFirst();
    }
  }

  /** Everything that is only about now goes; phones, numbers and webhooks stay. */
  void clear() {
    agenda.clear();
    alerts.clear();
    faults.clear();
  }

  /** Plans a webhook, as late, as often and as lost as the faults will have it. */
  void post(Purpose purpose, String url, String fallback, Map<String, String> form, Duration wait) {
    if (url.isEmpty()) {
      return;
    }
    Webhook webhook = new Webhook(sids.token(), purpose, url, fallback, form, 0, now().plus(wait));
    switch (purpose) {
      case Purpose.InboundText _ ->
          plan(webhook, wait, Kind.WEBHOOK_LOST, Kind.WEBHOOK_LATE, Kind.WEBHOOK_DOUBLED);
      case Purpose.TextStatus _, Purpose.CallNotice _ ->
          plan(
              webhook,
              faults.strikes(Kind.CALLBACK_REORDERED) ? wait.plus(overtaken()) : wait,
              Kind.CALLBACK_LOST,
              Kind.CALLBACK_LATE,
              Kind.CALLBACK_DOUBLED);
      case Purpose.CallStep _ -> after(wait, new Due.Posts(webhook));
    }
  }

  private void plan(Webhook webhook, Duration wait, Kind lost, Kind late, Kind doubled) {
    if (faults.strikes(lost)) {
      return;
    }
    Duration then = faults.strikes(late) ? wait.plus(options.delays().late()) : wait;
    after(then, new Due.Posts(webhook));
    if (faults.strikes(doubled)) {
      after(then, new Due.Posts(webhook));
    }
  }

  /** Long enough for the two statuses that follow to come first. */
  private Duration overtaken() {
    Delays delays = options.delays();
    return delays.sent().plus(delays.delivered()).plus(Duration.ofMillis(500));
  }

  /** Judges one attempt: usable, worth another one, for the fallback, or lost. */
  Outcome settle(Webhook webhook, WebhookAnswer heard) {
    boolean lost =
        !(webhook.purpose() instanceof Purpose.TextStatus)
            && heard instanceof Answered
            && faults.strikes(Kind.WEBHOOK_ANSWER_LOST);
    WebhookAnswer answer = lost ? new WebhookAnswer.TimedOut() : heard;
    if (answer instanceof Answered usable && usable.status() / 100 == 2) {
      return new Outcome.Usable(usable);
    }
    ConnectionOverrides overrides = ConnectionOverrides.of(webhook.url());
    boolean patient = now().isBefore(webhook.first().plus(overrides.total()));
    if (patient && webhook.attempt() < overrides.retries() && overrides.retries(answer)) {
      after(Duration.ZERO, new Due.Posts(webhook.again()));
      return new Outcome.Again();
    }
    return switch (answer) {
      case WebhookAnswer.Unreachable _ -> fallBack(webhook, 11205, "no connection");
      case WebhookAnswer.TimedOut _ -> fallBack(webhook, 11200, "no answer in time");
      case Answered(int status, String _, String _) ->
          fallBack(webhook, 11200, "answered " + status);
    };
  }

  /** The webhook failed for good, or its answer was of no use: ask the fallback if there is one. */
  Outcome fallBack(Webhook webhook, int code, String about) {
    alert(code, about + ": " + webhook.address());
    if (webhook.fallback().isEmpty()) {
      return new Outcome.GivenUp(code);
    }
    after(Duration.ZERO, new Due.Posts(webhook.toFallback(code, now())));
    return new Outcome.Again();
  }

  /** An address in an answer, seen from the webhook that gave it; empty stays empty. */
  Optional<String> absolute(Webhook webhook, String address) {
    return address.isEmpty() ? Optional.of("") : resolve(webhook.address(), address);
  }

  Optional<String> resolve(String base, String address) {
    try {
      return Optional.of(URI.create(base).resolve(address).toString());
    } catch (IllegalArgumentException e) {
      alert(11100, "not an address in the answer of " + base);
      return Optional.empty();
    }
  }
}
