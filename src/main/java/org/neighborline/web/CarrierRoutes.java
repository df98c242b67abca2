package org.neighborline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neighborline.carrier.twilio.Form;
import org.neighborline.carrier.twilio.Statuses;
import org.neighborline.carrier.twilio.Twiml;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Delivery;
import org.neighborline.conversation.Event;
import org.neighborline.language.Catalog;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.switchboard.Inbound;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The carrier's webhooks: a checked form in, markup out, always after the commit. */
final class CarrierRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(CarrierRoutes.class);
  private static final String XML = "text/xml; charset=utf-8";
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{2,64}");

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private final Parts parts;
  private final Gate gate;
  private final Switchboard switchboard;
  private final Function<String, Reading> reader;
  private final Traffic traffic;
  private final String publicUrl;

  /** What the routes are made of. */
  record Parts(
      Gate gate,
      Switchboard switchboard,
      Function<String, Reading> reader,
      Catalog catalog,
      Twiml twiml,
      Traffic traffic,
      String publicUrl,
      Patience patience) {}

  CarrierRoutes(Parts parts) {
    this.parts = parts;
    this.gate = parts.gate();
    this.switchboard = parts.switchboard();
    this.reader = parts.reader();
    this.traffic = parts.traffic();
    this.publicUrl = parts.publicUrl();
  }

  void addTo(RoutesConfig routes) {
    routes.post("/twilio/message", context -> admitted(context, form -> message(context, form)));
    routes.post(
        "/twilio/message/status", context -> admitted(context, form -> status(context, form)));
    new CallRoutes(parts, this).addTo(routes);
  }

  /** What a route does with a form that the carrier signed. */
  interface Admitted {
    void take(Form form);
  }

  void admitted(Context context, Admitted route) {
    Optional<Form> form = gate.admit(context);
    if (form.isPresent()) {
      route.take(form.get());
    } else {
      xml(context, FORBIDDEN, Twiml.EMPTY);
    }
  }

  private void message(Context context, Form form) {
    String sid = form.get("MessageSid").isEmpty() ? form.get("SmsSid") : form.get("MessageSid");
    if (!isSid(sid)) {
      xml(context, BAD_REQUEST, Twiml.EMPTY);
      return;
    }
    Optional<PhoneNumber> from = PhoneNumber.exact(form.get("From"));
    if (from.isEmpty()) {
      // A short code or a name is a machine; answering it starts a loop.
      traffic.notAPerson();
      xml(context, OK, Twiml.EMPTY);
      return;
    }
    Reading reading = reader.apply(form.get("Body"));
    Inbound inbound =
        Inbound.text(sid, from.get(), new Event.Answered(reading, form.number("NumMedia", 0) > 0));
    CompletableFuture<Answer> turn = switchboard.take(inbound);
    context.future(() ->
        parts
            .patience()
            .with(turn)
            .thenAccept(answer -> {
              String status = publicUrl + "/twilio/message/status?reply=" + sid;
              Written.when(context, () -> switchboard.replies().handed(inbound));
              xml(context, OK, Twiml.message(answer.text(), status));
            })
            .exceptionally(failed -> late(context, inbound, turn, failed)));
  }

  /**
   * Past our patience the text gets an empty answer, and its reply goes out as a text when it is
   * there.
   */
  private @Nullable Void late(
      Context context, Inbound inbound, CompletableFuture<Answer> turn, Throwable failed) {
    if (isTimeout(failed)) {
      turn.thenCompose(answer -> switchboard.sendLate(inbound, answer))
          .whenComplete((_, _) -> switchboard.replies().handed(inbound))
          .exceptionally(lost -> {
            logged("a late reply", lost);
            return false;
          });
      xml(context, OK, Twiml.EMPTY);
    } else {
      logged("a text", failed);
      switchboard.replies().handed(inbound);
      traffic.failed();
      // The carrier's fallback runs on 5xx.
      xml(context, UNAVAILABLE, Twiml.EMPTY);
    }
    return null;
  }

  private void status(Context context, Form form) {
    String row = context.queryParam("row");
    Optional<Delivery> delivery =
        row != null && row.matches("[0-9]{1,18}")
            ? Statuses.delivery(Long.parseLong(row), form)
            : Optional.empty();
    if (delivery.isEmpty()) {
      reply(context, form);
      return;
    }
    context.future(() ->
        parts
            .patience()
            .with(switchboard.delivered(delivery.get()))
            .thenAccept(_ -> xml(context, OK, Twiml.EMPTY))
            .exceptionally(failed -> unavailable(context, "a status", failed)));
  }

  /** What became of a reply; it is named by the text that it answered. */
  private void reply(Context context, Form form) {
    String sid = context.queryParam("reply");
    OptionalInt error = sid != null && isSid(sid) ? Statuses.failure(form) : OptionalInt.empty();
    Optional<PhoneNumber> to = PhoneNumber.exact(form.get("To"));
    if (error.isEmpty() || to.isEmpty()) {
      xml(context, OK, Twiml.EMPTY);
      return;
    }
    String key = String.valueOf(sid);
    context.future(() ->
        parts
            .patience()
            .with(switchboard.replies().undelivered(to.get(), key, error.getAsInt()))
            .thenAccept(isNew -> {
              traffic.replyLost(isNew);
              xml(context, OK, Twiml.EMPTY);
            })
            .exceptionally(failed -> unavailable(context, "a status", failed)));
  }

  static @Nullable Void unavailable(Context context, String what, Throwable failed) {
    logged(what, failed);
    xml(context, UNAVAILABLE, Twiml.EMPTY);
    return null;
  }

  static boolean isTimeout(Throwable failed) {
    return failed instanceof TimeoutException || failed.getCause() instanceof TimeoutException;
  }

  /** The kind of failure only: its message could hold someone's words. */
  static void logged(String what, Throwable failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    LOG.error(
        "{} could not be taken: {} at {}",
        what,
        cause.getClass().getName(),
        cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "?");
  }

  /** Whether this can be a name that the carrier gave. */
  static boolean isSid(String text) {
    return SID.matcher(text).matches();
  }

  static void xml(Context context, int status, String body) {
    context.status(status).contentType(XML).result(body);
  }
}
