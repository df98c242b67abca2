package org.neighborline.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.dispatch.Gaps;
import org.neighborline.dispatch.Rules;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/** The words that mean the same at any time: a language's name, MENU, STATUS, DROP, NEW, FORGET. */
final class ResidentFlow {
  /** So many requests are told of in one answer. */
  private static final int MOST_TOLD = 3;

  private ResidentFlow() {}

  static Optional<Turn> ourWords(Scene scene, Reading reading) {
    if (reading.names().filter(scene.house().languages()::contains).isPresent()) {
      return Optional.of(switched(scene.in(Tongue.of(reading.names().get()))));
    }
    if (reading.asksIfGovernment()) {
      return Optional.of(FrontDesk.reply(scene, Prompt.of(Text.GOVERNMENT)));
    }
    Optional<Turn> ofOne = ofOne(scene, reading);
    if (ofOne.isPresent()) {
      return ofOne;
    }
    Optional<Command> command = reading.command().or(() -> byIntent(reading));
    return command.flatMap(c ->
        switch (c) {
          case MENU -> Optional.of(FrontDesk.reply(scene, Prompt.of(Text.MENU)));
          case HELP -> Optional.of(openQuestion(scene).orElseGet(() -> IntakeFlow.greet(scene)));
          case STATUS -> Optional.of(status(scene));
          case DROP -> Optional.of(drop(scene));
          case NEW ->
              Optional.of(
                  IntakeFlow.greet(
                      scene.with(
                          scene
                              .conversation()
                              .at(new Step.Idle(), Optional.empty(), Optional.empty()))));
          case FORGET -> Optional.of(forget(scene));
          case URGENT -> urgent(scene);
          case YES,
              NO,
              STOP,
              START,
              TAKE,
              PASS,
              DONE,
              GIVE,
              MORE,
              LIST,
              PAUSE,
              BACK,
              CALL,
              PHRASES,
              NOTYET,
              HAND,
              JOIN,
              LEAVE,
              OPEN,
              ASK,
              MUTE,
              UNMUTE,
              STUCK,
              GAPS ->
              Optional.empty();
        });
  }

  /** "DROP K7M2", "STATUS K7M2": a word of ours about one of several requests. */
  private static Optional<Turn> ofOne(Scene scene, Reading reading) {
    Optional<HelpRequest> named =
        reading.opening().flatMap(o -> Code.parse(o.rest())).flatMap(scene::request);
    return named.flatMap(r ->
        switch (reading.opening().orElseThrow().command()) {
          case DROP ->
              r.status().isLive() ? Optional.of(dropped(scene, r)) : Optional.<Turn>empty();
          case STATUS -> Optional.of(FrontDesk.reply(scene, status(r, scene.now())));
          default -> Optional.<Turn>empty();
        });
  }

  /** A sentence can mean the same as a word of ours ("please cancel my request"). */
  private static Optional<Command> byIntent(Reading reading) {
    return switch (reading.intent()) {
      case STATUS -> Optional.of(Command.STATUS);
      case CANCEL -> Optional.of(Command.DROP);
      default -> Optional.empty();
    };
  }

  /** Goes on in another language: the open question is asked again in it. */
  static Turn switched(Scene scene) {
    Turn turn = openQuestion(scene).orElseGet(() -> set(scene));
    return scene.contact().map(c -> turn.first(List.of(new Effect.ChangeContact(c)))).orElse(turn);
  }

