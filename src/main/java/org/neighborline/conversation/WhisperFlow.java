package org.neighborline.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.neighborline.conversation.Scene.Asked;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;

/**
 * What a lead hears who takes up the phone for a caller that waits: what, where, which language,
 * and a key to take it. Only a key connects, so that no answering machine is taken for a person.
 */
final class WhisperFlow {
  private WhisperFlow() {}

  /** The lead's phone was taken up. */
  static Turn pickedUp(Scene scene, Code code) {
    Scene heard = heard(scene);
    return ringing(heard, code)
        .map(asked ->
            VoiceFlow.ask(
                heard,
                new Step.VoiceWhisper(code),
                new Wait.Acceptance(),
                about(Text.VOICE_WHISPER, asked.request())))
        .orElseGet(() -> VoiceFlow.end(heard, Prompt.of(Text.VOICE_OVER)));
  }

  /** One takes it and connects; anything else leaves it to the next. */
  static Turn answered(Scene before, Code code, String typed) {
    Scene scene = heard(before);
    Optional<Asked> asked = ringing(scene, code);
    if (asked.isEmpty()) {
      return VoiceFlow.end(scene, Prompt.of(Text.VOICE_OVER));
    }
    Turn aside = VoiceFlow.ask(scene, new Step.VoiceEnd(), new Wait.Nothing());
    return switch (typed) {
      case "1" ->
          VoiceFlow.ask(scene, new Step.VoiceEnd(), new Wait.Joined())
              .and(new Effect.TakeDispatch(asked.get().dispatch()))
              .and(
                  new Effect.SendText(
                      scene.contact().orElseThrow().id(),
                      taken(asked.get().request()),
                      Optional.empty()));
      case "2" -> aside.and(new Effect.PassDispatch(asked.get().dispatch()));
      default -> aside;
    };
  }

  private static Prompt taken(HelpRequest request) {
    return Prompt.of(
        request.contactId().isPresent() ? Text.TAKEN : Text.TAKEN_NO_NUMBER,
        "code",
        LeadFlow.code(request));
  }

  private static Optional<Asked> ringing(Scene scene, Code code) {
    return scene.dispatches().stream()
        .filter(a -> a.request().code().equals(code) && a.isOpen())
        .findFirst();
  }

  /** What, where and in which language, as it is said; for how many is in the text. */
  static Prompt about(Text text, HelpRequest request) {
    return new Prompt(
        text,
        Map.of(
            "need", Gaps.need(request.draft().withPeople(OptionalInt.empty())),
            "place", place(request.draft()),
            "language", new Arg.LanguageName(request.tongue().language())));
  }

  /** Digits one by one, so that a voice reads 11221 as people do. */
  static Arg place(Draft draft) {
    return draft
        .place()
        .flatMap(Place::zip)
        .<Arg>map(zip -> Arg.of(String.join(" ", zip.split(""))))
        .orElseGet(() -> Gaps.place(draft));
  }

  /** A lead is spoken to in their language, where it has a voice. */
  static Scene heard(Scene scene) {
    Tongue tongue = scene.tongue();
    boolean spoken = scene.house().spoken().contains(tongue.language());
    return spoken ? scene : scene.with(scene.conversation().in(Tongue.ENGLISH));
  }
}
