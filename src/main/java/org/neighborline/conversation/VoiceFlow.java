package org.neighborline.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/**
 * The same intake by voice: language, need and ZIP by key, then "tell us more". Silence and wrong
 * keys repeat once, then record; what was said before a hang-up is kept.
 */
final class VoiceFlow {
  static final int ZIP_DIGITS = 5;
  static final int MOST_MISSES = 1;

  /** The key of those who would rather text: on posters, never read out, since it costs seconds. */
  private static final int TEXTING = 8;

  private static final int PHONE_DIGITS = 10;
  private static final String PHONE = "[2-9][0-9]{2}[2-9][0-9]{6}";

  private VoiceFlow() {}

  static Turn arrived(Scene scene) {
    return LeadCallFlow.arrived(scene).orElseGet(() -> inNeed(scene));
  }

  /** Whoever calls needs something, until they say otherwise. */
  static Turn inNeed(Scene scene) {
    if (scene.house().spoken().contains(scene.tongue().language()) && scene.knowsTongue()) {
      return ask(
          scene,
          new Step.VoiceNeed(0),
          new Wait.Keys(1),
          Prompt.of(Text.VOICE_GREETING),
          Prompt.of(Text.VOICE_NEED));
    }
    return VoiceLanguageFlow.greet(scene);
  }

  static Turn answered(Scene scene, Reading reading) {
    String typed = reading.words().strip();
    Optional<Turn> person =
        TransferFlow.isAsked(typed) ? TransferFlow.begin(scene) : Optional.empty();
    return person.orElseGet(() -> atStep(scene, reading, typed));
  }

  private static Turn atStep(Scene scene, Reading reading, String typed) {
    return switch (scene.conversation().step()) {
      case Step.VoiceLanguage(int missed) -> VoiceLanguageFlow.answered(scene, typed, missed);
      case Step.VoiceSecondKey(int first, int missed) ->
          VoiceLanguageFlow.answered(scene, first + typed, missed);
      case Step.VoiceChange change -> VoiceChangeFlow.answered(scene, change, reading);
      case Step.VoiceNeed(int missed) -> onNeed(scene, typed, missed);
      case Step.VoiceZip(Need need, int missed) -> onZip(scene, need, reading, missed);
      case Step.VoiceReadBack(Code code, int missed) -> onReadBack(scene, code, typed, missed);
      case Step.VoiceNumber(Code code, int missed) -> onNumber(scene, code, typed, missed);
      case Step.VoiceMore(Code code) -> readBack(scene, code, 0);
      case Step.VoiceTransfer _ -> TransferFlow.ended(scene, new Event.TransferEnded(false, false));
      case Step.VoiceWhisper _, Step.VoiceDispatch _, Step.VoiceHolding _, Step.VoiceCode _ ->
          LeadCallFlow.answered(scene, typed);
      // Who knows the words presses a key, and hears the tone at once.
      case Step.VoiceRecord _, Step.VoiceLeave _ ->
          ask(scene, scene.conversation().step(), new Wait.Recording(House.LONGEST_MESSAGE));
      case Step.VoiceEnd _ -> end(scene, Prompt.of(Text.VOICE_THANKS));
      case Step.ByText _ -> arrived(scene);
    };
  }

  /** Putting this call through is over. */
  static Turn putThrough(Scene scene, Event.TransferEnded ended) {
    return scene.conversation().step() instanceof Step.VoiceHolding(Code code, _)
        ? LeadCallFlow.ended(scene, code, ended)
        : TransferFlow.ended(scene, ended);
  }

