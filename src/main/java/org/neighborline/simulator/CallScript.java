package org.neighborline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.neighborline.simulator.Agenda.Due;
import org.neighborline.simulator.Leg.Wait;
import org.neighborline.simulator.SimulatedCall.Heard;
import org.neighborline.simulator.SimulatedCall.Status;
import org.neighborline.simulator.Webhook.Purpose;
import org.neighborline.simulator.WebhookAnswer.Answered;

/**
 * Follows a call's documents as the carrier does: one verb after the other, until one of them waits
 * for the person, fetches another document, or the last one is done and the call is over.
 */
final class CallScript {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("simulator.carrier");
  private static final String EVERY_KEY = "1234567890*#";
  private static final int MOST_FETCHES = 500;

  /** How long a played file is taken to be, in characters of speech: the model hears no sound. */
  private static final int PLAYED_CHARACTERS = 50;

  private final Exchange exchange;
  private final Calls calls;
  private final Recordings recordings;
  private final DialScript dials;

  CallScript(Exchange exchange, Calls calls, Recordings recordings) {
    this.exchange = exchange;
    this.calls = calls;
    this.recordings = recordings;
    this.dials = new DialScript(exchange, calls, this);
  }

  // -- documents

  /** Begins with a document, or with the address of one. */
  void begin(Leg leg, String script) {
    if (script.stripLeading().startsWith("<")) {
      document(leg, script);
    } else {
      fetch(leg, script, Map.of());
    }
  }

  void fetch(Leg leg, String url, Map<String, String> more) {
    int turn = leg.waitFor(new Wait.Fetching());
    if (turn > MOST_FETCHES) {
      exchange.alert(11215, "a call asks for documents in a loop: " + url);
      calls.end(leg, Status.COMPLETED);
      return;
    }
    leg.base = url;
    Map<String, String> form = CallForms.call(exchange.options, leg);
    form.putAll(more);
    exchange.post(new Purpose.CallStep(leg.sid, turn), url, leg.fallback, form, Duration.ZERO);
  }

  void follow(Leg leg, Webhook webhook, Answered answer) {
    if (leg.status == Status.RINGING) {
      Optional<Twiml> reject = Twiml.parse(answer.body()).flatMap(CallScript::rejection);
      if (reject.isPresent()) {
        boolean busy = reject.get().attribute("reason", "rejected").equals("busy");
        calls.end(leg, busy ? Status.BUSY : Status.NO_ANSWER);
        return;
      }
      leg.status = Status.IN_PROGRESS;
      leg.answered = exchange.now();
    }
    leg.base = webhook.address();
    String type = answer.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    switch (type) {
      case "text/xml", "application/xml", "text/html" -> document(leg, webhook, answer.body());
      case "text/plain" -> {
        leg.follow(List.of(Twiml.say(answer.body())));
        run(leg);
      }
      default -> useless(leg, webhook, 12300, "content type " + type);
    }
  }

  private static Optional<Twiml> rejection(Twiml response) {
    return response.children().stream().findFirst().filter(verb -> verb.name().equals("Reject"));
  }

  private void document(Leg leg, Webhook webhook, String xml) {
    Optional<Twiml> document = xml.length() > Twiml.LONGEST ? Optional.empty() : Twiml.parse(xml);
    if (document.isEmpty()) {
      useless(leg, webhook, xml.length() > Twiml.LONGEST ? 11750 : 12100, "not TwiML");
    } else {
      leg.follow(document.get().children());
      run(leg);
    }
  }

  private void document(Leg leg, String xml) {
    leg.follow(Twiml.parse(xml).map(Twiml::children).orElse(List.of()));
    run(leg);
  }

  private void useless(Leg leg, Webhook webhook, int code, String about) {
    if (exchange.fallBack(webhook, code, about) instanceof Exchange.Outcome.GivenUp) {
      applicationError(leg);
    }
  }

  /** Nobody could say what to do: the caller hears the carrier's own words and is cut off. */
  void applicationError(Leg leg) {
    leg.hears(new Heard.Said("en-US", WORDS.getString("error")));
    calls.end(leg, leg.status == Status.RINGING ? Status.FAILED : Status.COMPLETED);
  }

