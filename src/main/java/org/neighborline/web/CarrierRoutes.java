package org.neighborline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.neighborline.language.Text;
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

  /** The carrier gives up at 15 s; past this we answer without the turn. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private final Gate gate;
  private final Switchboard switchboard;
  private final Function<String, Reading> reader;
  private final CallWords words;
  private final Twiml twiml;
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
      String publicUrl) {}

  CarrierRoutes(Parts parts) {
    this.gate = parts.gate();
    this.switchboard = parts.switchboard();
    this.reader = parts.reader();
    this.words = new CallWords(parts.catalog());
    this.twiml = parts.twiml();
    this.traffic = parts.traffic();
    this.publicUrl = parts.publicUrl();
  }

  void addTo(RoutesConfig routes) {
    routes.post("/twilio/message", context -> admitted(context, form -> message(context, form)));
    routes.post(
        "/twilio/message/status", context -> admitted(context, form -> status(context, form)));
    routes.post(
        "/twilio/voice",
        context ->
            admitted(
                context, form -> call(context, form, "0", Optional.of(new Event.CallArrived()))));
    routes.post(
        "/twilio/voice/step",
        context -> admitted(context, form -> call(context, form, step(context), Optional.empty())));
    routes.post(
        "/twilio/call/status", context -> admitted(context, form -> callStatus(context, form)));
    routes.post(
        "/twilio/recording", context -> admitted(context, _ -> xml(context, OK, Twiml.EMPTY)));
  }

  /** What a route does with a form that the carrier signed. */
  private interface Admitted {
    void take(Form form);
  }

  private void admitted(Context context, Admitted route) {
    Optional<Form> form = gate.admit(context);
    if (form.isPresent()) {
      route.take(form.get());
    } else {
      xml(context, FORBIDDEN, Twiml.EMPTY);
    }
  }

  private void message(Context context, Form form) {
    String sid = form.get("MessageSid").isEmpty() ? form.get("SmsSid") : form.get("MessageSid");
    if (!SID.matcher(sid).matches()) {
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
        patient(turn)
            .thenAccept(answer -> {
              String status = publicUrl + "/twilio/message/status?reply=" + sid;
              xml(context, OK, Twiml.message(answer.text(), status));
              switchboard.replies().handed(inbound);
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
        patient(switchboard.delivered(delivery.get()))
            .thenAccept(_ -> xml(context, OK, Twiml.EMPTY))
            .exceptionally(failed -> unavailable(context, "a status", failed)));
  }

  /** What became of a reply; it is named by the text that it answered. */
  private void reply(Context context, Form form) {
    String sid = context.queryParam("reply");
    OptionalInt error =
        sid != null && SID.matcher(sid).matches() ? Statuses.failure(form) : OptionalInt.empty();
    Optional<PhoneNumber> to = PhoneNumber.exact(form.get("To"));
    if (error.isEmpty() || to.isEmpty()) {
      xml(context, OK, Twiml.EMPTY);
      return;
    }
    String key = String.valueOf(sid);
    context.future(() ->
        patient(switchboard.replies().undelivered(to.get(), key, error.getAsInt()))
            .thenAccept(isNew -> {
              traffic.replyLost(isNew);
              xml(context, OK, Twiml.EMPTY);
            })
            .exceptionally(failed -> unavailable(context, "a status", failed)));
  }

  private void call(Context context, Form form, String step, Optional<Event> known) {
    String sid = form.get("CallSid");
    if (!SID.matcher(sid).matches()) {
      xml(context, BAD_REQUEST, Twiml.EMPTY);
      return;
    }
    Inbound inbound =
        Inbound.call(
            sid, step, PhoneNumber.exact(form.get("From")), known.orElseGet(() -> spoken(form)));
    context.future(() ->
        patient(switchboard.take(inbound))
            .thenAccept(
                answer -> xml(context, OK, twiml.call(answer, publicUrl + CallWords.next(answer))))
            .exceptionally(failed -> callFailed(context, failed)));
  }

  /** What a step of a call brought: a recording, keys, or silence. */
  private Event spoken(Form form) {
    if (form.has("RecordingSid") || form.has("RecordingUrl")) {
      Optional<String> sid =
          Optional.of(form.get("RecordingSid")).filter(s -> SID.matcher(s).matches());
      int seconds = form.number("RecordingDuration", 0);
      return new Event.Recorded(
          sid.filter(_ -> seconds > 0), seconds, form.get("Digits").equals("hangup"));
    }
    String digits = form.get("Digits");
    return digits.isEmpty() ? new Event.Silence() : new Event.Answered(reader.apply(digits), false);
  }

  /**
   * A caller never hears an error: one moment and the same step again, or a kind word and a number.
   */
  private @Nullable Void callFailed(Context context, Throwable failed) {
    Optional<String> in = Optional.ofNullable(context.queryParam(CallWords.LANGUAGE));
    if (isTimeout(failed)) {
      String query = context.req().getQueryString();
      String again = publicUrl + context.req().getRequestURI() + (query == null ? "" : "?" + query);
      xml(context, OK, twiml.again(words.said(Text.VOICE_ONE_MOMENT, in), again));
    } else {
      logged("a call", failed);
      traffic.failed();
      xml(context, OK, twiml.call(words.said(Text.VOICE_BROKEN, in), ""));
    }
    return null;
  }

  private void callStatus(Context context, Form form) {
    String sid = form.get("CallSid");
    if (!SID.matcher(sid).matches() || !Statuses.isCallOver(form)) {
      xml(context, OK, Twiml.EMPTY);
      return;
    }
    Inbound over =
        Inbound.call(sid, "over", PhoneNumber.exact(form.get("From")), new Event.HungUp());
    context.future(() ->
        patient(switchboard.take(over))
            .thenAccept(_ -> xml(context, OK, Twiml.EMPTY))
            .exceptionally(failed -> unavailable(context, "a call's end", failed)));
  }

  private @Nullable Void unavailable(Context context, String what, Throwable failed) {
    logged(what, failed);
    xml(context, UNAVAILABLE, Twiml.EMPTY);
    return null;
  }

  private static <T> CompletableFuture<T> patient(CompletableFuture<T> turn) {
    return turn.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean isTimeout(Throwable failed) {
    return failed instanceof TimeoutException || failed.getCause() instanceof TimeoutException;
  }

  /** The kind of failure only: its message could hold someone's words. */
  private static void logged(String what, Throwable failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    LOG.error(
        "{} could not be taken: {} at {}",
        what,
        cause.getClass().getName(),
        cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "?");
  }

  private static String step(Context context) {
    String turn = context.queryParam("turn");
    return turn != null && turn.matches("[0-9]{1,6}") ? turn : "0";
  }

  private static void xml(Context context, int status, String body) {
    context.status(status).contentType(XML).result(body);
  }
}
