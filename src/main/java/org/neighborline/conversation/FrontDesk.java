package org.neighborline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.conversation.Event.Answered;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Emergency;
import org.neighborline.understanding.Reading;

/**
 * Where every event arrives: decides, in a fixed order, whose business it is. The same arguments
 * always make the same turn.
 */
public final class FrontDesk {
  /** A new number's language is taken from its words when we are this sure. */
  private static final double SURE_ENOUGH_TO_START = 0.5;

  /** A known person's language changes without a word about it only when we are this sure. */
  private static final double SURE_ENOUGH_TO_SWITCH = 0.9;

  private static final int WORDS_TO_SWITCH = 3;

  private static final Duration PACE_WINDOW = Duration.ofHours(1);
  private static final int LONG_ENOUGH_TO_TELL = 16;
  private static final Duration LOOP_WINDOW = Duration.ofMinutes(5);

  private FrontDesk() {}

  /** Advances a conversation by one event. */
  public static Turn take(Scene scene, Event event) {
    Turn turn =
        switch (event) {
          case Answered answered when scene.conversation().channel() == Channel.SMS ->
              text(scene, answered);
          case Answered answered -> VoiceFlow.answered(scene, answered.reading());
          case Event.CallArrived() -> VoiceFlow.arrived(scene);
          case Event.CalledBack() -> VoiceBackFlow.reached(scene);
          case Event.Silence() -> VoiceFlow.silence(scene);
          case Event.HungUp() -> VoiceFlow.hungUp(scene);
          case Event.PickedUp(Code code) -> WhisperFlow.pickedUp(scene, code);
          case Event.LeadReached(Code code) -> LeadCallFlow.reached(scene, code);
          case Event.TransferEnded ended -> VoiceFlow.putThrough(scene, ended);
          case Event.Recorded recorded -> VoiceMessageFlow.recorded(scene, recorded);
          case Event.Woke() -> IntakeFlow.woke(scene.isMuted() ? scene.idle() : scene);
          case Event.ShiftNear near -> ShiftFlow.near(scene, near);
          case Event.Appealed appealed -> AppealFlow.asked(scene, appealed);
        };
    return new Turn(turn.next().counted(), turn.reply(), turn.effects());
  }

  /**
   * For which request the scene must hold who may be called; empty when this event needs nobody.
   */
  public static Optional<HelpRequest> calls(Scene scene, Event event) {
    return scene.conversation().channel() == Channel.VOICE
        ? TransferFlow.wanted(scene, event)
        : Optional.empty();
  }

  private static Turn text(Scene before, Answered answered) {
    Reading reading = answered.reading();
    Scene scene = listening(before.with(paced(before, reading)), reading);
    List<Effect> learned = learned(before, scene, reading);
    Conversation.Pace pace = scene.conversation().pace();
    boolean danger = reading.emergency() != Emergency.NONE;
    // Who turns the pages of the phrasebook says the same each time.
    boolean pages =
        scene.isLead() && reading.command().filter(c -> c == Command.PHRASES).isPresent();
    boolean same = pace.same() > House.MOST_SAME && !pages;
    if (!danger && (same || pace.count() > House.MOST_TEXTS_AN_HOUR)) {
      return flooded(scene, pace).first(learned);
    }
    return sorted(scene, answered).first(learned);
  }

  /**
   * The order of reading: what the carrier owns, danger, keys, leads' words, our words, talk,
   * intake.
   */
  private static Turn sorted(Scene scene, Answered answered) {
    Reading heard = answered.reading();
    Reading reading = heard.byWords();
    Optional<Command> command = reading.command();
    if (command.isPresent() && (command.get() == Command.STOP || command.get() == Command.START)) {
      return command.get() == Command.STOP
          ? Permission.stop(scene, reading)
          : Permission.start(scene, reading);
    }
    if (command.isPresent() && command.get() == Command.YES && optedOut(scene)) {
      return Permission.start(scene, reading);
    }
    if (isMuted(scene, heard)) {
      return new Turn(scene.conversation(), Optional.empty(), List.of());
    }
    if (reading.emergency() != Emergency.NONE) {
      return EmergencyFlow.take(scene, reading);
    }
    if (answered.media() && reading.isEmpty()) {
      return reply(scene, Prompt.of(Text.NO_PICTURES));
    }
    return JoinFlow.take(scene, reading)
        .or(() -> PhraseAnswers.take(scene, reading))
        .or(() -> ArrivalFlow.answer(scene, reading))
        .or(() -> answerByKey(scene, reading))
        .or(() -> ShiftFlow.answer(scene, reading))
        .or(() -> AppealFlow.answer(scene, reading))
        .or(() -> AnotherFlow.answer(scene, reading))
        .or(() -> NewsFlow.answer(scene, reading))
        .or(() -> EmergencyFlow.safeAgain(scene, reading))
        .or(() -> DeskFlow.command(scene, reading))
        .or(() -> PhraseFlow.send(scene, reading))
        .or(() -> scene.isLead() ? LeadWords.command(scene, reading) : Optional.empty())
        .or(() -> guessedDanger(scene, heard))
        .or(() -> ResidentFlow.ourWords(scene, reading))
        .or(() -> NoteFlow.keep(scene, reading))
        .or(() -> RelayFlow.pass(scene, reading).map(t -> LeadFlow.heard(scene, reading, t)))
        .or(() -> ArrivalFlow.thanks(scene, reading))
        .or(() -> scene.isLead() ? LeadFlow.otherwise(scene, reading) : Optional.empty())
        .or(() -> scene.isIdle() ? ResidentFlow.ourWords(scene, heard) : Optional.empty())
        .orElseGet(() -> IntakeFlow.take(scene, mayGuess(scene) ? heard : reading));
  }

