package org.neighborline.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.neighborline.carrier.twilio.Form;
import org.neighborline.carrier.twilio.Statuses;
import org.neighborline.carrier.twilio.Twiml;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Event;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Delivery;
import org.neighborline.simulator.Webhook;
import org.neighborline.simulator.Webhook.Purpose;
import org.neighborline.simulator.WebhookAnswer;
import org.neighborline.switchboard.Inbound;

/** Takes the carrier's webhooks as the web does, into whichever process is up. */
final class Door implements Delivery {
  static final String PUBLIC_URL = "https://hotline.invalid";

  private static final String STATUS_URL = PUBLIC_URL + "/twilio/message/status";
  private static final String ROW = "?row=";
  private static final String REPLY = "?reply=";
  private static final String XML = "text/xml; charset=utf-8";
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final City city;
  private final Supplier<Optional<Node>> up;
  private final Accountant accountant;
  private final Deaths deaths;

  /** What becomes of a process in which something was thrown. */
  interface Deaths {
    /** Drops the process: it died, or a turn failed, which must not be. */
    void of(Node node, Throwable thrown);
  }

  Door(City city, Supplier<Optional<Node>> up, Accountant accountant, Deaths deaths) {
    this.city = city;
    this.up = up;
    this.accountant = accountant;
    this.deaths = deaths;
  }

  @Override
  public WebhookAnswer deliver(Webhook webhook) {
    Optional<Node> node = up.get();
    if (node.isEmpty()) {
      return new WebhookAnswer.Unreachable();
    }
    try {
      return switch (webhook.purpose()) {
        case Purpose.InboundText(String sid) -> text(node.get(), sid, webhook.form());
        case Purpose.TextStatus _ -> status(node.get(), webhook);
        case Purpose.CallStep _, Purpose.CallNotice _ -> answered(UNAVAILABLE, Twiml.EMPTY);
      };
    } catch (RuntimeException | Crash thrown) {
      deaths.of(node.get(), thrown);
      return Crash.isIn(thrown) ? new WebhookAnswer.TimedOut() : answered(UNAVAILABLE, Twiml.EMPTY);
    }
  }

  private WebhookAnswer text(Node node, String sid, Map<String, String> form) {
    Optional<PhoneNumber> from = PhoneNumber.exact(form.getOrDefault("From", ""));
    if (from.isEmpty()) {
      return answered(OK, Twiml.EMPTY);
    }
    String body = form.getOrDefault("Body", "");
    Event.Answered said = new Event.Answered(city.reader().apply(body), false);
    Accountant.Before before = accountant.before(sid, from.get());
    Inbound inbound = Inbound.text(sid, from.get(), said);
    Answer answer = node.switchboard().take(inbound).join();
    node.switchboard().replies().handed(inbound);
    accountant.after(before, body, answer);
    return answered(OK, Twiml.message(answer.text(), STATUS_URL + REPLY + sid));
  }

  private static WebhookAnswer status(Node node, Webhook webhook) {
    String about = webhook.address().substring(STATUS_URL.length());
    Map<String, List<String>> values = new HashMap<>();
    webhook.form().forEach((name, value) -> values.put(name, List.of(value)));
    Form form = new Form(values);
    if (about.startsWith(ROW)) {
      Statuses.delivery(Long.parseLong(about.substring(ROW.length())), form)
          .ifPresent(delivery -> node.switchboard().delivered(delivery).join());
    } else if (about.startsWith(REPLY) && Statuses.failure(form).isPresent()) {
      PhoneNumber to = new PhoneNumber(form.get("To"));
      String sid = about.substring(REPLY.length());
      boolean _ =
          node.switchboard()
              .replies()
              .undelivered(to, sid, Statuses.failure(form).getAsInt())
              .join();
    }
    return answered(OK, Twiml.EMPTY);
  }

  private static WebhookAnswer answered(int status, String body) {
    return new WebhookAnswer.Answered(status, XML, body);
  }
}
