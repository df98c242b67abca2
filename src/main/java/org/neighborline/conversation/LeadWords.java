package org.neighborline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.conversation.Scene.Asked;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/** What leads do by word: take, pass, done, give back, more, list, pause, back, hand, open. */
final class LeadWords {
  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,2})\\s*([hd])", Pattern.CASE_INSENSITIVE);
  private static final Duration DEFAULT_PAUSE = Duration.ofHours(4);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(30);

  private LeadWords() {}

  /** A word of ours, alone or with a code or a time after it. */
  static Optional<Turn> command(Scene scene, Reading reading) {
    if (reading.opening().isEmpty()) {
      return Optional.empty();
    }
    Command command = reading.opening().get().command();
    String rest = reading.opening().get().rest().strip();
    // "Done shopping, on my way" is for the resident: a word of ours stands alone, or with a code
    // or a time.
    boolean alone =
        rest.isEmpty()
            || Code.parse(rest).isPresent()
            || (command == Command.PAUSE && DURATION.matcher(rest).matches());
    if (!alone) {
      return Optional.empty();
    }
    return switch (command) {
      case TAKE -> Optional.of(named(scene, rest, Asked::isOpen, a -> LeadFlow.take(scene, a, "")));
      case PASS -> Optional.of(named(scene, rest, Asked::isOpen, a -> LeadFlow.pass(scene, a)));
      case DONE ->
          holding(
              scene,
              rest,
              a ->
                  FrontDesk.reply(scene, Prompt.of(Text.DONE, "code", LeadFlow.code(a.request())))
                      .and(new Effect.FinishRequest(a.request().code())));
      case GIVE -> holding(scene, rest, a -> LeadFlow.gaveBack(scene, a));
      case MORE ->
          Optional.of(named(scene, rest, a -> a.isOpen() || a.isHeld(), a -> details(scene, a)));
      case LIST -> Optional.of(listed(scene));
      case PAUSE -> Optional.of(pause(scene, rest));
      case BACK ->
          Optional.of(
              FrontDesk.reply(scene, Prompt.of(Text.LEAD_BACK))
                  .and(new Effect.PauseLead(scene.contact().orElseThrow().id(), Optional.empty())));
      case MENU -> Optional.of(FrontDesk.reply(scene, Prompt.of(Text.LEAD_MENU)));
      case YES,
          NO,
          HELP,
          STOP,
          START,
          STATUS,
          DROP,
          NEW,
          FORGET,
          URGENT,
          CALL,
          PHRASES,
          NOTYET,
          HAND,
          JOIN,
          LEAVE,
          OPEN ->
          Optional.empty();
    };
  }

  /**
   * Does something with the dispatch that a code names among this lead's own, or with the only one
   * there is; a word of ours is never taken for words to a resident.
   */
  private static Turn named(
      Scene scene, String rest, Predicate<Asked> fits, Function<Asked, Turn> does) {
    Optional<Code> code = Code.parse(rest);
    if (code.isPresent()) {
      return scene.dispatches().stream()
          .filter(a -> a.request().code().equals(code.get()))
          .findFirst()
          .map(does)
          .orElseGet(() -> notYours(scene, code.get()));
    }
    List<Asked> fitting = scene.dispatches().stream().filter(fits).toList();
    if (fitting.isEmpty()) {
      return FrontDesk.reply(scene, Prompt.of(Text.NOTHING_OPEN));
    }
    return fitting.size() == 1
        ? does.apply(fitting.getFirst())
        : FrontDesk.reply(scene, Prompt.of(Text.WHICH_OPEN, "open", LeadFlow.list(fitting)));
  }

  private static Turn notYours(Scene scene, Code code) {
    return FrontDesk.reply(scene, Prompt.of(Text.NOT_YOURS, "code", Arg.of(code.text())));
  }

  private static Optional<Turn> holding(Scene scene, String rest, Function<Asked, Turn> does) {
    List<Asked> held = scene.dispatches().stream().filter(Asked::isHeld).toList();
    Optional<Code> code = Code.parse(rest);
    if (code.isPresent()) {
      Optional<Asked> named =
          held.stream().filter(a -> a.request().code().equals(code.get())).findFirst();
      return Optional.of(named.map(does).orElseGet(() -> notYours(scene, code.get())));
    }
    if (held.isEmpty()) {
      return Optional.of(FrontDesk.reply(scene, Prompt.of(Text.NOTHING_OPEN)));
    }
    return Optional.of(
        held.size() == 1
            ? does.apply(held.getFirst())
            : FrontDesk.reply(scene, Prompt.of(Text.WHICH_DONE, "codes", LeadFlow.codes(held))));
  }

  /** What someone wrote is for who is asked or has it, not for who was. */
  private static Turn details(Scene scene, Asked asked) {
    HelpRequest request = asked.request();
    if (!asked.isOpen() && !asked.isHeld()) {
      return notYours(scene, request.code());
    }
    return FrontDesk.reply(
        scene,
        new Prompt(
            Text.DETAILS,
            Map.of(
                "code", LeadFlow.code(request),
                "need", Gaps.need(request.draft()),
                "place", Gaps.place(request.draft()),
                "language", new Arg.LanguageName(request.tongue().language()),
                "words",
                    Arg.of(request.draft().words().isEmpty() ? "-" : request.draft().words()))));
  }

  private static Turn listed(Scene scene) {
    List<Prompt> lists = new ArrayList<>();
    List<Asked> open = scene.dispatches().stream().filter(Asked::isOpen).toList();
    if (!open.isEmpty()) {
      lists.add(Prompt.of(Text.WHICH_OPEN, "open", LeadFlow.list(open)));
    }
    List<Asked> held = scene.dispatches().stream().filter(Asked::isHeld).toList();
    if (!held.isEmpty()) {
      Arg yours = LeadFlow.rows(held, a -> LeadFlow.code(a.request()));
      lists.add(Prompt.of(Text.YOURS, "open", yours));
    }
    return lists.isEmpty()
        ? FrontDesk.reply(scene, Prompt.of(Text.NOTHING_OPEN))
        : new Turn(scene.conversation(), Optional.of(Reply.text(scene.tongue(), lists)), List.of());
  }

  private static Turn pause(Scene scene, String rest) {
    Matcher matcher = DURATION.matcher(rest.strip());
    Duration asked = DEFAULT_PAUSE;
    if (matcher.matches()) {
      int count = Integer.parseInt(matcher.group(1));
      asked =
          "d".equalsIgnoreCase(matcher.group(2)) ? Duration.ofDays(count) : Duration.ofHours(count);
    }
    Instant until = scene.now().plus(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    ZoneId zone = scene.house().rules().zone();
    boolean today = until.atZone(zone).toLocalDate().equals(scene.now().atZone(zone).toLocalDate());
    Arg time = today ? new Arg.At(until) : new Arg.OnDay(until);
    return FrontDesk.reply(scene, Prompt.of(Text.LEAD_PAUSED, "time", time))
        .and(new Effect.PauseLead(scene.contact().orElseThrow().id(), Optional.of(until)));
  }
}
