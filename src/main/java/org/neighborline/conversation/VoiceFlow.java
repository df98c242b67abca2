package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
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

  /** The term that stands for a place which is not named. */
  private static final String SAME_PLACE = "place.same";

  private VoiceFlow() {}

  static Turn arrived(Scene scene) {
    return LeadCallFlow.arrived(scene)
        .orElseGet(() -> VoiceBackFlow.mayBeMissed(scene, inNeed(scene)));
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
      case Step.VoiceBack _ -> VoiceBackFlow.answered(scene, typed);
      case Step.VoiceLanguage(int missed) -> VoiceLanguageFlow.answered(scene, typed, missed);
      case Step.VoiceSecondKey(int first, int missed) ->
          VoiceLanguageFlow.answered(scene, first + typed, missed);
      case Step.VoiceChange change -> VoiceChangeFlow.answered(scene, change, reading);
      case Step.VoiceNeed(int missed) -> onNeed(scene, typed, missed);
      case Step.VoiceZip(Need need, int missed) -> onZip(scene, need, reading, missed);
      case Step.VoiceReadBack back -> onReadBack(scene, back, typed);
      case Step.VoiceTexts _, Step.VoiceOther _, Step.VoiceNumber _ ->
          VoiceTextsFlow.answered(scene, typed);
      case Step.VoiceMore more -> readBack(scene, more);
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
      case Step.VoiceBack _ -> end(scene, Prompt.of(Text.VOICE_TEXTING));
      case Step.VoiceLanguage(int missed) ->
          missed < MOST_MISSES
              ? VoiceLanguageFlow.menu(scene, missed + 1)
              : VoiceMessageFlow.recordOrText(scene, Draft.EMPTY);
      case Step.VoiceSecondKey(int first, int missed) ->
          VoiceLanguageFlow.chosen(scene, first, missed);
      case Step.VoiceNeed(int missed) ->
          missed < MOST_MISSES
              ? askNeed(scene, missed + 1, Text.VOICE_NEED)
              : VoiceMessageFlow.recordOrText(scene, Draft.EMPTY);
      case Step.VoiceZip(Need need, int missed) ->
          missed < MOST_MISSES
              ? askZip(scene, need, missed + 1, Text.VOICE_ZIP)
              : VoiceMessageFlow.recordOrText(scene, of(need));
      case Step.VoiceChange change -> VoiceChangeFlow.silence(scene, change);
      case Step.VoiceTexts _, Step.VoiceOther _, Step.VoiceNumber _ ->
          VoiceTextsFlow.silence(scene);
      case Step.VoiceMore more -> readBack(scene, more);
      case Step.VoiceReadBack back -> onReadBack(scene, back, "");
      case Step.VoiceRecord(Draft draft) ->
          draft.isWorthKeeping()
              ? VoiceMessageFlow.keep(scene, draft, List.of())
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
      case Step.VoiceLanguage _, Step.VoiceNeed _ -> VoiceBackFlow.missed(scene, over);
      case Step.VoiceZip(Need need, _) -> stored(scene, over, of(need));
      // The carrier may tell of the recording only after the end: it still has its place then.
      case Step.VoiceRecord(Draft draft) when draft.isWorthKeeping() ->
          stored(
              scene,
              ended(scene, new Step.VoiceMore(VoiceOpening.of(scene, draft).code(), false)),
              draft);
      case Step.VoiceRecord record -> ended(scene, record);
      case Step.VoiceMore more -> ended(scene, more).and(new Effect.StartDispatch(more.code()));
      case Step.VoiceReadBack back -> over.and(new Effect.StartDispatch(back.code()));
      case Step.VoiceTexts _, Step.VoiceOther _, Step.VoiceNumber _ -> VoiceTextsFlow.hungUp(scene);
      case Step.VoiceLeave leave -> ended(scene, leave).and(new Effect.StartDispatch(leave.code()));
      case Step.VoiceTransfer(Code code, _, _) -> TransferFlow.hungUp(scene, code);
      // The carrier may tell how long they talked only after the end.
      case Step.VoiceHolding holding -> ended(scene, holding);
      case Step.VoiceChange change -> over.and(new Effect.StartDispatch(change.code()));
      default -> over;
    };
  }

  /** The menu of needs, after something else or alone. */
  static Turn askNeed(Scene scene, int missed, Text... texts) {
    Prompt[] prompts = Stream.of(texts).map(Prompt::of).toArray(Prompt[]::new);
    return ask(scene, new Step.VoiceNeed(missed), new Wait.Keys(1), prompts);
  }

  static Turn onNeed(Scene scene, String typed, int missed) {
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
        : VoiceMessageFlow.record(scene, Draft.EMPTY);
  }

  private static Turn askZip(Scene scene, Need need, int missed, Text text) {
    List<Prompt> prompts = new ArrayList<>(List.of(Prompt.of(text)));
    if (VoiceOpening.lastPlace(scene).isPresent()) {
      prompts.add(Prompt.of(Text.VOICE_SAME));
    }
    return ask(
        scene,
        new Step.VoiceZip(need, missed),
        new Wait.Keys(ZIP_DIGITS),
        prompts.toArray(Prompt[]::new));
  }

  private static Turn onZip(Scene scene, Need need, Reading reading, int missed) {
    if (reading.place() instanceof Finding.Outside(Place outside) && missed >= MOST_MISSES) {
      return end(scene, Prompt.of(Text.VOICE_OUTSIDE))
          .first(
              List.of(
                  new Effect.RecordGap(
                      List.of(need), Optional.of(outside), scene.tongue(), "outside")));
    }
    boolean same = reading.words().strip().matches("\\*+");
    Optional<Place> where =
        reading.place() instanceof Finding.Found(Place place)
            ? Optional.of(place)
            : VoiceOpening.lastPlace(scene).filter(_ -> same);
    if (where.isPresent()) {
      HelpRequest request = VoiceOpening.of(scene, of(need).withPlace(where));
      return askMore(scene, request.code(), same).first(VoiceOpening.effects(scene, request));
    }
    return missed < MOST_MISSES
        ? askZip(scene, need, missed + 1, Text.VOICE_ZIP_AGAIN)
        : VoiceMessageFlow.record(scene, of(need));
  }

  static Turn askMore(Scene scene, Code code, boolean same) {
    return ask(
        scene,
        new Step.VoiceMore(code, same),
        new Wait.Recording(House.LONGEST_MESSAGE),
        Prompt.of(Text.VOICE_MORE));
  }

  static Turn readBack(Scene scene, Step.VoiceMore more) {
    return readBack(scene, new Step.VoiceReadBack(more.code(), 0, more.same()));
  }

  private static Turn readBack(Scene scene, Step.VoiceReadBack back) {
    return scene
        .request(back.code())
        .map(r -> readBack(scene, r, back.missed(), back.same()))
        .orElseGet(() -> end(scene, Prompt.of(Text.VOICE_THANKS)));
  }

  static Turn readBack(Scene scene, HelpRequest request, int missed, boolean same) {
    Draft draft = request.draft();
    // Nobody can call a number that we do not see.
    Text text = scene.contact().isPresent() ? Text.VOICE_READ_BACK : Text.VOICE_READ_BACK_BLOCKED;
    Arg place = same ? new Arg.Term(SAME_PLACE) : WhisperFlow.place(draft);
    return ask(
        scene,
        new Step.VoiceReadBack(request.code(), missed, same),
        new Wait.Keys(1),
        Prompt.of(text, "need", Gaps.need(draft), "place", place));
  }

  private static Turn onReadBack(Scene scene, Step.VoiceReadBack back, String typed) {
    Code code = back.code();
    return switch (typed) {
      case "1" -> VoiceTextsFlow.confirmed(scene, code);
      case "2" -> VoiceChangeFlow.start(scene, code);
      default ->
          back.missed() < MOST_MISSES
              ? readBack(scene, new Step.VoiceReadBack(code, back.missed() + 1, back.same()))
              : send(scene, code);
    };
  }

  /** People are asked, and the code follows by text. */
  static Turn send(Scene scene, Code code) {
    return withText(scene, sent(scene, code), code);
  }

  static Turn sent(Scene scene, Code code) {
    return end(scene, Prompt.of(Text.VOICE_SENT, "code", Arg.of(spelled(code))))
        .and(new Effect.StartDispatch(code));
  }

  static Turn texting(Scene scene, Turn turn) {
    return scene
        .contact()
        .filter(c -> c.reach().mayBeTexted())
        .map(c -> turn.and(IntakeFlow.askByText(scene, c.id())))
        .orElse(turn);
  }

  private static Turn stored(Scene scene, Turn over, Draft draft) {
    HelpRequest request = VoiceOpening.of(scene, draft);
    return over.first(VoiceOpening.effects(scene, request))
        .and(new Effect.StartDispatch(request.code()));
  }

  static Turn withText(Scene scene, Turn turn, Code code) {
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
