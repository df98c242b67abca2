package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * A caller says that the read-back is wrong: need and ZIP are asked again. The request stays stored
 * with its recording, each right answer at once in it, so that a hang-up loses nothing.
 */
final class VoiceChangeFlow {
  private VoiceChangeFlow() {}

  static Turn start(Scene scene, Code code) {
    boolean isOut = scene.request(code).filter(r -> !IntakeFlow.isUnsent(r)).isPresent();
    // People are asked about it already, from a call before: this one needs something else.
    return isOut
        ? VoiceFlow.askNeed(scene, 0, Text.VOICE_NEED)
        : ask(scene, new Step.VoiceChange(code, Optional.empty(), 0), Text.VOICE_NEED);
  }

  static Turn answered(Scene scene, Step.VoiceChange change, Reading reading) {
    return scene
        .request(change.code())
        .map(request ->
            change.need().isEmpty()
                ? onNeed(scene, change, request, reading.words().strip())
                : onZip(scene, change, request, reading))
        .orElseGet(() -> VoiceFlow.askMore(scene, change.code(), false));
  }

  static Turn silence(Scene scene, Step.VoiceChange change) {
    return missed(scene, change, change.need().isEmpty() ? Text.VOICE_NEED : Text.VOICE_ZIP);
  }

  private static Turn onNeed(
      Scene scene, Step.VoiceChange change, HelpRequest request, String typed) {
    int key = typed.matches("[1-9]") ? Integer.parseInt(typed) : 0;
    if (key < 1 || key > House.MENU.size()) {
      return missed(scene, change, Text.VOICE_WRONG_KEY, Text.VOICE_NEED);
    }
    Need need = House.MENU.get(key - 1);
    Draft draft = request.draft().withNeeds(Set.of(need));
    return ask(scene, new Step.VoiceChange(change.code(), Optional.of(need), 0), Text.VOICE_ZIP)
        .first(List.of(new Effect.ChangeRequest(request.withDraft(draft))));
  }

  private static Turn onZip(
      Scene scene, Step.VoiceChange change, HelpRequest request, Reading reading) {
    if (reading.place() instanceof Finding.Found(Place place)) {
      HelpRequest moved = request.withDraft(request.draft().withPlace(Optional.of(place)));
      return VoiceFlow.readBack(scene, moved, 0, false)
          .first(List.of(new Effect.ChangeRequest(moved)));
    }
    return missed(scene, change, Text.VOICE_ZIP_AGAIN);
  }

  /** Keys do not get us there: what is wrong is said after the tone. */
  private static Turn missed(Scene scene, Step.VoiceChange change, Text... texts) {
    return change.missed() < VoiceFlow.MOST_MISSES
        ? ask(scene, new Step.VoiceChange(change.code(), change.need(), change.missed() + 1), texts)
        : VoiceFlow.askMore(scene, change.code(), false);
  }

  private static Turn ask(Scene scene, Step.VoiceChange step, Text... texts) {
    Prompt[] prompts = List.of(texts).stream().map(Prompt::of).toArray(Prompt[]::new);
    Wait keys = new Wait.Keys(step.need().isEmpty() ? 1 : VoiceFlow.ZIP_DIGITS);
    return VoiceFlow.ask(scene, step, keys, prompts);
  }
}
