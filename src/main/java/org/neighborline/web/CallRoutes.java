package org.neighborline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neighborline.carrier.twilio.Form;
import org.neighborline.carrier.twilio.Statuses;
import org.neighborline.carrier.twilio.Twiml;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Delivery;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.Wait;
import org.neighborline.language.Catalog;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.switchboard.Inbound;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reading;

/** The webhooks of calls: each step of a caller, of a lead's phone, and how a call ended. */
final class CallRoutes {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final CarrierRoutes carrier;
  private final Patience patience;
  private final Switchboard switchboard;
  private final Function<String, Reading> reader;
  private final Catalog catalog;
  private final CallWords words;
  private final Twiml twiml;
  private final Traffic traffic;
  private final String publicUrl;

  CallRoutes(CarrierRoutes.Parts parts, CarrierRoutes carrier) {
    this.carrier = carrier;
    this.patience = parts.patience();
    this.switchboard = parts.switchboard();
    this.reader = parts.reader();
    this.catalog = parts.catalog();
    this.words = new CallWords(parts.catalog());
    this.twiml = parts.twiml();
    this.traffic = parts.traffic();
    this.publicUrl = parts.publicUrl();
  }

  void addTo(RoutesConfig routes) {
    routes.post(
        "/twilio/voice",
        context ->
            carrier.admitted(
                context, form -> call(context, form, "0", Optional.of(new Event.CallArrived()))));
    routes.post(
        "/twilio/voice/back",
        context ->
            carrier.admitted(
                context, form -> call(context, form, "0", Optional.of(new Event.CalledBack()))));
    routes.post(
        "/twilio/voice/step",
        context ->
            carrier.admitted(
                context, form -> call(context, form, step(context), Optional.empty())));
    routes.post(
        "/twilio/voice/taken-up",
        context -> carrier.admitted(context, form -> takenUp(context, form)));
    routes.post(
        "/twilio/call/status",
        context -> carrier.admitted(context, form -> callStatus(context, form)));
    routes.post(
        "/twilio/voice/lead",
        context -> carrier.admitted(context, form -> leadReached(context, form)));
    routes.post(
        "/twilio/recording", context -> carrier.admitted(context, form -> recorded(context, form)));
  }

  private void call(Context context, Form form, String step, Optional<Event> known) {
    String sid = form.get("CallSid");
    if (!CarrierRoutes.isSid(sid)) {
      CarrierRoutes.xml(context, BAD_REQUEST, Twiml.EMPTY);
      return;
    }
    Inbound inbound = Inbound.call(sid, step, person(form), known.orElseGet(() -> spoken(form)));
    context.future(() ->
        patience
            .with(switchboard.take(inbound))
            .thenAccept(
                answer -> CarrierRoutes.xml(context, OK, twiml.call(answer, links(form, answer))))
            .exceptionally(failed -> callFailed(context, failed)));
  }

  private Twiml.Links links(Form form, Answer answer) {
    return new Twiml.Links(
        publicUrl + CallWords.next(answer),
        form.get(isOurs(form) ? "From" : "To"),
        publicUrl + "/twilio/voice/taken-up",
        publicUrl + "/twilio/recording");
  }

  /** Who is on this leg: of a call that we make, whoever is called. */
  private static Optional<PhoneNumber> person(Form form) {
    return PhoneNumber.exact(form.get(isOurs(form) ? "To" : "From"));
  }

  private static boolean isOurs(Form form) {
    return form.get("Direction").startsWith("outbound");
  }

  /**
   * Whoever takes up a phone to which a call is put through: asked to take it, or told who calls.
   */
  private void takenUp(Context context, Form form) {
    Optional<Event> asked = about(context).map(Event.PickedUp::new);
    if (asked.isPresent()) {
      call(context, form, "0", asked);
      return;
    }
    String tag = context.queryParam("tongue");
    Tongue tongue = catalog.language(tag == null ? "" : tag).map(Tongue::of).orElse(Tongue.ENGLISH);
    Answer answer =
        new Answer(
            List.of(Answer.Line.of(catalog, tongue, Prompt.of(Text.VOICE_FOR_YOU))),
            new Wait.Joined(),
            0);
    CarrierRoutes.xml(context, OK, twiml.call(answer, links(form, answer)));
  }

