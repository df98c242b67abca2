package org.neighborline.simulator;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The carrier's REST API for calls and recordings. */
final class RestVoiceApi {
  private static final int RINGS_SECONDS = 60;

  private final SimulatedCarrier carrier;
  private final RestJson json;

  RestVoiceApi(SimulatedCarrier carrier) {
    this.carrier = carrier;
    this.json = new RestJson(carrier.options());
  }

  void routes(JavalinConfig config) {
    config.routes.post(Wire.ROOT + "/Calls.json", this::create);
    config.routes.get(Wire.ROOT + "/Calls.json", this::list);
    config.routes.get(Wire.ROOT + "/Calls/{sid}", this::fetch);
    config.routes.post(Wire.ROOT + "/Calls/{sid}", this::update);
    config.routes.get(Wire.ROOT + "/Recordings.json", this::recordings);
    config.routes.get(Wire.ROOT + "/Recordings/{sid}", this::recording);
    config.routes.delete(Wire.ROOT + "/Recordings/{sid}", this::delete);
  }

  private void create(Context context) {
    Set<String> events = new HashSet<>(context.formParams("StatusCallbackEvent"));
    OutboundCall call =
        new OutboundCall(
            Wire.parameter(context, "To"),
            Wire.parameter(context, "From"),
            Wire.parameter(context, "Url"),
            Wire.parameter(context, "Twiml"),
            Wire.parameter(context, "FallbackUrl"),
            Wire.parameter(context, "StatusCallback"),
            events.isEmpty() ? Set.of("completed") : events,
            Duration.ofSeconds(Wire.number(Wire.parameter(context, "Timeout"), RINGS_SECONDS)));
    switch (carrier.call(call)) {
      case Sending.Accepted<SimulatedCall>(SimulatedCall made) -> {
        context.status(201);
        Json.write(context, call(made));
      }
      case Sending.Refused<SimulatedCall>(int status, int code, String reason) ->
          Wire.refuse(context, status, code, reason);
    }
  }

  private void list(Context context) {
    String to = Wire.query(context, "To");
    String from = Wire.query(context, "From");
    String status = Wire.query(context, "Status");
    List<SimulatedCall> found =
        carrier.calls().reversed().stream()
            .filter(call -> to.isEmpty() || to.equals(call.to()))
            .filter(call -> from.isEmpty() || from.equals(call.from()))
            .filter(call -> status.isEmpty() || status.equals(call.status().wire()))
            .toList();
    Wire.page(context, json, "calls", found, this::call);
  }

  private void fetch(Context context) {
    carrier
        .call(Wire.sid(context))
        .ifPresentOrElse(call -> Json.write(context, call(call)), () -> Wire.missing(context));
  }

  private void update(Context context) {
    String url = Wire.parameter(context, "Url");
    String script = url.isEmpty() ? Wire.parameter(context, "Twiml") : url;
    String status = Wire.parameter(context, "Status");
    if (!script.isEmpty() || status.equals("completed") || status.equals("canceled")) {
      carrier.move(Wire.sid(context), script);
    }
    fetch(context);
  }

  private void recordings(Context context) {
    String call = Wire.query(context, "CallSid");
    List<Recording> found =
        carrier.recordings().reversed().stream()
            .filter(recording -> call.isEmpty() || call.equals(recording.callSid()))
            .toList();
    Wire.page(context, json, "recordings", found, this::recording);
  }

  /** With {@code .json} the resource, else the sound itself. */
  private void recording(Context context) {
    String asked = context.pathParam("sid");
    Optional<Recording> found = carrier.recording(asked.replaceFirst("\\.(json|wav|mp3)$", ""));
    if (found.isEmpty()) {
      Wire.missing(context);
    } else if (asked.endsWith(".json")) {
      Json.write(context, recording(found.get()));
    } else {
      context.contentType("audio/x-wav");
      context.result(Tone.wav(found.get().words(), found.get().seconds()));
    }
  }

  private void delete(Context context) {
    if (carrier.deleteRecording(Wire.sid(context))) {
      context.status(204);
    } else {
      Wire.missing(context);
    }
  }

  private Map<String, @Nullable Object> call(SimulatedCall call) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("sid", call.sid());
    map.put("account_sid", carrier.options().accountSid());
    map.put("api_version", "2010-04-01");
    map.put("parent_call_sid", call.parent().isEmpty() ? null : call.parent());
    map.put("from", call.from());
    map.put("from_formatted", call.from());
    map.put("to", call.to());
    map.put("to_formatted", call.to());
    map.put("status", call.status().wire());
    map.put("direction", call.direction().wire());
    map.put("answered_by", null);
    map.put("date_created", RestJson.date(call.created()));
    map.put("date_updated", RestJson.date(call.created().plus(call.length())));
    map.put("start_time", RestJson.date(call.created()));
    map.put(
        "end_time",
        call.status().isOver() ? RestJson.date(call.created().plus(call.length())) : null);
    map.put("duration", call.status().isOver() ? Long.toString(call.length().toSeconds()) : null);
    map.put("price", null);
    map.put("price_unit", "USD");
    map.put("uri", json.account() + "/Calls/" + call.sid() + ".json");
    map.put("subresource_uris", Map.of());
    return map;
  }

  private Map<String, @Nullable Object> recording(Recording recording) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("sid", recording.sid());
    map.put("account_sid", carrier.options().accountSid());
    map.put("api_version", "2010-04-01");
    map.put("call_sid", recording.callSid());
    map.put("channels", 1);
    map.put("date_created", RestJson.date(recording.created()));
    map.put("date_updated", RestJson.date(recording.created()));
    map.put("start_time", RestJson.date(recording.created()));
    map.put("duration", Long.toString(recording.seconds()));
    map.put("source", "RecordVerb");
    map.put("status", "completed");
    map.put("price", null);
    map.put("price_unit", "USD");
    map.put("uri", json.account() + "/Recordings/" + recording.sid() + ".json");
    return map;
  }
}