  /** The question that waits for an answer, asked once more; empty when there is none. */
  static Optional<Turn> openQuestion(Scene scene) {
    Step step = scene.conversation().step();
    Scene anew =
        scene.with(scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty()));
    return switch (step) {
      case Step.AskLanguage(Draft draft) ->
          Optional.of(IntakeFlow.advance(anew, draft, Readings.nothing(), 0, Optional.empty()));
      case Step.AskNeed(Draft draft, _, var correcting) ->
          Optional.of(IntakeFlow.advance(anew, draft, Readings.nothing(), 0, correcting));
      case Step.AskPlace(Draft draft, _, var correcting) ->
          Optional.of(IntakeFlow.advance(anew, draft, Readings.nothing(), 0, correcting));
      case Step.WhichPlace(Draft draft, var choices, var correcting) ->
          Optional.of(IntakeFlow.whichPlace(scene, draft, choices, correcting));
      case Step.AskSafe _ -> Optional.of(IntakeFlow.asking(scene, step, Prompt.of(Text.VIOLENCE)));
      case Step.WhatToChange _ ->
          Optional.of(IntakeFlow.asking(scene, step, Prompt.of(Text.WHAT_TO_CHANGE)));
      case Step.OfferPlace _ ->
          Optional.of(IntakeFlow.asking(scene, step, Prompt.of(Text.OFFER_ASK_PLACE)));
      case Step.ReadBack(var code) ->
          scene.request(code).map(r -> FrontDesk.reply(scene, IntakeFlow.readBack(r)));
      default -> Optional.empty();
    };
  }

  private static Turn set(Scene scene) {
    return FrontDesk.reply(scene, Prompt.of(Text.LANGUAGE_SET));
  }

  private static Turn status(Scene scene) {
    if (scene.contact().filter(c -> c.reach().unsafe()).isPresent()) {
      return FrontDesk.reply(scene, Prompt.of(Text.STATUS_NONE));
    }
    List<Prompt> all =
        live(scene).stream().limit(MOST_TOLD).map(r -> status(r, scene.now())).toList();
    return all.isEmpty()
        ? FrontDesk.reply(scene, Prompt.of(Text.STATUS_NONE))
        : new Turn(scene.conversation(), Optional.of(Reply.text(scene.tongue(), all)), List.of());
  }

  private static List<HelpRequest> live(Scene scene) {
    return scene.requests().stream().filter(r -> r.status().isLive()).toList();
  }

  /** How a request stands, in one text. */
  static Prompt status(HelpRequest request, Instant now) {
    Arg code = Arg.of(request.code().text());
    return switch (request.status()) {
      case OPEN ->
          Prompt.of(
              Text.STATUS_UNCONFIRMED,
              "need",
              Gaps.need(request.draft()),
              "place",
              Gaps.place(request.draft()));
      case DISPATCHING -> Prompt.of(Text.STATUS_ASKING, "code", code);
      case HELD ->
          request.holder().isPresent() || request.lookAt().isEmpty()
              ? Prompt.of(Text.DESK_LOOKING, "code", code)
              : held(request, request.lookAt().get(), now);
      case ACCEPTED ->
          new Prompt(
              Text.STATUS_TAKEN,
              Map.of(
                  "code",
                  code,
                  "lead",
                  Arg.of(request.holder().map(HelpRequest.Holder::leadName).orElse("")),
                  "group",
                  Arg.of(request.holder().map(HelpRequest.Holder::groupName).orElse(""))));
      case UNMET -> Prompt.of(Text.STATUS_UNMET, "code", code);
      case DONE ->
          Prompt.of(
              Text.CLOSED,
              "code",
              code,
              "lead",
              Arg.of(request.holder().map(HelpRequest.Holder::leadName).orElse("")));
      case CANCELLED -> Prompt.of(Text.DROPPED, "code", code);
    };
  }

  /** Everyone being busy is looked at again soon; only the night lasts longer. */
  private static Prompt held(HelpRequest request, Instant until, Instant now) {
    Arg code = Arg.of(request.code().text());
    Text held = request.isUrgent() ? Text.STATUS_HELD_URGENT : Text.STATUS_HELD;
    return until.isAfter(now.plus(Rules.LOOK_AGAIN))
        ? Prompt.of(held, "code", code, "time", Gaps.time(now, until))
        : Prompt.of(Text.STATUS_ASKING, "code", code);
  }

  private static Turn drop(Scene scene) {
    List<HelpRequest> live = live(scene);
    if (live.isEmpty()) {
      return FrontDesk.reply(scene.idle(), Prompt.of(Text.NOTHING_TO_DROP));
    }
    if (live.size() > 1) {
      List<Arg> codes = live.stream().map(IntakeFlow::code).toList();
      return FrontDesk.reply(
          scene.idle(), Prompt.of(Text.WHICH_DROP, "codes", new Arg.Row(codes, ", ")));
    }
    return dropped(scene, live.getFirst());
  }

  private static Turn dropped(Scene scene, HelpRequest request) {
    return FrontDesk.reply(scene.idle(), Prompt.of(Text.DROPPED, "code", IntakeFlow.code(request)))
        .and(new Effect.DropRequest(request.code()));
  }

  private static Turn forget(Scene scene) {
    List<Effect> effects = new ArrayList<>();
    scene.requests().stream()
        .filter(r -> r.status().isLive())
        .forEach(r -> effects.add(new Effect.DropRequest(r.code())));
    scene.contact().ifPresent(c -> effects.add(new Effect.Forget(c.id())));
    Conversation idle =
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty());
    return new Turn(
        idle, Optional.of(Reply.text(scene.tongue(), Prompt.of(Text.FORGOTTEN))), effects);
  }

  private static Optional<Turn> urgent(Scene scene) {
    return scene
        .live()
        .map(r ->
            new Turn(
                    scene.conversation(),
                    Optional.empty(),
                    List.of(new Effect.MakeUrgent(r.code())))
                .saying(
                    Reply.text(
                        scene.tongue(),
                        Prompt.of(Text.STATUS_ASKING, "code", Arg.of(r.code().text())))));
  }
}
