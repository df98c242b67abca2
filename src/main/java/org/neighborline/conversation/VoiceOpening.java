package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import org.neighborline.place.Place;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;

/**
 * What a call stores: a new request, or the one that is open already. Lines break and people call
 * again; and whoever calls fifty times must not have fifty groups out.
 */
final class VoiceOpening {
  private VoiceOpening() {}

  /** The request that holds this, new or not. */
  static HelpRequest of(Scene scene, Draft draft) {
    List<HelpRequest> open =
        scene.requests().stream()
            .filter(r -> r.status().isLive() && r.holder().isEmpty())
            .filter(r -> r.createdAt().plus(House.SAME_REQUEST_WITHIN).isAfter(scene.now()))
            .toList();
    Optional<HelpRequest> same = open.stream().filter(r -> isSame(r.draft(), draft)).findFirst();
    return same.or(() -> open.stream().findFirst().filter(_ -> open.size() >= House.MOST_BY_CALL))
        .orElseGet(() -> IntakeFlow.opened(scene, draft));
  }

  /** Stores it, unless it is. */
  static List<Effect> effects(Scene scene, HelpRequest request) {
    return scene.request(request.code()).isPresent()
        ? List.of()
        : List.of(new Effect.OpenRequest(request));
  }

  /** Where the last request from this phone was for; it is offered, and never named. */
  static Optional<Place> lastPlace(Scene scene) {
    return scene.requests().stream()
        .map(HelpRequest::draft)
        .flatMap(draft -> draft.place().stream())
        .findFirst();
  }

  private static boolean isSame(Draft one, Draft other) {
    return one.needs().equals(other.needs())
        && one.place().flatMap(Place::zip).equals(other.place().flatMap(Place::zip));
  }
}