  static Turn silence(Scene scene) {
    return switch (scene.conversation().step()) {
      case Step.VoiceLanguage(int missed) ->
          missed < MOST_MISSES
              ? VoiceLanguageFlow.menu(scene, missed + 1)
              : recordOrText(scene, Draft.EMPTY);
      case Step.VoiceSecondKey(int first, int missed) ->
          VoiceLanguageFlow.chosen(scene, first, missed);
      case Step.VoiceNeed(int missed) ->
          missed < MOST_MISSES
              ? askNeed(scene, missed + 1, Text.VOICE_NEED)
              : recordOrText(scene, Draft.EMPTY);
      case Step.VoiceZip(Need need, int missed) ->
          missed < MOST_MISSES
              ? askZip(scene, need, missed + 1, Text.VOICE_ZIP)
              : recordOrText(scene, of(need));
      case Step.VoiceChange change -> VoiceChangeFlow.silence(scene, change);
      case Step.VoiceNumber(Code code, _) -> send(scene, code);
      case Step.VoiceMore(Code code) -> readBack(scene, code, 0);
      case Step.VoiceReadBack(Code code, int missed) ->
          missed < MOST_MISSES ? readBack(scene, code, missed + 1) : send(scene, code);
      case Step.VoiceRecord(Draft draft) ->
          draft.isWorthKeeping()
              ? keep(scene, draft, List.of())
              : end(scene, Prompt.of(Text.VOICE_NOTHING));
      case Step.VoiceTransfer _ -> TransferFlow.ended(scene, new Event.TransferEnded(false, false));
      case Step.VoiceLeave(Code code) -> send(scene, code);
      case Step.VoiceWhisper _, Step.VoiceDispatch _, Step.VoiceHolding _, Step.VoiceCode _ ->
          LeadCallFlow.answered(scene, "");
      case Step.VoiceEnd _ -> end(scene, Prompt.of(Text.VOICE_THANKS));
      case Step.ByText _ -> arrived(scene);
    };
  }

  /** What was said is kept: a request without a place goes to the desk, which calls back. */
  static Turn hungUp(Scene scene) {
    Turn over = over(scene);
    return switch (scene.conversation().step()) {
      case Step.VoiceZip(Need need, _) -> stored(scene, over, of(need));
      // The carrier may tell of the recording only after the end: it still has its place then.
      case Step.VoiceRecord(Draft draft) when draft.isWorthKeeping() ->
          stored(
              scene, ended(scene, new Step.VoiceMore(VoiceOpening.of(scene, draft).code())), draft);
      case Step.VoiceRecord record -> ended(scene, record);
      case Step.VoiceMore more -> ended(scene, more).and(new Effect.StartDispatch(more.code()));
      case Step.VoiceReadBack(Code code, _) -> over.and(new Effect.StartDispatch(code));
      case Step.VoiceNumber(Code code, _) -> over.and(new Effect.StartDispatch(code));
      case Step.VoiceLeave leave -> ended(scene, leave).and(new Effect.StartDispatch(leave.code()));
      case Step.VoiceTransfer(Code code, _, _) -> TransferFlow.hungUp(scene, code);
      // The carrier may tell how long they talked only after the end.
      case Step.VoiceHolding holding -> ended(scene, holding);
      case Step.VoiceChange change -> over.and(new Effect.StartDispatch(change.code()));
      default -> over;
    };
  }

  static Turn recorded(Scene scene, Event.Recorded recorded) {
    return switch (scene.conversation().step()) {
      case Step.VoiceMore(Code code) -> {
        List<Effect> kept = scene.request(code).map(r -> kept(recorded, r)).orElse(List.of());
        Optional<Turn> person =
            TransferFlow.isAsked(recorded.key()) ? TransferFlow.begin(scene) : Optional.empty();
        yield recorded.hungUp()
            ? over(scene).first(kept).and(new Effect.StartDispatch(code))
            : person.orElseGet(() -> readBack(scene, code, 0)).first(kept);
      }
      case Step.VoiceLeave(Code code) -> {
        List<Effect> kept = scene.request(code).map(r -> kept(recorded, r)).orElse(List.of());
        Turn turn =
            recorded.hungUp()
                ? over(scene).and(new Effect.StartDispatch(code))
                : send(scene, code);
        yield turn.first(kept);
      }
      case Step.VoiceRecord(Draft draft)
          when recorded.sid().isPresent() || draft.isWorthKeeping() -> {
        Draft whole = draft.needs().isEmpty() ? draft.withNeeds(Set.of(Need.OTHER)) : draft;
        HelpRequest request = VoiceOpening.of(scene, whole);
        boolean person = TransferFlow.isAsked(recorded.key()) && !scene.near().isEmpty();
        Optional<Turn> calls = person ? TransferFlow.begin(scene) : Optional.empty();
        yield calls.isPresent()
            ? and(calls.get(), kept(recorded, request))
            : keepAs(scene, request, kept(recorded, request));
      }
      default -> outOfTurn(scene, recorded);
    };
  }

