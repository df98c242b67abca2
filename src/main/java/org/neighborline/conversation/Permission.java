package org.neighborline.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Reading;

/** Opting out and in: words that the carrier answers itself, and words that only we know. */
final class Permission {
  /** As a whole text, the carrier acts on these and answers them (most-missed 26). */
  private static final Set<String> CARRIER_STOPS =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");

  private static final Set<String> CARRIER_STARTS = Set.of("start", "yes", "unstop");

  private Permission() {}

  static Turn stop(Scene scene, Reading reading) {
    Conversation idle =
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty());
    Optional<HelpRequest> untaken =
        scene.requests().stream()
            .filter(r -> r.status().isTakeable() && r.holder().isEmpty())
            .findFirst();
    Turn turn = new Turn(idle, Optional.empty(), List.of(new Effect.OptOut()));
    for (HelpRequest request : scene.requests()) {
      if (request.status().isTakeable() && request.holder().isEmpty()) {
        turn = turn.and(new Effect.DropRequest(request.code()));
      }
    }
    if (isCarriers(reading, CARRIER_STOPS)) {
      return turn;
    }
    Prompt confirmation =
        untaken
            .map(r -> Prompt.of(Text.OPTED_OUT_CLOSED, "code", Arg.of(r.code().text())))
            .orElse(Prompt.of(Text.OPTED_OUT));
    return turn.saying(Reply.text(scene.tongue(), confirmation));
  }

  static Turn start(Scene scene, Reading reading) {
    boolean wasOut = scene.contact().filter(c -> c.reach().optedOut()).isPresent();
    if (!wasOut) {
      return isCarriers(reading, CARRIER_STARTS)
          ? FrontDesk.reply(scene, Prompt.of(Text.ASK_NEED))
          : IntakeFlow.greet(scene);
    }
    Turn turn = new Turn(scene.conversation(), Optional.empty(), List.of(new Effect.OptIn()));
    return isCarriers(reading, CARRIER_STARTS)
        ? turn
        : turn.saying(Reply.text(scene.tongue(), Prompt.of(Text.OPTED_IN)));
  }

  private static boolean isCarriers(Reading reading, Set<String> words) {
    return words.contains(reading.words().strip().toLowerCase(Locale.ROOT));
  }
}
