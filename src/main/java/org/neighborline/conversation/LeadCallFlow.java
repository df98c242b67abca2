package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.conversation.Scene.Asked;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;

/**
 * The hotline on a lead's phone: asks who gets no texts, puts through to the neighbor, plays what
 * was recorded, closes and gives back, all by key. It asks the lead's own number alone, about what
 * that lead is asked for or has.
 */
final class LeadCallFlow {
  /** How long a neighbor's phone rings, in seconds. */
  private static final int RINGS = 25;

  private static final int MOST_MISSES = 1;
  private static final int CODE_KEYS = 4;

  /** The letters on the keys of a phone, from 2. */
  private static final List<String> KEYS =
      List.of("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ");

  private LeadCallFlow() {}

  /** Keys on a lead's phone; none when there was silence. */
  static Turn answered(Scene scene, String typed) {
    return switch (scene.conversation().step()) {
      case Step.VoiceWhisper(Code code) -> WhisperFlow.answered(scene, code, typed);
      case Step.VoiceDispatch(Code code, int missed) -> onDispatch(scene, code, typed, missed);
      case Step.VoiceHolding(Code code, int missed) -> onHolding(scene, code, typed, missed);
      case Step.VoiceCode(int missed) -> onCode(scene, typed, missed);
      default -> VoiceFlow.over(scene);
    };
  }

  /** "CALL" by text: we call the lead, and after a key the neighbor. */
  static Turn called(Scene scene, Asked asked) {
    Arg code = LeadFlow.code(asked.request());
    if (number(scene, asked).isPresent()) {
      long lead = scene.contact().orElseThrow().id();
      return FrontDesk.reply(scene, Prompt.of(Text.CALLING_YOU, "code", code))
          .and(new Effect.PlaceCall(lead, asked.request().code()));
    }
    boolean texts = asked.resident().filter(r -> r.reach().mayBeTexted()).isPresent();
    return FrontDesk.reply(
        scene, Prompt.of(texts ? Text.NO_CALLS : Text.NO_TEXTS_POSSIBLE, "code", code));
  }

  /** Whom to call; empty where they want no calls, or their phone is no safe one. */
  private static Optional<PhoneNumber> number(Scene scene, Asked asked) {
    String here = scene.contact().map(c -> c.phone().region()).orElse("");
    Optional<PhoneNumber> own =
        asked.resident().filter(r -> r.reach().mayBeCalled()).map(r -> r.phone());
    Optional<PhoneNumber> number = asked.resident().isPresent() ? own : asked.callBack();
    // Calls abroad cost a fortune: only where the lead lives too.
    return number.filter(n -> n.region().equals(here));
  }

  /** A lead took up the phone that we rang. */
  static Turn reached(Scene before, Code code) {
    Scene scene = WhisperFlow.heard(before);
    Optional<Asked> asked = asked(scene, code);
    if (asked.filter(Asked::isHeld).isPresent()) {
      return holding(scene, asked.get(), 0, List.of(Prompt.of(Text.VOICE_GREETING)));
    }
    return asked
        .filter(Asked::isOpen)
        .map(a -> asks(scene, a, 0))
        .orElseGet(() -> VoiceFlow.end(scene, Prompt.of(Text.VOICE_OVER)));
  }

  private static Optional<Asked> asked(Scene scene, Code code) {
    return scene.dispatches().stream().filter(a -> a.request().code().equals(code)).findFirst();
  }

  private static Turn asks(Scene scene, Asked asked, int missed) {
    return VoiceFlow.ask(
        scene,
        new Step.VoiceDispatch(asked.request().code(), missed),
        new Wait.Keys(1),
        WhisperFlow.about(Text.VOICE_DISPATCH, asked.request()));
  }

  /** One takes it, two passes; who presses nothing twice is no person. */
  private static Turn onDispatch(Scene scene, Code code, String typed, int missed) {
    Optional<Asked> open = asked(scene, code).filter(Asked::isOpen);
    if (open.isEmpty()) {
      return VoiceFlow.end(scene, Prompt.of(Text.VOICE_OVER));
    }
    return switch (typed) {
      case "1" ->
          holding(scene, open.get(), 0, List.of())
              .first(List.of(new Effect.TakeDispatch(open.get().dispatch())));
      case "2" ->
          VoiceFlow.end(scene, Prompt.of(Text.VOICE_PASSED))
              .and(new Effect.PassDispatch(open.get().dispatch()));
      default ->
          missed < MOST_MISSES
              ? asks(scene, open.get(), missed + 1)
              : VoiceFlow.ask(scene, new Step.VoiceEnd(), new Wait.Nothing());
    };
  }