  /** A recording that comes when something else is asked: kept, and the call goes on. */
  private static Turn outOfTurn(Scene scene, Event.Recorded recorded) {
    List<Effect> kept =
        scene
            .conversation()
            .step()
            .about()
            .flatMap(scene::request)
            .map(r -> kept(recorded, r))
            .orElse(List.of());
    return (recorded.hungUp() ? hungUp(scene) : silence(scene)).first(kept);
  }

  private static List<Effect> kept(Event.Recorded recorded, HelpRequest request) {
    return recorded
        .sid()
        .<List<Effect>>map(
            sid -> List.of(new Effect.KeepRecording(sid, recorded.seconds(), request.code())))
        .orElse(List.of());
  }

  /** The menu of needs, after something else or alone. */
  static Turn askNeed(Scene scene, int missed, Text... texts) {
    Prompt[] prompts = Stream.of(texts).map(Prompt::of).toArray(Prompt[]::new);
    return ask(scene, new Step.VoiceNeed(missed), new Wait.Keys(1), prompts);
  }

  private static Turn onNeed(Scene scene, String typed, int missed) {
    int key = typed.matches("[0-9]") ? Integer.parseInt(typed) : -1;
    if (typed.equals("*")) {
      return VoiceLanguageFlow.menu(scene, 0);
    }
    if (key == TEXTING && missed <= MOST_MISSES) {
      return texting(scene, askNeed(scene, MOST_MISSES + 1, Text.VOICE_TEXTING, Text.VOICE_NEED));
    }
    if (key >= 1 && key <= House.MENU.size()) {
      return askZip(scene, House.MENU.get(key - 1), 0, Text.VOICE_ZIP);
    }
    return missed < MOST_MISSES
        ? askNeed(scene, missed + 1, Text.VOICE_WRONG_KEY, Text.VOICE_NEED)
        : record(scene, Draft.EMPTY);
  }

  private static Turn askZip(Scene scene, Need need, int missed, Text text) {
    return ask(scene, new Step.VoiceZip(need, missed), new Wait.Keys(ZIP_DIGITS), Prompt.of(text));
  }

  private static Turn onZip(Scene scene, Need need, Reading reading, int missed) {
    if (reading.place() instanceof Finding.Outside(Place outside) && missed >= MOST_MISSES) {
      return end(scene, Prompt.of(Text.VOICE_OUTSIDE))
          .first(
              List.of(
                  new Effect.RecordGap(
                      List.of(need), Optional.of(outside), scene.tongue(), "outside")));
    }
    if (reading.place() instanceof Finding.Found(Place place)) {
      HelpRequest request = VoiceOpening.of(scene, of(need).withPlace(Optional.of(place)));
      return askMore(scene, request.code()).first(VoiceOpening.effects(scene, request));
    }
    return missed < MOST_MISSES
        ? askZip(scene, need, missed + 1, Text.VOICE_ZIP_AGAIN)
        : record(scene, of(need));
  }

  static Turn askMore(Scene scene, Code code) {
    return ask(
        scene,
        new Step.VoiceMore(code),
        new Wait.Recording(House.LONGEST_MESSAGE),
        Prompt.of(Text.VOICE_MORE));
  }

  private static Turn readBack(Scene scene, Code code, int missed) {
    return scene
        .request(code)
        .map(r -> readBack(scene, r, missed))
        .orElseGet(() -> end(scene, Prompt.of(Text.VOICE_THANKS)));
  }

  static Turn readBack(Scene scene, HelpRequest request, int missed) {
    Draft draft = request.draft();
    // Nobody can call a number that we do not see.
    Text text = scene.contact().isPresent() ? Text.VOICE_READ_BACK : Text.VOICE_READ_BACK_BLOCKED;
    return ask(
        scene,
        new Step.VoiceReadBack(request.code(), missed),
        new Wait.Keys(1),
        Prompt.of(text, "need", Gaps.need(draft), "place", WhisperFlow.place(draft)));
  }

  private static Turn onReadBack(Scene scene, Code code, String typed, int missed) {
    return switch (typed) {
      case "1" -> confirmed(scene, code);
      case "2" -> VoiceChangeFlow.start(scene, code);
      default -> missed < MOST_MISSES ? readBack(scene, code, missed + 1) : send(scene, code);
    };
  }

  /** What is right is kept as such at once; a caller without a number is asked for one. */
  private static Turn confirmed(Scene scene, Code code) {
    Turn turn = scene.contact().isPresent() ? send(scene, code) : askNumber(scene, code, 0);
    return scene
        .request(code)
        .map(r -> turn.first(List.of(new Effect.ChangeRequest(r.withConfirmed(true)))))
        .orElse(turn);
  }