  // -- verbs

  void run(Leg leg) {
    while (!leg.rest().isEmpty() && !leg.status.isOver()) {
      if (!goesOn(leg, leg.rest().removeFirst())) {
        return;
      }
    }
    if (!leg.status.isOver() && !dials.whispered(leg)) {
      calls.end(leg, Status.COMPLETED);
    }
  }

  /** Does one verb; says whether the next one follows at once. */
  private boolean goesOn(Leg leg, Twiml verb) {
    switch (verb.name()) {
      case "Say", "Play", "Pause" -> {
        Duration length = hear(leg, verb);
        if (length.isZero()) {
          return true;
        }
        wakeAfter(leg, length, new Wait.Speaking());
      }
      case "Gather" -> gather(leg, verb);
      case "Record" -> record(leg, verb);
      case "Redirect" -> fetch(leg, absolute(leg, verb.text()), Map.of());
      case "Hangup" -> calls.end(leg, Status.COMPLETED);
      case "Reject" -> calls.end(leg, Status.COMPLETED);
      case "Dial" -> dials.dial(leg, verb);
      default -> {
        exchange.alert(12200, "a verb that is not simulated is skipped: " + verb.name());
        return true;
      }
    }
    return false;
  }

  /** Lets the person hear a prompt; returns how long it takes. */
  private Duration hear(Leg leg, Twiml verb) {
    Duration character = exchange.options.delays().speech();
    return switch (verb.name()) {
      case "Say" -> {
        leg.hears(new Heard.Said(verb.attribute("language", "en-US"), verb.text()));
        yield character.multipliedBy(verb.text().length());
      }
      case "Play" -> {
        leg.hears(new Heard.Played(absolute(leg, verb.text())));
        yield character.multipliedBy(PLAYED_CHARACTERS);
      }
      case "Pause" ->
          character.isZero() ? Duration.ZERO : Duration.ofSeconds(number(verb, "length", 1));
      default -> {
        exchange.alert(12200, verb.name() + " is not allowed here and is skipped");
        yield Duration.ZERO;
      }
    };
  }

  private void gather(Leg leg, Twiml verb) {
    Duration prompts = Duration.ZERO;
    for (Twiml prompt : verb.children()) {
      prompts = prompts.plus(hear(leg, prompt));
    }
    wakeAfter(leg, prompts.plus(timeout(verb)), new Wait.Gathering(verb, ""));
  }

  private void record(Leg leg, Twiml verb) {
    if (verb.attribute("playBeep", "true").equals("true")) {
      leg.hears(new Heard.Beep());
    }
    wakeAfter(leg, timeout(verb), new Wait.Recording(verb, "", Duration.ZERO));
  }

  // -- what the person does

  void key(Leg leg, char key) {
    switch (leg.waiting()) {
      case Wait.Gathering(Twiml verb, String digits) -> {
        if (verb.attribute("finishOnKey", "#").indexOf(key) >= 0) {
          gathered(leg, verb, digits, String.valueOf(key));
        } else if (digits.length() + 1 >= number(verb, "numDigits", Integer.MAX_VALUE)) {
          gathered(leg, verb, digits + key, "");
        } else {
          wakeAfter(leg, timeout(verb), new Wait.Gathering(verb, digits + key));
        }
      }
      case Wait.Recording(Twiml verb, String words, Duration length) -> {
        if (verb.attribute("finishOnKey", EVERY_KEY).indexOf(key) >= 0) {
          recorded(leg, verb, words, length, String.valueOf(key));
        }
      }
      default -> {}
    }
  }

  void spoke(Leg leg, String words, Duration length) {
    switch (leg.waiting()) {
      case Wait.Recording(Twiml verb, String before, Duration so) -> {
        Duration most = Duration.ofSeconds(number(verb, "maxLength", 3_600));
        Duration whole = so.plus(length);
        String all = (before + " " + words).strip();
        if (whole.compareTo(most) >= 0) {
          recorded(leg, verb, all, most, "");
        } else {
          wakeAfter(leg, timeout(verb), new Wait.Recording(verb, all, whole));
        }
      }
      case Wait.Bridged(String peer) ->
          calls.leg(peer).ifPresent(other -> other.hears(new Heard.Talked(words)));
      default -> {}
    }
  }

