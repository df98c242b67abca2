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
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Reading;

/**
 * What leads do by text: take, pass, done, give back, more, list, pause, back; by key and by word.
 */
final class LeadFlow {
  static final int TAKE = 1;
  static final int PASS = 2;

  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,2})\\s*([hd])", Pattern.CASE_INSENSITIVE);
  private static final Duration DEFAULT_PAUSE = Duration.ofHours(4);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(30);

  private LeadFlow() {}

  /** "A1": the newest dispatch that went by this letter. */
  static Optional<Turn> byLetter(Scene scene, Keys keys) {
    char letter = keys.letter().orElseThrow();
    return scene.dispatches().stream()
        .filter(a -> a.dispatch().letter() == letter)
        .findFirst()
        .flatMap(asked -> byKey(scene, asked, keys.digit(), keys.words()));
  }

  /** A bare digit: clear while one dispatch is open and none of another request has just ended. */
  static Optional<Turn> byBareDigit(Scene scene, Keys keys) {
    List<Asked> open = scene.dispatches().stream().filter(Asked::isOpen).toList();
    Instant justNow = scene.now().minus(House.BARE_DIGIT_AFTER);
    List<Asked> lost =
        scene.dispatches().stream()
            .filter(a ->
                !a.isOpen()
                    && !a.isHeld()
                    && a.dispatch().status() != DispatchStatus.PASSED
                    && a.changedAt().isAfter(justNow))
            .toList();
    boolean isClear =
        open.size() == 1
            && lost.stream().allMatch(l -> l.request().id() == open.getFirst().request().id());
    if (isClear) {
      return byKey(scene, open.getFirst(), keys.digit(), keys.words());
    }
    if (open.isEmpty()) {
      return byKey(scene, scene.dispatches().getFirst(), keys.digit(), keys.words());
    }
    return Optional.of(FrontDesk.reply(scene, Prompt.of(Text.WHICH_OPEN, "open", list(open))));
  }

  private static Optional<Turn> byKey(Scene scene, Asked asked, int digit, String words) {
    return switch (digit) {
      case TAKE -> Optional.of(take(scene, asked, words));
      case PASS -> Optional.of(pass(scene, asked));
      default -> Optional.empty();
    };
  }

  private static Turn take(Scene scene, Asked asked, String words) {
    HelpRequest request = asked.request();
    if (asked.isHeld()) {
      return FrontDesk.reply(scene, taken(scene, asked));
    }
    boolean desksAlone = request.deskOnly() && !isDesk(scene, asked);
    if (!request.status().isLive() || desksAlone) {
      return FrontDesk.reply(scene, Prompt.of(Text.OVER, "code", code(request)));
    }
    if (request.holder().isPresent()) {
      return takenBy(scene, request, request.holder().get());
    }
    Turn turn =
        FrontDesk.reply(scene, taken(scene, asked)).and(new Effect.TakeDispatch(asked.dispatch()));
    return words.isEmpty() || asked.resident().isEmpty()
        ? turn
        : turn.and(words(scene, asked, words));
  }

  private static boolean isDesk(Scene scene, Asked asked) {
    return asked.dispatch().groupId().equals(scene.house().rules().backstop());
  }

  private static Turn takenBy(Scene scene, HelpRequest request, HelpRequest.Holder holder) {
    return FrontDesk.reply(
        scene,
        Prompt.of(Text.TAKEN_FIRST, "lead", Arg.of(holder.leadName()), "code", code(request)));
  }

  /** "1 in 2 hours": the resident hears the rest too. */
  private static Effect words(Scene scene, Asked asked, String words) {
    String name =
        scene.posts().stream()
            .filter(p -> p.lead().id() == asked.dispatch().leadId())
            .map(p -> p.lead().name())
            .findFirst()
            .orElse("");
    return new Effect.SendText(
        asked.resident().orElseThrow().id(),
        Prompt.of(Text.FROM_LEAD, "lead", Arg.of(name), "words", Arg.of(words)),
        Optional.of(asked.request().code()));
  }

  /**
   * A caller who said yes heard that a neighbor will call this number; any other number stays
   * hidden from all but the desk.
   */
  private static Prompt taken(Scene scene, Asked asked) {
    HelpRequest request = asked.request();
    if (asked.resident().isEmpty()) {
      return asked
          .callBack()
          .map(number -> byPhone(request, number))
          .orElseGet(() -> Prompt.of(Text.TAKEN_NO_NUMBER, "code", code(request)));
    }
    boolean mayCall = request.confirmed() || isDesk(scene, asked);
    return request.channel() == Channel.VOICE
            && mayCall
            && asked.resident().filter(r -> !r.reach().textOnly()).isPresent()
        ? byPhone(request, asked.resident().get().phone())
        : Prompt.of(Text.TAKEN, "code", code(request));
  }

  private static Prompt byPhone(HelpRequest request, PhoneNumber number) {
    return Prompt.of(Text.TAKEN_BY_PHONE, "code", code(request), "phone", Arg.of(number.e164()));
  }

  private static Turn pass(Scene scene, Asked asked) {
    HelpRequest request = asked.request();
    if (asked.isHeld()) {
      return gaveBack(scene, asked);
    }
    if (!request.status().isLive()) {
      return FrontDesk.reply(scene, Prompt.of(Text.OVER, "code", code(request)));
    }
    if (request.holder().isPresent()) {
      return takenBy(scene, request, request.holder().get());
    }
    List<Asked> others =
        scene.dispatches().stream()
            .filter(a -> a.isOpen() && a.dispatch().id() != asked.dispatch().id())
            .toList();
    Prompt prompt =
        others.isEmpty()
            ? Prompt.of(Text.PASSED, "code", code(request))
            : Prompt.of(Text.PASSED_OPEN, "code", code(request), "open", list(others));
    return FrontDesk.reply(scene, prompt).and(new Effect.PassDispatch(asked.dispatch()));
  }

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
      case TAKE -> Optional.of(named(scene, rest, Asked::isOpen, a -> take(scene, a, "")));
      case PASS -> Optional.of(named(scene, rest, Asked::isOpen, a -> pass(scene, a)));
      case DONE ->
          holding(
              scene,
              rest,
              a ->
                  FrontDesk.reply(scene, Prompt.of(Text.DONE, "code", code(a.request())))
                      .and(new Effect.FinishRequest(a.request().code())));
      case GIVE -> holding(scene, rest, a -> gaveBack(scene, a));
      case MORE ->
          Optional.of(named(scene, rest, a -> a.isOpen() || a.isHeld(), a -> details(scene, a)));
      case LIST -> Optional.of(listed(scene));
      case PAUSE -> Optional.of(pause(scene, rest));
      case BACK ->
          Optional.of(
              FrontDesk.reply(scene, Prompt.of(Text.LEAD_BACK))
                  .and(new Effect.PauseLead(scene.contact().orElseThrow().id(), Optional.empty())));
      case MENU -> Optional.of(FrontDesk.reply(scene, Prompt.of(Text.LEAD_MENU)));
      case YES, NO, HELP, STOP, START, STATUS, DROP, NEW, FORGET, URGENT, CALL, PHRASES ->
          Optional.empty();
    };
  }

  /** What a lead says that is no command: a need of their own goes to the intake. */
  static Optional<Turn> otherwise(Scene scene, Reading reading) {
    boolean asks =
        !reading.needs().isEmpty() || reading.intent() == Intent.REQUEST || !scene.isIdle();
    if (asks || reading.names().isPresent()) {
      return Optional.empty();
    }
    List<Asked> open = scene.dispatches().stream().filter(Asked::isOpen).toList();
    Optional<Asked> nameless =
        scene.dispatches().stream().filter(a -> a.isHeld() && a.resident().isEmpty()).findFirst();
    if (open.isEmpty() && nameless.isPresent()) {
      return Optional.of(
          FrontDesk.reply(
              scene, Prompt.of(Text.NO_TEXTS_POSSIBLE, "code", code(nameless.get().request()))));
    }
    return Optional.of(
        FrontDesk.reply(
            scene,
            open.isEmpty()
                ? Prompt.of(Text.LEAD_MENU)
                : Prompt.of(Text.WHICH_OPEN, "open", list(open))));
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
        : FrontDesk.reply(scene, Prompt.of(Text.WHICH_OPEN, "open", list(fitting)));
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
            : FrontDesk.reply(scene, Prompt.of(Text.WHICH_DONE, "codes", codes(held))));
  }

  private static Turn gaveBack(Scene scene, Asked asked) {
    return FrontDesk.reply(scene, Prompt.of(Text.GAVE_BACK, "code", code(asked.request())))
        .and(new Effect.GiveBack(asked.dispatch()));
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
                "code", code(request),
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
      lists.add(Prompt.of(Text.WHICH_OPEN, "open", list(open)));
    }
    List<Asked> held = scene.dispatches().stream().filter(Asked::isHeld).toList();
    if (!held.isEmpty()) {
      lists.add(Prompt.of(Text.YOURS, "open", rows(held, a -> code(a.request()))));
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

  /** "A food 11221, B medicine 10453". */
  private static Arg list(List<Asked> asked) {
    return rows(asked, a -> Arg.of(String.valueOf(a.dispatch().letter())));
  }

  private static Arg rows(List<Asked> asked, Function<Asked, Arg> name) {
    return new Arg.Row(
        asked.stream()
            .<Arg>map(a ->
                new Arg.Row(
                    List.of(
                        name.apply(a),
                        Gaps.need(a.request().draft()),
                        Gaps.place(a.request().draft())),
                    " "))
            .toList(),
        ", ");
  }

  private static Arg codes(List<Asked> held) {
    return new Arg.Row(held.stream().map(a -> code(a.request())).toList(), ", ");
  }

  private static Arg code(HelpRequest request) {
    return Arg.of(request.code().text());
  }
}