  /** Danger that no word of ours names. Who is in a talk has a person who reads it. */
  private static Optional<Turn> guessedDanger(Scene scene, Reading heard) {
    boolean talks = RelayFlow.pass(scene, heard.byWords()).isPresent();
    return heard.emergency() == Emergency.NONE || talks
        ? Optional.empty()
        : Optional.of(EmergencyFlow.take(scene, heard));
  }

  /** Where someone begins or was asked for a need, a guess at it is better than none. */
  private static boolean mayGuess(Scene scene) {
    return switch (scene.conversation().step()) {
      case Step.Idle _ -> scene.live().isEmpty();
      case Step.AskNeed _ -> true;
      default -> false;
    };
  }

  /** A key answers the newest question that we asked this number; a letter names its own. */
  private static Optional<Turn> answerByKey(Scene scene, Reading reading) {
    Optional<Keys> keys = Keys.read(reading.words());
    if (keys.isEmpty() || scene.dispatches().isEmpty()) {
      return Optional.empty();
    }
    if (keys.get().letter().isPresent()) {
      return LeadFlow.byLetter(scene, keys.get(), reading);
    }
    Optional<Instant> asked = scene.conversation().askedAt();
    Optional<Instant> dispatched =
        scene.dispatches().stream()
            .filter(Scene.Asked::isOpen)
            .map(a -> a.dispatch().askedAt())
            .findFirst();
    boolean isNewest =
        asked.isEmpty() || dispatched.filter(d -> !d.isBefore(asked.get())).isPresent();
    return isNewest && keys.get().digit() <= LeadFlow.PASS
        ? LeadFlow.byBareDigit(scene, keys.get(), reading)
        : Optional.empty();
  }

  /** The desk muted them; danger is heard, and what is said about it until that is over. */
  private static boolean isMuted(Scene scene, Reading heard) {
    boolean forget = heard.command().filter(c -> c == Command.FORGET).isPresent();
    return scene.isMuted()
        && !forget
        && heard.emergency() == Emergency.NONE
        && scene.live().isEmpty();
  }

  private static boolean optedOut(Scene scene) {
    return scene.contact().filter(c -> c.reach().optedOut()).isPresent();
  }

  /** Answered once, then held in silence: a machine must not talk to a machine. */
  private static Turn flooded(Scene scene, Conversation.Pace pace) {
    boolean first =
        pace.same() == House.MOST_SAME + 1 || pace.count() == House.MOST_TEXTS_AN_HOUR + 1;
    Turn silent = new Turn(scene.conversation(), Optional.empty(), List.of());
    return first ? silent.saying(Reply.text(scene.tongue(), Prompt.of(Text.TOO_MANY))) : silent;
  }

  private static Conversation paced(Scene scene, Reading reading) {
    Conversation.Pace pace = scene.conversation().pace();
    int words = sense(reading.words()).hashCode();
    boolean sameHour = pace.since().plus(PACE_WINDOW).isAfter(scene.now());
    Optional<Instant> sameSince =
        pace.sameSince()
            .filter(_ -> pace.words() == words)
            .filter(since -> since.plus(LOOP_WINDOW).isAfter(scene.now()));
    return scene
        .conversation()
        .paced(
            new Conversation.Pace(
                sameHour ? pace.since() : scene.now(),
                sameHour ? pace.count() + 1 : 1,
                sameSince.isPresent() ? pace.same() + 1 : 1,
                words,
                sameSince.or(() -> Optional.of(scene.now()))));
  }

  /** A machine may put the time or a count into words that are otherwise the same. */
  private static String sense(String words) {
    String letters = words.replaceAll("[^\\p{L}]+", " ").strip();
    return letters.length() < LONG_ENOUGH_TO_TELL ? words.strip() : letters;
  }

  /** The scene in the language that the words are in, if they tell. */
  private static Scene listening(Scene scene, Reading reading) {
    if (reading.language().isEmpty() || scene.isLead()) {
      return scene;
    }
    Tongue heard = new Tongue(reading.language().get(), reading.letters());
    if (!scene.house().languages().contains(heard.language())) {
      return scene;
    }
    boolean known = scene.knowsTongue();
    boolean sure =
        reading.languageConfidence() >= (known ? SURE_ENOUGH_TO_SWITCH : SURE_ENOUGH_TO_START);
    boolean enough =
        !known
            || reading.words().split("\\s+").length >= WORDS_TO_SWITCH
            || (!heard.language().equals(scene.tongue().language()) && !isLatin(reading));
    return (sure && enough && !heard.equals(scene.tongue())) || (sure && !known)
        ? scene.in(heard)
        : scene;
  }

  private static boolean isLatin(Reading reading) {
    return reading.script().equals("Latn");
  }

  /** What a text taught us about the person, to be kept. */
  private static List<Effect> learned(Scene before, Scene scene, Reading reading) {
    boolean textOnly = reading.textOnly();
    return scene
        .contact()
        .filter(now ->
            !before.contact().equals(scene.contact()) || (textOnly && !now.reach().textOnly()))
        .<List<Effect>>map(now ->
            List.of(
                new Effect.ChangeContact(
                    textOnly ? now.withReach(now.reach().withTextOnly(true)) : now)))
        .orElse(List.of());
  }

  static Turn reply(Scene scene, Prompt prompt) {
    return new Turn(
        scene.conversation(), Optional.of(Reply.text(scene.tongue(), prompt)), List.of());
  }
}
