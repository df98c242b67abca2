package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;

/**
 * How a caller is reached afterwards, since phones are borrowed: by text on this phone, on another
 * one, or by call alone. A caller who withholds the number may leave one to be called on.
 */
final class VoiceTextsFlow {
  private static final int PHONE_DIGITS = 10;
  private static final String PHONE = "[2-9][0-9]{2}[2-9][0-9]{6}";

  private VoiceTextsFlow() {}

  /** What is right is kept as such at once; then it is asked where news may go. */
  static Turn confirmed(Scene scene, Code code) {
    boolean mayText = scene.contact().filter(c -> c.reach().mayBeTexted()).isPresent();
    Turn known = mayText ? askTexts(scene, code, 0) : VoiceFlow.send(scene, code);
    Turn turn = scene.contact().isPresent() ? known : askNumber(scene, code, 0);
    return scene
        .request(code)
        .map(r -> turn.first(List.of(new Effect.ChangeRequest(r.withConfirmed(true)))))
        .orElse(turn);
  }

  static Turn answered(Scene scene, String typed) {
    return switch (scene.conversation().step()) {
      case Step.VoiceTexts(Code code, int missed) -> onTexts(scene, code, typed, missed);
      case Step.VoiceOther(Code code, int missed) -> onOther(scene, code, typed, missed);
      case Step.VoiceNumber(Code code, int missed) -> onNumber(scene, code, typed, missed);
      default -> VoiceFlow.over(scene);
    };
  }

  static Turn silence(Scene scene) {
    // Who goes on without a number presses a key that says nothing.
    return scene.conversation().step() instanceof Step.VoiceNumber(Code code, _)
        ? VoiceFlow.send(scene, code)
        : answered(scene, "");
  }

  /** Who wants no texts here said so; who said nothing yet hears of their code. */
  static Turn hungUp(Scene scene) {
    Turn over = VoiceFlow.over(scene);
    return switch (scene.conversation().step()) {
      case Step.VoiceTexts(Code code, _) ->
          VoiceFlow.withText(scene, over.and(new Effect.StartDispatch(code)), code);
      case Step.VoiceOther(Code code, _) ->
          over.first(byCall(scene, code)).and(new Effect.StartDispatch(code));
      case Step.VoiceNumber(Code code, _) -> over.and(new Effect.StartDispatch(code));
      default -> over;
    };
  }

  private static Turn askTexts(Scene scene, Code code, int missed) {
    return VoiceFlow.ask(
        scene, new Step.VoiceTexts(code, missed), new Wait.Keys(1), Prompt.of(Text.VOICE_TEXTS));
  }

  private static Turn onTexts(Scene scene, Code code, String typed, int missed) {
    return switch (typed) {
      case "1" -> VoiceFlow.send(scene, code);
      case "2" -> askOther(scene, code, 0);
      case "3" -> VoiceFlow.sent(scene, code).first(byCall(scene, code));
      default ->
          missed < VoiceFlow.MOST_MISSES
              ? askTexts(scene, code, missed + 1)
              : VoiceFlow.send(scene, code);
    };
  }

  private static Turn askOther(Scene scene, Code code, int missed) {
    return VoiceFlow.ask(
        scene,
        new Step.VoiceOther(code, missed),
        new Wait.Keys(PHONE_DIGITS),
        Prompt.of(Text.VOICE_OTHER));
  }

  private static Turn onOther(Scene scene, Code code, String typed, int missed) {
    Optional<PhoneNumber> number = number(typed);
    if (number.isEmpty()) {
      return missed < VoiceFlow.MOST_MISSES
          ? askOther(scene, code, missed + 1)
          : VoiceFlow.sent(scene, code).first(byCall(scene, code));
    }
    return scene.contact().filter(c -> c.phone().equals(number.get())).isPresent()
        ? VoiceFlow.send(scene, code)
        : VoiceFlow.sent(scene, code)
            .first(
                List.of(
                    new Effect.KeepCallBack(code, number.get()),
                    new Effect.OfferNews(code, number.get(), scene.tongue())));
  }

  /** A neighbor calls this phone, and no text ever tells its owner of it. */
  private static List<Effect> byCall(Scene scene, Code code) {
    return scene
        .contact()
        .<List<Effect>>map(c -> List.of(new Effect.KeepCallBack(code, c.phone())))
        .orElse(List.of());
  }

  private static Turn askNumber(Scene scene, Code code, int missed) {
    return VoiceFlow.ask(
        scene,
        new Step.VoiceNumber(code, missed),
        new Wait.Keys(PHONE_DIGITS),
        Prompt.of(Text.VOICE_NUMBER));
  }

  private static Turn onNumber(Scene scene, Code code, String typed, int missed) {
    return number(typed)
        .map(n -> VoiceFlow.send(scene, code).first(List.of(new Effect.KeepCallBack(code, n))))
        .orElseGet(() ->
            missed < VoiceFlow.MOST_MISSES
                ? askNumber(scene, code, missed + 1)
                : VoiceFlow.send(scene, code));
  }

  private static Optional<PhoneNumber> number(String typed) {
    return typed.matches(PHONE) ? PhoneNumber.parse("+1" + typed, "US") : Optional.empty();
  }
}