  private static Turn askNumber(Scene scene, Code code, int missed) {
    return ask(
        scene,
        new Step.VoiceNumber(code, missed),
        new Wait.Keys(PHONE_DIGITS),
        Prompt.of(Text.VOICE_NUMBER));
  }

  private static Turn onNumber(Scene scene, Code code, String typed, int missed) {
    Optional<PhoneNumber> number =
        typed.matches(PHONE) ? PhoneNumber.parse("+1" + typed, "US") : Optional.empty();
    return number
        .map(n -> send(scene, code).first(List.of(new Effect.KeepCallBack(code, n))))
        .orElseGet(
            () -> missed < MOST_MISSES ? askNumber(scene, code, missed + 1) : send(scene, code));
  }

  private static Turn send(Scene scene, Code code) {
    Turn turn = end(scene, Prompt.of(Text.VOICE_SENT, "code", Arg.of(spelled(code))));
    return withText(scene, turn.and(new Effect.StartDispatch(code)), code);
  }

  /** Who is silent twice may not hear us: texting works too, and the text shows it. */
  private static Turn recordOrText(Scene scene, Draft draft) {
    return texting(
        scene,
        ask(
            scene,
            new Step.VoiceRecord(draft),
            new Wait.Recording(House.LONGEST_MESSAGE),
            Prompt.of(Text.VOICE_TEXTING),
            Prompt.of(Text.VOICE_RECORD)));
  }

  private static Turn texting(Scene scene, Turn turn) {
    return scene
        .contact()
        .filter(c -> c.reach().mayBeTexted())
        .map(c -> turn.and(IntakeFlow.askByText(scene, c.id())))
        .orElse(turn);
  }

  /** Keys did not work: "say it after the tone, and where". */
  static Turn record(Scene scene, Draft draft) {
    return ask(
        scene,
        new Step.VoiceRecord(draft),
        new Wait.Recording(House.LONGEST_MESSAGE),
        Prompt.of(Text.VOICE_RECORD));
  }

  private static Turn keep(Scene scene, Draft draft, List<Effect> kept) {
    return keepAs(scene, VoiceOpening.of(scene, draft), kept);
  }

  private static Turn keepAs(Scene scene, HelpRequest request, List<Effect> kept) {
    Turn turn =
        and(
            end(scene, Prompt.of(Text.VOICE_THANKS)).first(VoiceOpening.effects(scene, request)),
            kept);
    return withText(scene, turn.and(new Effect.StartDispatch(request.code())), request.code());
  }

  private static Turn and(Turn before, List<Effect> more) {
    Turn turn = before;
    for (Effect effect : more) {
      turn = turn.and(effect);
    }
    return turn;
  }

  private static Turn stored(Scene scene, Turn over, Draft draft) {
    HelpRequest request = VoiceOpening.of(scene, draft);
    return over.first(VoiceOpening.effects(scene, request))
        .and(new Effect.StartDispatch(request.code()));
  }

  private static Turn withText(Scene scene, Turn turn, Code code) {
    return scene
        .contact()
        .map(c ->
            turn.and(
                new Effect.SendText(
                    c.id(),
                    Prompt.of(Text.CALL_STORED, "code", Arg.of(code.text())),
                    Optional.of(code))))
        .orElse(turn);
  }

  static Turn ask(Scene scene, Step step, Wait wait, Prompt... prompts) {
    return new Turn(
        at(scene, step), Optional.of(Reply.spoken(scene.tongue(), wait, prompts)), List.of());
  }

  static Turn end(Scene scene, Prompt prompt) {
    return ask(scene, new Step.VoiceEnd(), new Wait.Nothing(), prompt);
  }

  static Turn over(Scene scene) {
    return ended(scene, new Step.VoiceEnd());
  }

  static Turn ended(Scene scene, Step step) {
    return new Turn(at(scene, step), Optional.empty(), List.of());
  }

  static Conversation at(Scene scene, Step step) {
    return scene.conversation().at(step, Optional.empty(), Optional.empty());
  }

  private static Draft of(Need need) {
    return Draft.EMPTY.withNeeds(new LinkedHashSet<>(List.of(need)));
  }

  private static String spelled(Code code) {
    return String.join(" ", code.text().split(""));
  }
}
