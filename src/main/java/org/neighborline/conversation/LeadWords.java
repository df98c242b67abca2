package org.neighborline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    if (!isOurs(scene, command, rest, reading)) {
      return Optional.empty();
    }
    return switch (command) {
      case TAKE -> Optional.of(taking(scene, rest, reading));
      case PASS -> Optional.of(passing(scene, rest));
      case DONE -> holding(scene, rest, a -> NoteFlow.done(scene, a));
      case GIVE -> holding(scene, rest, a -> LeadFlow.gaveBack(scene, a));
      case MORE ->
          Optional.of(named(scene, rest, a -> a.isOpen() || a.isHeld(), a -> details(scene, a)));
      case LIST -> Optional.of(listed(scene));
      case PAUSE -> Optional.of(pause(scene, rest, reading));
      case BACK ->
          Optional.of(
              FrontDesk.reply(scene, Prompt.of(Text.LEAD_BACK))
                  .and(new Effect.PauseLead(scene.contact().orElseThrow().id(), Optional.empty())));
      case MENU -> Optional.of(FrontDesk.reply(scene, Prompt.of(Text.LEAD_MENU)));
      case HAND -> Optional.of(handing(scene, rest));
      case OPEN -> Optional.of(NoteFlow.open(scene, OwnCodes.code(rest)));
      case ASK -> Optional.of(AppealFlow.ask(scene, rest, reading));
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
          JOIN,
          LEAVE,
          MUTE,
          UNMUTE,
          STUCK,
          GAPS ->
          Optional.empty();
    };
  }

  /**
   * "Done shopping, on my way" is for the resident: a word of ours stands alone, or with a code, a
   * time or a person's name.
   */
  private static boolean isOurs(Scene scene, Command command, String rest, Reading reading) {
    boolean named = OwnCodes.isLike(OwnCodes.first(rest));
    boolean alone = rest.isEmpty() || (named && OwnCodes.after(rest).isEmpty());
    boolean holds = scene.dispatches().stream().anyMatch(Asked::isHeld);
    return switch (command) {
      case TAKE -> alone || named || reading.when().isPresent();
      case PAUSE -> alone || DURATION.matcher(rest).matches() || reading.when().isPresent();
      case HAND -> named || isFellow(scene, rest);
      case OPEN -> alone && (named || !holds);
      case ASK -> rest.isEmpty() || AppealFlow.isLike(rest);
      default -> alone;
    };
  }

  private static boolean isFellow(Scene scene, String rest) {
    String words = rest.toLowerCase(Locale.ROOT);
    return scene.posts().stream()
        .flatMap(p -> p.group().leads().stream())
        .anyMatch(l -> words.endsWith(l.name().toLowerCase(Locale.ROOT)));
  }

  /** "TAKE K7M2 in 2 hours": what follows is for the resident. */
  private static Turn taking(Scene scene, String rest, Reading reading) {
    boolean named = OwnCodes.isLike(OwnCodes.first(rest));
    String words = named ? OwnCodes.after(rest) : rest;
    Optional<Instant> promise = LeadFlow.promise(scene, reading);
    return named(
        scene,
        named ? OwnCodes.first(rest) : "",
        Asked::isOpen,
        a -> LeadFlow.take(scene, a, words, promise));
  }

  /** "Can't" of someone who has it gives it back. */
  private static Turn passing(Scene scene, String rest) {
    boolean open = scene.dispatches().stream().anyMatch(Asked::isOpen);
    return named(scene, rest, a -> open ? a.isOpen() : a.isHeld(), a -> LeadFlow.pass(scene, a));
  }

  private static Turn handing(Scene scene, String rest) {
    boolean named = OwnCodes.isLike(OwnCodes.first(rest));
    String to = named ? OwnCodes.after(rest) : rest;
    return named(
        scene,
        named ? OwnCodes.first(rest) : "",
        a -> a.isHeld(),
        a ->
            a.isHeld() || a.isOpen()
                ? new Turn(
                    scene.conversation(),
                    Optional.empty(),
                    List.of(new Effect.HandOver(a.dispatch(), to)))
                : notYours(scene, a.request().code().text()));
  }

  /**
   * Does something with the dispatch that a code names among this lead's own, or with the only one
   * there is; a word of ours is never taken for words to a resident.
   */
  private static Turn named(
      Scene scene, String rest, Predicate<Asked> fits, Function<Asked, Turn> does) {
    if (!rest.isEmpty()) {
      Optional<Code> code = Code.parse(rest);
      return scene.dispatches().stream()
          .filter(a -> code.filter(a.request().code()::equals).isPresent())
          .findFirst()
          .map(does)
          .orElseGet(() -> notYours(scene, rest));
    }
    List<Asked> fitting = scene.dispatches().stream().filter(fits).toList();
    if (fitting.isEmpty()) {
      return FrontDesk.reply(scene, Prompt.of(Text.NOTHING_OPEN));
    }
    return fitting.size() == 1
        ? does.apply(fitting.getFirst())
        : FrontDesk.reply(scene, Prompt.of(Text.WHICH_OPEN, "open", LeadFlow.list(fitting)));
  }

  static Turn notYours(Scene scene, String typed) {
    return OwnCodes.notYours(scene, typed);
  }

  private static Optional<Turn> holding(Scene scene, String rest, Function<Asked, Turn> does) {
    List<Asked> held = scene.dispatches().stream().filter(Asked::isHeld).toList();
    if (!rest.isEmpty()) {
      Optional<Code> code = Code.parse(rest);
      Optional<Asked> named =
          held.stream()
              .filter(a -> code.filter(a.request().code()::equals).isPresent())
              .findFirst();
      return Optional.of(named.map(does).orElseGet(() -> notYours(scene, rest)));
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
      return notYours(scene, request.code().text());
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

  /** A rest of some hours or days, or until a time or a day; four hours when nothing is said. */
  private static Turn pause(Scene scene, String rest, Reading reading) {
    Instant asked =
        duration(rest)
            .map(scene.now()::plus)
            .or(() -> LeadFlow.promise(scene, reading))
            .orElse(scene.now().plus(DEFAULT_PAUSE));
    Instant longest = scene.now().plus(LONGEST_PAUSE);
    Instant until = asked.isAfter(longest) ? longest : asked;
    ZoneId zone = scene.house().rules().zone();
    boolean today = until.atZone(zone).toLocalDate().equals(scene.now().atZone(zone).toLocalDate());
    Arg time = today ? new Arg.At(until) : new Arg.OnDay(until);
    return FrontDesk.reply(scene, Prompt.of(Text.LEAD_PAUSED, "time", time))
        .and(new Effect.PauseLead(scene.contact().orElseThrow().id(), Optional.of(until)));
  }

  private static Optional<Duration> duration(String rest) {
    Matcher matcher = DURATION.matcher(rest.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(matcher.group(1));
    boolean days = matcher.group(2).equalsIgnoreCase("d");
    return Optional.of(days ? Duration.ofDays(count) : Duration.ofHours(count));
  }
}
