package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import org.neighborline.request.Code;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/**
 * What coordinators do by text, the leads of the group that answers last: see what is open, stuck
 * or unmet, take or give any request by its code, and mute a sender.
 */
final class DeskFlow {
  private DeskFlow() {}

  static Optional<Turn> command(Scene scene, Reading reading) {
    Optional<Scene.Post> desk =
        scene.posts().stream()
            .filter(p -> p.group().id().equals(scene.house().rules().backstop()))
            .findFirst();
    return desk.isEmpty() || reading.opening().isEmpty()
        ? Optional.empty()
        : effect(scene, desk.get(), reading.opening().get())
            .map(e -> new Turn(scene.conversation(), Optional.empty(), List.of(e)));
  }

  private static Optional<Effect> effect(Scene scene, Scene.Post desk, Reading.Opening opening) {
    String rest = opening.rest().strip();
    Optional<Code> code = OwnCodes.code(rest);
    String after = OwnCodes.after(rest);
    boolean own = code.filter(c -> isOwn(scene, c)).isPresent();
    boolean alone = rest.isEmpty();
    return switch (opening.command()) {
      case OPEN ->
          alone && !(scene.conversation().step() instanceof Step.AskNote)
              ? Optional.of(new Effect.ListWaiting(false))
              : Optional.empty();
      case STUCK -> alone ? Optional.of(new Effect.ListWaiting(true)) : Optional.empty();
      case GAPS -> alone ? Optional.of(new Effect.ListGaps()) : Optional.empty();
      case MUTE, UNMUTE -> muting(opening.command() == Command.MUTE, code, rest);
      case TAKE -> code.filter(_ -> !own).map(c -> new Effect.TakeAny(desk, c));
      case GIVE, HAND ->
          code.filter(_ -> !after.isEmpty() && (!own || opening.command() == Command.GIVE))
              .map(c -> new Effect.Assign(desk, c, after));
      default -> Optional.empty();
    };
  }

  private static Optional<Effect> muting(boolean mute, Optional<Code> code, String rest) {
    if (rest.isEmpty()) {
      return Optional.of(new Effect.ListMuted());
    }
    return code.map(c -> mute ? new Effect.Mute(c) : new Effect.Unmute(c));
  }

  private static boolean isOwn(Scene scene, Code code) {
    return scene.dispatches().stream()
        .anyMatch(a -> a.request().code().equals(code) && (a.isOpen() || a.isHeld()));
  }
}
