package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/**
 * Into a phone tree by the word that its coordinator gave, and out of it by one word. Whoever
 * guesses hears nothing of trees.
 */
final class JoinFlow {
  /** What residents hear must fit their texts, in letters that all of them read. */
  private static final Pattern NAME = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin} .'-]{0,19}");

  private JoinFlow() {}

  static Optional<Turn> take(Scene scene, Reading reading) {
    if (scene.conversation().step() instanceof Step.AskName(String groupId)) {
      return Optional.of(named(scene, groupId, reading.words().strip()));
    }
    if (scene.isLead() && reading.command().filter(c -> c == Command.LEAVE).isPresent()) {
      return Optional.of(
          FrontDesk.reply(scene.idle(), Prompt.of(Text.LEFT_TREE)).and(new Effect.LeaveTrees()));
    }
    return reading
        .opening()
        .filter(o -> o.command() == Command.JOIN)
        .flatMap(o -> joining(scene, o.rest().strip()));
  }

  private static Optional<Turn> joining(Scene scene, String rest) {
    String[] words = rest.split("\\s+", 2);
    Optional<String> groupId =
        Optional.ofNullable(scene.doors().get(words[0].toUpperCase(Locale.ROOT)));
    return groupId.map(id -> named(scene, id, words.length > 1 ? words[1].strip() : ""));
  }

  private static Turn named(Scene scene, String groupId, String name) {
    if (!NAME.matcher(name).matches()) {
      Instant until = scene.now().plus(House.FINISH_WITHIN);
      return new Turn(
          scene
              .conversation()
              .at(new Step.AskName(groupId), Optional.of(scene.now()), Optional.of(until)),
          Optional.of(Reply.text(scene.tongue(), Prompt.of(Text.JOIN_NAME))),
          List.of());
    }
    return new Turn(
        scene.idle().conversation(), Optional.empty(), List.of(new Effect.JoinTree(groupId, name)));
  }
}
