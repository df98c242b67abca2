package org.neighborline.conversation;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Quote;
import org.neighborline.language.Text;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/**
 * "ASK 5 groceries": a lead asks those who offered help to the group; the first who says yes is it.
 */
final class AppealFlow {
  private static final Pattern LIKE = Pattern.compile("(\\d{1,2})(?:\\s+(.*))?", Pattern.DOTALL);
  private static final int MOST_ASKED = 20;

  /** So much of the lead's own words goes with the question. */
  private static final int LONGEST_WORDS = 120;

  /** A late yes still counts while nobody else said it. */
  private static final Duration LATE = Duration.ofDays(1);

  private static final int YES = 1;
  private static final int NO = 2;

  private AppealFlow() {}

  /** "Ask him whether he is at home" is for a resident: ours has a number. */
  static boolean isLike(String rest) {
    return LIKE.matcher(rest).matches();
  }

  static Turn ask(Scene scene, String rest, Reading reading) {
    Matcher matcher = LIKE.matcher(rest);
    String words =
        matcher.matches() ? Optional.ofNullable(matcher.group(2)).orElse("").strip() : "";
    if (words.isEmpty()) {
      return FrontDesk.reply(scene, Prompt.of(Text.APPEAL_HOW));
    }
    int count = Math.clamp(Integer.parseInt(matcher.group(1)), 1, MOST_ASKED);
    Set<Need> needs = new LinkedHashSet<>(reading.needs());
    needs.remove(Need.OTHER);
    String said = Quote.shortened(words, LONGEST_WORDS);
    return new Turn(
        scene.conversation(),
        Optional.empty(),
        List.of(new Effect.Appeal(scene.posts().getFirst(), count, needs, said)));
  }

  /** Someone who offered help is asked. Whoever is in the midst of something else is left alone. */
  static Turn asked(Scene scene, Event.Appealed appealed) {
    Turn silent = new Turn(scene.conversation(), Optional.empty(), List.of());
    if (scene.contact().isEmpty() || !scene.isIdle()) {
      return silent;
    }
    Conversation next =
        scene
            .conversation()
            .at(
                new Step.AskOfferer(appealed.id()),
                Optional.of(scene.now()),
                Optional.of(appealed.until().plus(LATE)));
    Prompt prompt =
        new Prompt(
            Text.APPEAL,
            Map.of(
                "lead", Arg.of(appealed.lead()),
                "group", Arg.of(appealed.group()),
                "need", Gaps.needs(appealed.needs()),
                "words", Arg.of(appealed.words())));
    return new Turn(
        next,
        Optional.empty(),
        List.of(new Effect.SendText(scene.contact().get().id(), prompt, Optional.empty())));
  }

  static Optional<Turn> answer(Scene scene, Reading reading) {
    if (!(scene.conversation().step() instanceof Step.AskOfferer(long id))) {
      return Optional.empty();
    }
    Optional<Integer> key =
        Keys.read(reading.words()).filter(k -> k.letter().isEmpty()).map(Keys::digit);
    boolean yes = key.filter(k -> k == YES).isPresent() || says(reading, Command.YES);
    boolean no = key.filter(k -> k == NO).isPresent() || says(reading, Command.NO);
    return yes || no
        ? Optional.of(
            new Turn(
                scene.idle().conversation(),
                Optional.empty(),
                List.of(new Effect.AnswerAppeal(id, yes))))
        : Optional.empty();
  }

  private static boolean says(Reading reading, Command command) {
    return reading.command().filter(c -> c == command).isPresent();
  }
}