  /** What a step of a call brought: a recording, keys, or silence. */
  private Event spoken(Form form) {
    if (form.has("DialCallStatus")) {
      return new Event.TransferEnded(
          form.get("DialCallStatus").equals("completed")
              && !form.get("DialBridged").equals("false"),
          Statuses.isCallOver(form));
    }
    if (form.has("RecordingSid") || form.has("RecordingUrl")) {
      Optional<String> sid = Optional.of(form.get("RecordingSid")).filter(CarrierRoutes::isSid);
      int seconds = form.number("RecordingDuration", 0);
      return new Event.Recorded(
          sid.filter(_ -> seconds > 0),
          seconds,
          form.get("Digits").equals("hangup"),
          form.get("Digits"));
    }
    String digits = form.get("Digits");
    return digits.isEmpty() ? new Event.Silence() : new Event.Answered(reader.apply(digits), false);
  }

  /**
   * A caller never hears an error: one moment and the same step again, or a kind word and a number.
   */
  private @Nullable Void callFailed(Context context, Throwable failed) {
    Optional<String> in = Optional.ofNullable(context.queryParam(CallWords.LANGUAGE));
    if (CarrierRoutes.isTimeout(failed)) {
      String query = context.req().getQueryString();
      String again = publicUrl + context.req().getRequestURI() + (query == null ? "" : "?" + query);
      CarrierRoutes.xml(context, OK, twiml.again(words.said(Text.VOICE_ONE_MOMENT, in), again));
    } else {
      CarrierRoutes.logged("a call", failed);
      traffic.failed();
      CarrierRoutes.xml(
          context,
          OK,
          twiml.call(words.said(Text.VOICE_BROKEN, in), new Twiml.Links("", "", "", "")));
    }
    return null;
  }

  /** A lead took up the phone that we rang. */
  private void leadReached(Context context, Form form) {
    call(context, form, "0", about(context).map(Event.LeadReached::new));
  }

  private static Optional<Code> about(Context context) {
    String code = context.queryParam("code");
    return code == null ? Optional.empty() : Code.parse(code);
  }

  private void recorded(Context context, Form form) {
    String sid = form.get("RecordingSid");
    if (!CarrierRoutes.isSid(sid) || !form.get("RecordingStatus").equals("completed")) {
      CarrierRoutes.xml(context, OK, Twiml.EMPTY);
      return;
    }
    context.future(() ->
        patience
            .with(switchboard.recorded(sid))
            .thenAccept(_ -> CarrierRoutes.xml(context, OK, Twiml.EMPTY))
            .exceptionally(failed -> CarrierRoutes.unavailable(context, "a recording", failed)));
  }

  private void callStatus(Context context, Form form) {
    String sid = form.get("CallSid");
    String row = context.queryParam("row");
    if (!CarrierRoutes.isSid(sid) || !Statuses.isCallOver(form)) {
      CarrierRoutes.xml(context, OK, Twiml.EMPTY);
      return;
    }
    if (row != null && row.matches("[0-9]{1,18}") && !form.get("CallStatus").equals("completed")) {
      // Nobody took up the phone: there was no call that could be over.
      Delivery missed =
          new Delivery(Long.parseLong(row), Optional.of(sid), new Delivery.State.Failed(0));
      context.future(() ->
          patience
              .with(switchboard.delivered(missed))
              .thenAccept(_ -> CarrierRoutes.xml(context, OK, Twiml.EMPTY))
              .exceptionally(failed -> CarrierRoutes.unavailable(context, "a call's end", failed)));
      return;
    }
    Inbound over = Inbound.call(sid, "over", person(form), new Event.HungUp());
    context.future(() ->
        patience
            .with(switchboard.take(over))
            .thenAccept(_ -> CarrierRoutes.xml(context, OK, Twiml.EMPTY))
            .exceptionally(failed -> CarrierRoutes.unavailable(context, "a call's end", failed)));
  }

  private static String step(Context context) {
    String turn = context.queryParam("turn");
    return turn != null && turn.matches("[0-9]{1,6}") ? turn : "0";
  }
}