  /** The line's patience has run out, or a prompt is over. */
  void woke(Leg leg) {
    switch (leg.waiting()) {
      case Wait.Speaking _ -> run(leg);
      case Wait.Gathering(Twiml verb, String digits) -> gathered(leg, verb, digits, "");
      case Wait.Recording(Twiml verb, String words, Duration length) ->
          recorded(leg, verb, words, length, "");
      case Wait.Ringing _, Wait.Fetching _, Wait.Dialling _, Wait.Bridged _, Wait.Over _ -> {}
    }
  }

  /** Only Record tells its action that the caller has gone, and only if something was said. */
  void hungUp(Leg leg) {
    switch (leg.waiting()) {
      case Wait.Recording(Twiml verb, String words, Duration length) when !words.isEmpty() -> {
        leg.status = Status.COMPLETED;
        recorded(leg, verb, words, length, "hangup");
        leg.status = Status.IN_PROGRESS;
      }
      case Wait.Bridged(String _), Wait.Dialling(Twiml _, List<String> _) -> dials.left(leg);
      default -> {}
    }
  }

  private void gathered(Leg leg, Twiml verb, String digits, String finishedOn) {
    if (digits.isEmpty() && !verb.attribute("actionOnEmptyResult", "false").equals("true")) {
      leg.waitFor(new Wait.Speaking());
      run(leg);
      return;
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("Digits", digits);
    more.put("FinishedOnKey", finishedOn);
    more.put("msg", "Gather End");
    fetch(leg, absolute(leg, verb.attribute("action", "")), more);
  }

  private void recorded(Leg leg, Twiml verb, String words, Duration length, String digits) {
    if (words.isEmpty()) {
      leg.waitFor(new Wait.Speaking());
      run(leg);
      return;
    }
    Recording recording =
        new Recording(exchange.sids.next("RE"), leg.sid, words, length, exchange.now());
    recordings.keep(recording);
    String address = exchange.account() + "/Recordings/" + recording.sid();
    Map<String, String> more = new LinkedHashMap<>();
    more.put("RecordingSid", recording.sid());
    more.put("RecordingUrl", address);
    more.put("RecordingDuration", Long.toString(recording.seconds()));
    more.put("Digits", digits);
    String told = verb.attribute("recordingStatusCallback", "");
    String notice = told.isEmpty() ? "" : absolute(leg, told);
    fetch(leg, absolute(leg, verb.attribute("action", "")), more);
    exchange.post(
        new Purpose.CallNotice(leg.sid),
        notice,
        "",
        CallForms.recording(exchange.options, recording, address),
        exchange.options.delays().delivered());
  }

  // -- small things

  void wakeAfter(Leg leg, Duration patience, Wait wait) {
    exchange.after(patience, new Due.Wakes(leg.sid, leg.waitFor(wait)));
  }

  /** An address in a document; without one the carrier comes back to where it was. */
  String absolute(Leg leg, String address) {
    return address.isEmpty() ? leg.base : exchange.resolve(leg.base, address).orElse(leg.base);
  }

  void answered(Leg child) {
    dials.answered(child);
  }

  void childEnded(Leg parent, Leg child) {
    dials.childEnded(parent, child);
  }

  static List<Twiml> numbers(Twiml dial) {
    List<Twiml> numbers = new ArrayList<>(dial.children());
    numbers.removeIf(noun -> !noun.name().equals("Number"));
    return numbers;
  }

  private static Duration timeout(Twiml verb) {
    return Duration.ofSeconds(number(verb, "timeout", 5));
  }

  static int number(Twiml verb, String attribute, int usual) {
    try {
      return Integer.parseInt(verb.attribute(attribute, Integer.toString(usual)));
    } catch (NumberFormatException e) {
      return usual;
    }
  }
}
