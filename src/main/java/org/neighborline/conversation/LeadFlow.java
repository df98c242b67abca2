package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Scene.Asked;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.dispatch.Gaps;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Care;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Reading;

/** What leads do by key: take, pass, give back, with whatever words come after the key. */
final class LeadFlow {
  static final int TAKE = 1;
  static final int PASS = 2;

  private LeadFlow() {}

  /** "A1": the newest dispatch that went by this letter. */
  static Optional<Turn> byLetter(Scene scene, Keys keys, Reading reading) {
    char letter = keys.letter().orElseThrow();
    return scene.dispatches().stream()
        .filter(a -> a.dispatch().letter() == letter)
        .findFirst()
        .flatMap(asked -> byKey(scene, asked, keys, reading));
  }

  /** A bare digit: clear while one dispatch is open and none of another request has just ended. */
  static Optional<Turn> byBareDigit(Scene scene, Keys keys, Reading reading) {
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
      return byKey(scene, open.getFirst(), keys, reading);
    }
    if (open.isEmpty()) {
      return byKey(scene, scene.dispatches().getFirst(), keys, reading);
    }
    return Optional.of(FrontDesk.reply(scene, Prompt.of(Text.WHICH_OPEN, "open", list(open))));
  }

  private static Optional<Turn> byKey(Scene scene, Asked asked, Keys keys, Reading reading) {
    return switch (keys.digit()) {
      case TAKE -> Optional.of(take(scene, asked, keys.words(), reading));
      case PASS -> Optional.of(pass(scene, asked));
      default -> Optional.empty();
    };
  }

  /** When someone says that they come, if they say when. */
  static Optional<Instant> promise(Scene scene, Reading reading) {
    return reading.when().map(when -> when.from(scene.now(), scene.house().rules().zone()));
  }

  static Turn take(Scene scene, Asked asked, String words, Reading reading) {
    HelpRequest request = asked.request();
    boolean desksAlone = request.deskOnly() && !isDesk(scene, asked);
    if (scene.contact().filter(c -> c.reach().optedOut()).isPresent()) {
      // Nothing may be said to them, so nobody could tell them what they have.
      return new Turn(scene.conversation(), Optional.empty(), List.of());
    }
    if (asked.isHeld()) {
      return stillOnIt(scene, asked, words, reading);
    }
    if (!request.status().isLive() || desksAlone) {
      return FrontDesk.reply(scene, Prompt.of(Text.OVER, "code", code(request)));
    }
    if (request.holder().isPresent()) {
      return takenBy(scene, request, request.holder().get());
    }
    Turn turn =
        FrontDesk.reply(scene, taken(scene, asked)).and(new Effect.TakeDispatch(asked.dispatch()));
    return said(scene, asked, words, reading, turn);
  }

  /** What they say with it goes on to the resident, and counts as a sign of them. */
  private static Turn said(Scene scene, Asked asked, String words, Reading reading, Turn turn) {
    if (words.isEmpty() || asked.resident().isEmpty()) {
      return turn;
    }
    if (Unsafe.isIn(words)) {
      return RelayFlow.held(scene, asked.request(), words, turn);
    }
    return turn.and(words(scene, asked, words, reading))
        .and(new Effect.Heard(asked.request().code(), promise(scene, reading)));
  }

  /** They have it already: the answer to a nudge, or a word about when they come. */
  private static Turn stillOnIt(Scene scene, Asked asked, String words, Reading reading) {
    HelpRequest request = asked.request();
    boolean nudged = request.care().flatMap(Care::nudged).isPresent();
    Turn turn =
        FrontDesk.reply(
            scene,
            nudged || !words.isEmpty()
                ? Prompt.of(Text.HEARD, "code", code(request))
                : taken(scene, asked));
    return said(scene, asked, words, reading, turn)
        .and(new Effect.Heard(request.code(), promise(scene, reading)));
  }

  /** Words that a lead wrote in a thread are a sign of them. */
  static Turn heard(Scene scene, Reading reading, Turn relayed) {
    Turn turn = relayed;
    for (Effect effect : relayed.effects()) {
      if (effect instanceof Effect.SendText(_, Prompt prompt, Optional<Code> code)
          && (prompt.text() == Text.FROM_LEAD || prompt.text() == Text.FROM_LEAD_AS_IS)
          && code.isPresent()) {
        turn = turn.and(new Effect.Heard(code.get(), promise(scene, reading)));
      }
    }
    return turn;
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
  private static Effect words(Scene scene, Asked asked, String words, Reading reading) {
    HelpRequest request = asked.request();
    return new Effect.SendText(
        asked.resident().orElseThrow().id(),
        PassedOn.promised(scene, reading, holder(scene, asked), request.tongue().language(), words),
        Optional.of(request.code()));
  }

  /** Who has the request once this lead has taken it. */
  private static HelpRequest.Holder holder(Scene scene, Asked asked) {
    return scene.posts().stream()
        .filter(p -> p.lead().id() == asked.dispatch().leadId())
        .findFirst()
        .map(p ->
            new HelpRequest.Holder(
                p.lead().id(),
                p.lead().contactId(),
                p.lead().name(),
                p.group().name(),
                reads(scene, p.lead())))
        .orElseGet(() ->
            new HelpRequest.Holder(
                asked.dispatch().leadId(), asked.dispatch().contactId(), "", "", List.of()));
  }

  /** A lead who chose a language for our texts reads it, whatever the files say. */
  private static List<Language> reads(Scene scene, Lead lead) {
    return Stream.concat(
            lead.languages().stream(),
            scene.contact().flatMap(Contact::tongue).map(Tongue::language).stream())
        .distinct()
        .toList();
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
        : takenByText(scene, asked);
  }

  /** Who shares no language with the resident is shown what both can read. */
  private static Prompt takenByText(Scene scene, Asked asked) {
    HelpRequest request = asked.request();
    Language language = request.tongue().language();
    return holder(scene, asked).reads(language)
        ? Prompt.of(Text.TAKEN, "code", code(request))
        : new Prompt(
            Text.TAKEN_FOREIGN,
            Map.of(
                "code", code(request),
                "language", new Arg.LanguageName(language),
                "phrases", Arg.Phrased.listed(Fitting.phrases(request))));
  }

  private static Prompt byPhone(HelpRequest request, PhoneNumber number) {
    return Prompt.of(Text.TAKEN_BY_PHONE, "code", code(request), "phone", Arg.of(number.e164()));
  }

  static Turn pass(Scene scene, Asked asked) {
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

  static Turn gaveBack(Scene scene, Asked asked) {
    return FrontDesk.reply(scene, Prompt.of(Text.GAVE_BACK, "code", code(asked.request())))
        .and(new Effect.GiveBack(asked.dispatch()));
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

  /** "A food 11221, B medicine 10453". */
  static Arg list(List<Asked> asked) {
    return rows(asked, a -> Arg.of(String.valueOf(a.dispatch().letter())));
  }

  /** Requests with what is needed and where, each after its name. */
  static Arg rows(List<Asked> asked, Function<Asked, Arg> name) {
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

  static Arg codes(List<Asked> held) {
    return new Arg.Row(held.stream().map(a -> code(a.request())).toList(), ", ");
  }

  static Arg code(HelpRequest request) {
    return Arg.of(request.code().text());
  }
}
