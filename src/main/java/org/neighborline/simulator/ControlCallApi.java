package org.neighborline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;

/** Calls from the phones' side: dial, answer, press, speak, keep silent, hang up. */
final class ControlCallApi {
  private static final int LONGEST_SPEECH = 600;

  private final SimulatedCarrier carrier;
  private final StateJson state;

  ControlCallApi(SimulatedCarrier carrier) {
    this.carrier = carrier;
    this.state = new StateJson(carrier);
  }

  void routes(JavalinConfig config) {
    config.routes.post("/simulator/calls", this::dial);
    config.routes.get("/simulator/calls/{sid}", this::call);
    config.routes.post("/simulator/calls/{sid}/{act}", this::act);
    config.routes.get("/simulator/recordings/{sid}", this::recording);
  }

  private void dial(Context context) {
    JsonNode json = Json.read(context);
    String to = json.path("to").asText(carrier.options().numbers().getFirst().e164());
    context.status(201);
    Json.write(context, state.call(carrier.dial(json.path("from").asText(""), to)));
  }

  private void call(Context context) {
    Json.write(
        context,
        carrier
            .call(context.pathParam("sid"))
            .map(state::call)
            .orElseThrow(() -> new NotFoundResponse("no such call")));
  }

  private void act(Context context) {
    String sid = context.pathParam("sid");
    if (carrier.call(sid).isEmpty()) {
      throw new NotFoundResponse("no such call");
    }
    Json.write(context, state.call(carrier.act(sid, act(context.pathParam("act"), context))));
  }

  private static CallAct act(String name, Context context) {
    return switch (name) {
      case "answer" -> new CallAct.Answer();
      case "press" -> new CallAct.Press(digits(Json.read(context).path("digits").asText("")));
      case "speak" -> {
        JsonNode json = Json.read(context);
        String words = json.path("words").asText("");
        int usual = 1 + words.length() / 12;
        int seconds = Math.clamp(json.path("seconds").asInt(usual), 1, LONGEST_SPEECH);
        yield new CallAct.Speak(words, Duration.ofSeconds(seconds));
      }
      case "silence" -> new CallAct.Silence();
      case "hang-up" -> new CallAct.HangUp();
      default ->
          throw new BadRequestResponse("known are answer, press, speak, silence and hang-up");
    };
  }

  private static String digits(String text) {
    if (!text.matches("[0-9*#]{1,64}")) {
      throw new BadRequestResponse("digits: keys are 0-9, * and #");
    }
    return text;
  }

  private void recording(Context context) {
    Recording recording =
        carrier
            .recording(context.pathParam("sid"))
            .orElseThrow(() -> new NotFoundResponse("no such recording"));
    context.contentType("audio/x-wav").result(Tone.wav(recording.words(), recording.seconds()));
  }
}
