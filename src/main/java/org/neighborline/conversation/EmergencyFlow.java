package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Emergency;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/** Danger in a person's words: the number to dial goes first, and people are asked at once. */
final class EmergencyFlow {
  private EmergencyFlow() {}

  static Turn take(Scene scene, Reading reading) {
    Optional<HelpRequest> live =
        scene
            .live()
            // Who has it already has it for something else: danger is a request of its own.
            .filter(r -> r.holder().isEmpty())
            .filter(r -> r.createdAt().plus(House.SAME_REQUEST_WITHIN).isAfter(scene.now()));
    Draft said = live.map(HelpRequest::draft).orElse(known(scene)).with(reading).urgent();
    Draft draft = said.needs().isEmpty() ? said.withNeeds(Set.of(Need.OTHER)) : said;
    boolean violence = reading.emergency() == Emergency.VIOLENCE;
    HelpRequest fresh =
        live.map(r -> r.withDraft(draft)).orElseGet(() -> IntakeFlow.opened(scene, draft));
    HelpRequest request = violence ? fresh.forDeskOnly() : fresh;
    List<Effect> effects =
        live.isPresent()
            ? List.of(new Effect.ChangeRequest(request), new Effect.MakeUrgent(request.code()))
            : List.of(new Effect.OpenRequest(request), new Effect.StartDispatch(request.code()));
    return violence
        ? askSafe(scene, request, effects)
        : answered(scene, request, reading.emergency(), effects);
  }

  /** "Is it safe to text you here?": until the answer is yes, nothing goes out that we start. */
  private static Turn askSafe(Scene scene, HelpRequest request, List<Effect> effects) {
    Turn turn =
        IntakeFlow.asking(scene, new Step.AskSafe(request.code()), Prompt.of(Text.VIOLENCE))
            .first(effects);
    return scene
        .contact()
        .map(c -> turn.and(new Effect.ChangeContact(c.withReach(c.reach().withUnsafe(true)))))
        .orElse(turn);
  }

  private static Turn answered(
      Scene scene, HelpRequest request, Emergency emergency, List<Effect> effects) {
    if (emergency == Emergency.DESPAIR) {
      return ended(scene, Prompt.of(Text.DESPAIR)).first(effects);
    }
    return request.draft().place().isPresent()
        ? ended(scene, Prompt.of(Text.EMERGENCY_STORED, "code", IntakeFlow.code(request)))
            .first(effects)
        : IntakeFlow.asking(
                scene,
                new Step.AskPlace(request.draft(), 0, Optional.of(request.code())),
                Prompt.of(Text.EMERGENCY))
            .first(effects);
  }

  private static Turn ended(Scene scene, Prompt prompt) {
    Conversation idle =
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty());
    return new Turn(idle, Optional.of(Reply.text(scene.tongue(), prompt)), List.of());
  }

  static Turn onSafe(Scene scene, Code code, Reading reading) {
    Optional<Integer> key = Keys.read(reading.words()).filter(Keys::isBare).map(Keys::digit);
    boolean yes =
        key.filter(k -> k == 1).isPresent()
            || reading.command().filter(c -> c == Command.YES).isPresent();
    boolean no =
        key.filter(k -> k == 2).isPresent()
            || reading.command().filter(c -> c == Command.NO).isPresent();
    if (yes || no) {
      return safe(scene, yes);
    }
    Optional<HelpRequest> request = scene.request(code);
    Turn silent = new Turn(scene.conversation(), Optional.empty(), List.of());
    return request
        .map(r -> silent.and(new Effect.ChangeRequest(r.withDraft(r.draft().with(reading)))))
        .orElse(silent);
  }

  /** "If that changes, text us 2": the question stays open as long as the request. */
  static Optional<Turn> safeAgain(Scene scene, Reading reading) {
    boolean mayChange =
        scene.isIdle()
            && !scene.isMuted()
            && scene.live().filter(HelpRequest::deskOnly).isPresent();
    Optional<Integer> key = Keys.read(reading.words()).filter(Keys::isBare).map(Keys::digit);
    return key.filter(k -> mayChange && (k == 1 || k == 2)).map(k -> safe(scene, k == 1));
  }

  private static Turn safe(Scene scene, boolean isSafe) {
    Turn turn = ended(scene, Prompt.of(isSafe ? Text.SAFE_YES : Text.SAFE_NO));
    return scene
        .contact()
        .map(c -> turn.and(new Effect.ChangeContact(c.withReach(c.reach().withUnsafe(!isSafe)))))
        .orElse(turn);
  }

  /** What an unfinished intake knew already. */
  private static Draft known(Scene scene) {
    return switch (scene.conversation().step()) {
      case Step.AskNeed(Draft draft, _, _) -> draft;
      case Step.AskPlace(Draft draft, _, _) -> draft;
      case Step.WhichPlace(Draft draft, _, _) -> draft;
      case Step.AskLanguage(Draft draft) -> draft;
      default -> Draft.EMPTY;
    };
  }
}
