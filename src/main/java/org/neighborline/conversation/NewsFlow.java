package org.neighborline.conversation;

import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/**
 * A phone that a caller named for news of their request: it gets one neutral text, and nothing more
 * unless whoever has it says yes.
 */
final class NewsFlow {
  private static final int YES = 1;

  private NewsFlow() {}

  static Optional<Turn> answer(Scene scene, Reading reading) {
    boolean yes =
        Keys.read(reading.words()).filter(k -> k.letter().isEmpty() && k.digit() == YES).isPresent()
            || reading.command().filter(c -> c == Command.YES).isPresent();
    return yes && scene.conversation().step() instanceof Step.AskNews(Code code, _)
        ? Optional.of(
            FrontDesk.reply(scene.idle(), Prompt.of(Text.NEWS_ON, "code", Arg.of(code.text())))
                .and(new Effect.SendNews(code)))
        : Optional.empty();
  }
}
