package org.neighborline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Header;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.VirtualPhone.Line;
import org.neighborline.simulator.VirtualPhone.Role;

/**
 * What no carrier offers: holding the phones, turning faults on and off, and moving time. JSON
 * under {@code /simulator}, for the phones' page and for anyone's tests.
 */
final class ControlApi {
  private static final Duration LONG_POLL = Duration.ofSeconds(20);

  private final SimulatedCarrier carrier;
  private final Pump pump;
  private final StateJson state;

  ControlApi(SimulatedCarrier carrier, Pump pump) {
    this.carrier = carrier;
    this.pump = pump;
    this.state = new StateJson(carrier);
  }

  void routes(JavalinConfig config) {
    config.routes.before("/simulator/*", ControlApi::fromHere);
    config.routes.get("/simulator/state", this::state);
    config.routes.get("/simulator/messages", this::messages);
    config.routes.post("/simulator/texts", this::text);
    config.routes.post("/simulator/phones", this::phone);
    config.routes.get("/simulator/faults", context -> Json.write(context, state.faults()));
    config.routes.put("/simulator/faults", this::faults);
    config.routes.get("/simulator/alerts", context -> Json.write(context, state.alerts()));
    config.routes.put("/simulator/webhooks", this::webhooks);
    config.routes.post("/simulator/clock/advance", this::advance);
    config.routes.post("/simulator/reset", this::reset);
  }

  /** Pages of other sites, open in the same browser, have no business with these switches. */
  private static void fromHere(Context context) {
    String origin = context.header(Header.ORIGIN);
    if (origin != null && !origin.replaceFirst("^https?://", "").equals(context.host())) {
      throw new ForbiddenResponse("these switches are for the simulator's own page");
    }
  }

  /** Everything; with {@code ?since=version} only once there is something newer, or 20 s later. */
  private void state(Context context) throws InterruptedException {
    String since = parameter(context, "since");
    if (since.matches("\\d{1,18}")) {
      carrier.awaitChange(Long.parseLong(since), LONG_POLL);
    }
    context.header("Cache-Control", "no-store");
    Json.write(context, state.all());
  }

  private void messages(Context context) {
    String phone = parameter(context, "phone");
    Json.write(
        context,
        carrier.messages().stream()
            .filter(m -> phone.isEmpty() || phone.equals(m.to()) || phone.equals(m.from()))
            .map(state::message)
            .toList());
  }

  private void text(Context context) {
    JsonNode json = Json.read(context);
    String to = text(json, "to", carrier.options().numbers().getFirst().e164());
    SimulatedMessage message =
        carrier.text(
            text(json, "from", ""), to, text(json, "body", ""), json.path("media").asInt(0));
    context.status(201);
    Json.write(context, state.message(message));
  }

  private void phone(Context context) {
    JsonNode json = Json.read(context);
    PhoneNumber number =
        PhoneNumber.parse(text(json, "number", ""), "US")
            .orElseThrow(() -> new BadRequestResponse("number: not a phone number"));
    String name = text(json, "name", number.e164());
    VirtualPhone phone =
        new VirtualPhone(
            name.isBlank() ? number.e164() : name,
            number,
            one(Role.class, text(json, "role", "RESIDENT")),
            text(json, "language", "en"),
            one(Line.class, text(json, "line", "MOBILE")));
    carrier.add(phone);
    context.status(201);
    Json.write(context, state.phone(phone));
  }

  /** Takes {@code {"callback-lost": {"probability": 0.1, "next": 2}, …}}; the others stay. */
  private void faults(Context context) {
    Map<Kind, Faults.Setting> changed = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Json.read(context).properties()) {
      JsonNode json = entry.getValue();
      try {
        changed.put(
            one(Kind.class, entry.getKey()),
            new Faults.Setting(json.path("probability").asDouble(0), json.path("next").asInt(0)));
      } catch (IllegalArgumentException e) {
        throw new BadRequestResponse(entry.getKey() + ": " + e.getMessage());
      }
    }
    changed.forEach(carrier.faults()::set);
    carrier.changed();
    Json.write(context, state.faults());
  }

  private void webhooks(Context context) {
    JsonNode json = Json.read(context);
    Webhooks now = carrier.webhooks();
    Webhooks changed =
        json.has("below")
            ? Webhooks.below(json.path("below").asText())
            : new Webhooks(
                text(json, "message", now.message()),
                text(json, "messageFallback", now.messageFallback()),
                text(json, "voice", now.voice()),
                text(json, "voiceFallback", now.voiceFallback()),
                text(json, "callStatus", now.callStatus()));
    carrier.use(changed);
    Json.write(context, state.webhooks());
  }

  private void advance(Context context) throws InterruptedException {
    if (!(carrier.options().clock() instanceof VirtualClock clock)) {
      throw new ConflictResponse("this simulator runs in real time");
    }
    try {
      pump.advance(clock, Duration.parse(text(Json.read(context), "duration", "")));
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse("duration: write it as PT10M or P1D");
    }
    Json.write(context, Map.of("now", clock.instant().toString()));
  }

  private void reset(Context context) {
    carrier.reset();
    context.status(204);
  }

  private static String parameter(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  private static String text(JsonNode json, String key, String otherwise) {
    return json.path(key).asText(otherwise);
  }

  private static <E extends Enum<E>> E one(Class<E> type, String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    List<E> known = List.copyOf(EnumSet.allOf(type));
    return known.stream()
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadRequestResponse(text + ": known are " + known));
  }
}
