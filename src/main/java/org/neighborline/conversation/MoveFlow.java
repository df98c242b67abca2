package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Reading;

/**
 * "I am in 11237", after the request was sent for elsewhere: it is the same request, and the
 * resident says which place is right before anything changes.
 */
final class MoveFlow {
  private MoveFlow() {}

  /** Asks which place is right; empty when the text is about something else. */
  static Optional<Turn> start(Scene scene, Reading reading) {
    if (!reading.needs().isEmpty()
        || reading.intent() == Intent.REQUEST
        || !(reading.place() instanceof Finding.Found(Place said))) {
      return Optional.empty();
    }
    return scene
        .live()
        .filter(r -> !IntakeFlow.isUnsent(r) && r.holder().isEmpty())
        .filter(r -> r.draft().place().filter(p -> !IntakeFlow.isSamePlace(p, said)).isPresent())
        .map(r -> {
          List<Place> choices = List.of(r.draft().place().orElseThrow(), said);
          HelpRequest heard = r.withDraft(r.draft().withWords(reading.words()));
          return IntakeFlow.whichPlace(scene, heard.draft(), choices, Optional.of(r.code()))
              .and(new Effect.ChangeRequest(heard));
        });
  }

  /** The place that was chosen; other words than a choice leave the request as it is. */
  static Turn onChoice(Scene scene, HelpRequest request, Optional<Place> chosen, Reading reading) {
    Scene idle =
        scene.with(scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty()));
    if (chosen.isEmpty()) {
      return IntakeFlow.take(idle, reading);
    }
    return request.draft().place().equals(chosen)
        ? FrontDesk.reply(idle, ResidentFlow.status(request, scene.now()))
        // What the resident hears depends on whom we find: the switchboard says it.
        : new Turn(
            idle.conversation(),
            Optional.empty(),
            List.of(new Effect.MoveRequest(request.code(), chosen.get())));
  }
}
