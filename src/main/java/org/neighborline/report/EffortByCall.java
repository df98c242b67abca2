package org.neighborline.report;

import java.util.List;
import java.util.Optional;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.Wait;
import org.neighborline.language.Language;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.switchboard.Inbound;

/** Someone who hears every menu to its end, the languages' until their own, and says a message. */
final class EffortByCall {
  private static final double SECONDS_A_KEY = 0.5;
  private static final double SECONDS_TO_THINK = 1;

  /** As long as the carrier waits for a second key that does not come. */
  private static final double NO_SECOND_KEY = 2;

  private static final int MESSAGE = 10;
  private static final double SECONDS_A_MINUTE = 60;

  /** What a carrier takes for a minute of a call that comes in. */
  private static final double CENTS_A_MINUTE = 0.85;

  private static final String FOOD = "1";
  private static final String RIGHT = "1";

  private final EffortPlay play;
  private final PhoneNumber phone;
  private final Language language;
  private Answer heard = Answer.SILENCE;
  private int choices;
  private int keys;
  private double seconds;

  EffortByCall(EffortPlay play, PhoneNumber phone, Language language) {
    this.play = play;
    this.phone = phone;
    this.language = language;
  }

  Effort play() {
    take(new Event.CallArrived());
    language();
    choose(FOOD);
    press(EffortPlay.ZIP);
    boolean isStored = play.request(phone).isPresent();
    double stored = seconds;
    seconds += MESSAGE + play.listening.seconds(heard.lines());
    take(new Event.Recorded(Optional.of("RE" + phone.e164()), MESSAGE, false, ""));
    if (!isConfirmed()) {
      choose(RIGHT);
    }
    double call = seconds + play.listening.seconds(heard.lines());
    int segments = play.waiting(phone);
    return new Effort(
        language,
        Channel.VOICE,
        choices,
        keys,
        stored,
        call,
        0,
        segments,
        play.cents(segments) + Math.ceil(call / SECONDS_A_MINUTE) * CENTS_A_MINUTE,
        isStored && isConfirmed());
  }

  /** The menu of languages is heard until their own is named. */
  private void language() {
    String key = Integer.toString(play.house.languages().indexOf(language) + 1);
    List<Answer.Line> lines = heard.lines();
    int own = 0;
    for (int i = 0; i < lines.size(); i++) {
      own = lines.get(i).tongue().language().equals(language) ? i : own;
    }
    seconds += play.listening.seconds(lines.subList(0, own + 1)) + SECONDS_TO_THINK;
    choices++;
    for (int i = 0; i < key.length(); i++) {
      digit(key.substring(i, i + 1));
    }
    if (heard.waitsFor() instanceof Wait.SecondKey) {
      seconds += NO_SECOND_KEY;
      take(new Event.Silence());
    }
  }

  private void choose(String key) {
    choices++;
    press(key);
  }

  private void press(String typed) {
    seconds += play.listening.seconds(heard.lines()) + SECONDS_TO_THINK;
    keys += typed.length() - 1;
    seconds += (typed.length() - 1) * SECONDS_A_KEY;
    digit(typed);
  }

  private void digit(String typed) {
    keys++;
    seconds += SECONDS_A_KEY;
    take(new Event.Answered(play.reader.apply(typed), false));
  }

  private boolean isConfirmed() {
    return play.request(phone).filter(r -> r.confirmed()).isPresent();
  }

  private void take(Event event) {
    String call = "CA" + phone.e164().substring(1);
    String step = Integer.toString(heard.turn());
    heard = play.switchboard.take(Inbound.call(call, step, Optional.of(phone), event)).join();
  }
}
