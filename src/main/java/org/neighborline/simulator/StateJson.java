package org.neighborline.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.SimulatedCall.Heard;

/** The simulator's own view of everything, as its page and its control routes show it. */
final class StateJson {
  private static final int NEWEST = 500;
  private static final int NEWEST_CALLS = 40;

  private final SimulatedCarrier carrier;
  private final RestJson rest;

  StateJson(SimulatedCarrier carrier) {
    this.carrier = carrier;
    this.rest = new RestJson(carrier.options());
  }

  Map<String, Object> all() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", carrier.version());
    json.put("now", carrier.options().clock().instant().toString());
    json.put("virtual", carrier.options().clock() instanceof VirtualClock);
    json.put("zone", carrier.options().zone().getId());
    json.put("numbers", carrier.options().numbers().stream().map(PhoneNumber::e164).toList());
    json.put("phones", carrier.phones().stream().map(this::phone).toList());
    List<SimulatedMessage> messages = carrier.messages();
    json.put(
        "messages",
        messages.stream().skip(Math.max(0, messages.size() - NEWEST)).map(this::message).toList());
    List<SimulatedCall> calls = carrier.calls();
    json.put(
        "calls",
        calls.stream().skip(Math.max(0, calls.size() - NEWEST_CALLS)).map(this::call).toList());
    json.put("faults", faults());
    json.put("alerts", alerts());
    return json;
  }

  Map<String, Object> phone(VirtualPhone phone) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", phone.name());
    json.put("number", phone.number().e164());
    json.put("role", phone.role().name());
    json.put("language", phone.language());
    json.put("line", phone.line().name());
    json.put(
        "stopped",
        carrier.options().numbers().stream()
            .anyMatch(ours -> carrier.stopped(phone.number().e164(), ours.e164())));
    return json;
  }

  Map<String, Object> message(SimulatedMessage message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sid", message.sid());
    json.put("direction", message.direction().wire());
    json.put("from", message.from());
    json.put("to", message.to());
    json.put("body", message.body());
    json.put("media", message.media());
    json.put("status", message.status().wire());
    json.put("error", message.error());
    json.put("arrived", message.arrived());
    json.put("segments", message.segments());
    json.put("encoding", message.encoding());
    json.put("price", rest.price(message).toPlainString());
    json.put("at", message.created().toString());
    json.put("updated", message.updated().toString());
    json.put(
        "life",
        message.life().stream()
            .map(change -> Map.of("status", change.status().wire(), "at", change.at().toString()))
            .toList());
    return json;
  }

  Map<String, Object> call(SimulatedCall call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sid", call.sid());
    json.put("parent", call.parent());
    json.put("direction", call.direction().wire());
    json.put("from", call.from());
    json.put("to", call.to());
    json.put("person", call.person());
    json.put("status", call.status().wire());
    json.put("awaits", call.awaits().name().toLowerCase(Locale.ROOT));
    json.put("at", call.created().toString());
    json.put("seconds", call.length().toSeconds());
    json.put("heard", call.heard().stream().map(StateJson::heard).toList());
    return json;
  }

  private static Map<String, Object> heard(Heard heard) {
    return switch (heard) {
      case Heard.Said(String language, String words) ->
          Map.of("kind", "said", "language", language, "words", words);
      case Heard.Played(String url) -> Map.of("kind", "played", "url", url);
      case Heard.Beep _ -> Map.of("kind", "beep");
      case Heard.Talked(String words) -> Map.of("kind", "talked", "words", words);
      case Heard.Did(String words) -> Map.of("kind", "did", "words", words);
    };
  }

  Map<String, Object> faults() {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Faults.Kind kind : Faults.Kind.values()) {
      Faults.Setting setting = carrier.faults().setting(kind);
      json.put(kind.wire(), Map.of("probability", setting.probability(), "next", setting.next()));
    }
    return json;
  }

  List<Map<String, Object>> alerts() {
    return carrier.alerts().stream()
        .map(alert ->
            Map.<String, Object>of(
                "at", alert.at().toString(), "code", alert.code(), "about", alert.about()))
        .toList();
  }

  Map<String, Object> webhooks() {
    Webhooks webhooks = carrier.webhooks();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", webhooks.message());
    json.put("messageFallback", webhooks.messageFallback());
    json.put("voice", webhooks.voice());
    json.put("voiceFallback", webhooks.voiceFallback());
    json.put("callStatus", webhooks.callStatus());
    return json;
  }
}
