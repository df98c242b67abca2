package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;

/**
 * What a caller says after the tone: asked for where keys don't work, and kept wherever it comes.
 */
final class VoiceMessageFlow {
  private VoiceMessageFlow() {}

  static Turn recorded(Scene scene, Event.Recorded recorded) {
    return switch (scene.conversation().step()) {
      case Step.VoiceMore more -> {
        Code code = more.code();
        List<Effect> kept = scene.request(code).map(r -> kept(recorded, r)).orElse(List.of());
        Optional<Turn> person =
            TransferFlow.isAsked(recorded.key()) ? TransferFlow.begin(scene) : Optional.empty();
        yield recorded.hungUp()
            ? VoiceFlow.over(scene).first(kept).and(new Effect.StartDispatch(code))
            : person.orElseGet(() -> VoiceFlow.readBack(scene, more)).first(kept);
      }
      case Step.VoiceLeave(Code code) -> {
        List<Effect> kept = scene.request(code).map(r -> kept(recorded, r)).orElse(List.of());
        Turn turn =
            recorded.hungUp()
                ? VoiceFlow.over(scene).and(new Effect.StartDispatch(code))
                : VoiceFlow.send(scene, code);
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
    return (recorded.hungUp() ? VoiceFlow.hungUp(scene) : VoiceFlow.silence(scene)).first(kept);
  }

  private static List<Effect> kept(Event.Recorded recorded, HelpRequest request) {
    return recorded
        .sid()
        .<List<Effect>>map(
            sid -> List.of(new Effect.KeepRecording(sid, recorded.seconds(), request.code())))
        .orElse(List.of());
  }

  /** Who is silent twice may not hear us: texting works too, and the text shows it. */
  static Turn recordOrText(Scene scene, Draft draft) {
    return VoiceFlow.texting(
        scene,
        VoiceFlow.ask(
            scene,
            new Step.VoiceRecord(draft),
            new Wait.Recording(House.LONGEST_MESSAGE),
            Prompt.of(Text.VOICE_TEXTING),
            Prompt.of(Text.VOICE_RECORD)));
  }

  /** Keys did not work: "say it after the tone, and where". */
  static Turn record(Scene scene, Draft draft) {
    return VoiceFlow.ask(
        scene,
        new Step.VoiceRecord(draft),
        new Wait.Recording(House.LONGEST_MESSAGE),
        Prompt.of(Text.VOICE_RECORD));
  }

  static Turn keep(Scene scene, Draft draft, List<Effect> kept) {
    return keepAs(scene, VoiceOpening.of(scene, draft), kept);
  }

  private static Turn keepAs(Scene scene, HelpRequest request, List<Effect> kept) {
    Turn turn =
        and(
            VoiceFlow.end(scene, Prompt.of(Text.VOICE_THANKS))
                .first(VoiceOpening.effects(scene, request)),
            kept);
    return VoiceFlow.withText(
        scene, turn.and(new Effect.StartDispatch(request.code())), request.code());
  }

  private static Turn and(Turn before, List<Effect> more) {
    Turn turn = before;
    for (Effect effect : more) {
      turn = turn.and(effect);
    }
    return turn;
  }
}
