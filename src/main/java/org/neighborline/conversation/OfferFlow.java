package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Draft;
import org.neighborline.understanding.Reading;

/** Takes an offer of help: what was said, and where; it is kept for the nearest group. */
final class OfferFlow {
  private OfferFlow() {}

  static Turn start(Scene scene, Reading reading) {
    Draft draft = Draft.EMPTY.with(reading);
    return draft.place().isPresent()
        ? stored(scene, draft)
        : IntakeFlow.asking(scene, new Step.OfferPlace(draft), Prompt.of(Text.OFFER_ASK_PLACE));
  }

  static Turn onPlace(Scene scene, Draft draft, Reading reading) {
    return stored(scene, draft.with(reading));
  }

  private static Turn stored(Scene scene, Draft draft) {
    Conversation idle =
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty());
    return new Turn(
        idle,
        Optional.of(Reply.text(scene.tongue(), Prompt.of(Text.OFFER_THANKS))),
        List.of(new Effect.StoreOffer(draft, scene.tongue().language())));
  }
}