  /** What a lead may do by key with what is theirs. */
  private static Turn holding(Scene scene, Asked asked, int missed, List<Prompt> first) {
    HelpRequest request = asked.request();
    List<Prompt> prompts = new ArrayList<>(first);
    if (number(scene, asked).isPresent()) {
      prompts.add(Prompt.of(Text.VOICE_CALL_THEM));
    }
    if (!asked.recordings().isEmpty()) {
      prompts.add(Prompt.of(Text.VOICE_MESSAGE));
    }
    Arg spelled = Arg.of(String.join(" ", request.code().text().split("")));
    prompts.add(Prompt.of(Text.VOICE_YOURS, "code", spelled));
    return VoiceFlow.ask(
        scene,
        new Step.VoiceHolding(request.code(), missed),
        new Wait.Keys(1),
        prompts.toArray(Prompt[]::new));
  }

  private static Turn onHolding(Scene scene, Code code, String typed, int missed) {
    Optional<Asked> held = asked(scene, code).filter(Asked::isHeld);
    if (held.isEmpty()) {
      return VoiceFlow.end(scene, Prompt.of(Text.VOICE_OVER));
    }
    Asked asked = held.get();
    Optional<PhoneNumber> number = number(scene, asked);
    if (typed.equals("1") && number.isPresent()) {
      return VoiceFlow.ask(
              scene,
              new Step.VoiceHolding(code, 0),
              new Wait.Transfer(number.get(), Optional.empty(), asked.request().tongue(), RINGS),
              Prompt.of(Text.VOICE_ONE_MOMENT))
          .and(new Effect.Heard(code, Optional.empty()));
    }
    if (typed.equals("3") && !asked.recordings().isEmpty()) {
      Turn again = holding(scene, asked, 0, List.of());
      return again
          .saying(again.reply().orElseThrow().playing(asked.recordings()))
          .and(new Effect.Heard(code, Optional.empty()));
    }
    return switch (typed) {
      case "2" ->
          VoiceFlow.end(scene, Prompt.of(Text.VOICE_CLOSED)).and(new Effect.FinishRequest(code));
      case "4" ->
          VoiceFlow.end(scene, Prompt.of(Text.VOICE_PASSED))
              .and(new Effect.GiveBack(asked.dispatch()));
      default ->
          missed < MOST_MISSES
              ? holding(scene, asked, missed + 1, List.of())
              : VoiceFlow.ask(scene, new Step.VoiceEnd(), new Wait.Nothing());
    };
  }

  /** The neighbor was called: whether or not they talked, the lead may go on by key. */
  static Turn ended(Scene scene, Code code, Event.TransferEnded ended) {
    Optional<Asked> held = asked(scene, code).filter(Asked::isHeld);
    Turn next =
        ended.gone() || held.isEmpty()
            ? VoiceFlow.over(scene)
            : holding(
                scene,
                held.get(),
                0,
                ended.talked() ? List.of() : List.of(Prompt.of(Text.VOICE_NO_ANSWER)));
    return ended.talked() ? next.and(new Effect.Talked(code)) : next;
  }

  /** A lead who has something calls the hotline: for that, or in need themselves. */
  static Optional<Turn> arrived(Scene before) {
    Scene scene = WhisperFlow.heard(before);
    return scene.dispatches().stream().anyMatch(Asked::isHeld)
        ? Optional.of(asksCode(scene, 0))
        : Optional.empty();
  }

  private static Turn asksCode(Scene scene, int missed) {
    return VoiceFlow.ask(
        scene,
        new Step.VoiceCode(missed),
        new Wait.Keys(CODE_KEYS),
        Prompt.of(Text.VOICE_LEAD_CODE));
  }

  /** The keys of a code that is theirs; no key is someone in need. */
  private static Turn onCode(Scene scene, String typed, int missed) {
    Optional<Asked> meant =
        scene.dispatches().stream()
            .filter(a -> a.isHeld() && keys(a.request().code()).equals(typed))
            .findFirst();
    if (meant.isPresent()) {
      return holding(scene, meant.get(), 0, List.of());
    }
    return typed.isEmpty() || missed >= MOST_MISSES
        ? VoiceFlow.inNeed(scene)
        : asksCode(scene, missed + 1);
  }

  /** A code as it is typed on a phone; one of five characters by its first four. */
  private static String keys(Code code) {
    StringBuilder keys = new StringBuilder();
    for (char c : code.text().substring(0, CODE_KEYS).toCharArray()) {
      if (Character.isDigit(c)) {
        keys.append(c);
      } else {
        for (int i = 0; i < KEYS.size(); i++) {
          if (KEYS.get(i).indexOf(c) >= 0) {
            keys.append(i + 2);
          }
        }
      }
    }
    return keys.toString();
  }
}
