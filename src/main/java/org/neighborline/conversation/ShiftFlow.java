package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/** Reminds a lead of a shift; 1 they are on, 2 they can't and others are asked in that time. */
final class ShiftFlow {
  private static final int ON = 1;
  private static final int OFF = 2;

  private ShiftFlow() {}

  /** A shift is near. Whoever is in the midst of something else is only told. */
  static Turn near(Scene scene, Event.ShiftNear near) {
    if (scene.contact().isEmpty()) {
      return new Turn(scene.conversation(), Optional.empty(), List.of());
    }
    Prompt prompt =
        Prompt.of(
            near.evening() ? Text.SHIFT_TOMORROW : Text.SHIFT_SOON,
            "time",
            new Arg.At(near.from()),
            "group",
            Arg.of(near.group()));
    Conversation next =
        scene.isIdle()
            ? scene
                .conversation()
                .at(
                    new Step.AskShift(near.until()),
                    Optional.of(scene.now()),
                    Optional.of(near.from()))
            : scene.conversation();
    return new Turn(
        next,
        Optional.empty(),
        List.of(new Effect.SendText(scene.contact().get().id(), prompt, Optional.empty())));
  }

  static Optional<Turn> answer(Scene scene, Reading reading) {
    if (!(scene.conversation().step() instanceof Step.AskShift(var until))) {
      return Optional.empty();
    }
    Optional<Integer> key =
        Keys.read(reading.words()).filter(k -> k.letter().isEmpty()).map(Keys::digit);
    boolean on = key.filter(k -> k == ON).isPresent() || says(reading, Command.YES);
    boolean off = key.filter(k -> k == OFF).isPresent() || says(reading, Command.NO);
    if (on) {
      return Optional.of(FrontDesk.reply(scene.idle(), Prompt.of(Text.SHIFT_ON)));
    }
    return off
        ? Optional.of(
            FrontDesk.reply(scene.idle(), Prompt.of(Text.SHIFT_OFF))
                .and(new Effect.PauseLead(scene.contact().orElseThrow().id(), Optional.of(until))))
        : Optional.empty();
  }

  private static boolean says(Reading reading, Command command) {
    return reading.command().filter(c -> c == command).isPresent();
  }
}
