package org.neighborline.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/** Takes a help request: what is needed, then where, then a read-back. */
final class IntakeFlow {
  private IntakeFlow() {}

  /** Advances the intake by one text. */
  static Turn take(Scene scene, Reading reading) {
    return reading.isEmpty() ? nothingSaid(scene, reading) : answered(scene, reading);
  }

  /** No words at all: an open question is asked again, else we say that we did not understand. */
  private static Turn nothingSaid(Scene scene, Reading reading) {
    return switch (scene.conversation().step()) {
      case Step.AskLanguage _, Step.AskNeed _, Step.AskPlace _, Step.WhichPlace _ ->
          answered(scene, reading);
      default ->
          ResidentFlow.openQuestion(scene)
              .or(() ->
                  scene
                      .live()
                      .map(r -> FrontDesk.reply(scene, ResidentFlow.status(r, scene.now()))))
              .orElseGet(() -> scene.knowsTongue() ? notUnderstood(scene) : greet(scene));
    };
  }

  private static Turn notUnderstood(Scene scene) {
    return askNeed(scene, Draft.EMPTY, 1, Optional.empty())
        .saying(Reply.text(scene.tongue(), Prompt.of(Text.ASK_NEED_AGAIN)));
  }

  private static Turn answered(Scene scene, Reading reading) {
    return switch (scene.conversation().step()) {
      case Step.AskLanguage(Draft draft) -> onLanguage(scene, draft, reading);
      case Step.AskNeed(Draft draft, int missed, Optional<Code> correcting) ->
          onNeed(scene, draft, missed, correcting, reading);
      case Step.AskPlace(Draft draft, int missed, Optional<Code> correcting) ->
          onPlace(scene, draft, missed, correcting, reading);
      case Step.WhichPlace(Draft draft, List<Place> choices, Optional<Code> correcting) ->
          onChoice(scene, draft, choices, correcting, reading);
      case Step.ReadBack(Code code) -> ReadBackFlow.onAnswer(scene, code, reading);
      case Step.WhatToChange(Code code) -> ReadBackFlow.onChange(scene, code, reading);
      case Step.AskSafe(Code code) -> EmergencyFlow.onSafe(scene, code, reading);
      case Step.OfferPlace(Draft draft) -> OfferFlow.onPlace(scene, draft, reading);
      case Step.AskNearest(Draft draft) -> InformationFlow.onPlace(scene, draft, reading);
      case Step.Told(Draft draft) -> InformationFlow.onAnswer(scene, draft, reading);
      case Step.Idle _,
          Step.WhoseWords _,
          Step.WhosePhrase _,
          Step.PhrasePage _,
          Step.AskName _,
          Step.AskShift _,
          Step.AskOfferer _,
          Step.AskAnother _,
          Step.AskConsent _,
          Step.AskNote _,
          Step.AskNews _,
          Step.AskThanks _ ->
          fresh(scene, reading);
      case Step.OnCall _ -> fresh(scene, reading);
    };
  }

  /** An intake left alone: what there is goes to people as it stands. */
  static Turn woke(Scene scene) {
    Conversation conversation = scene.conversation();
    if (conversation.until().filter(until -> !until.isAfter(scene.now())).isEmpty()) {
      return new Turn(conversation, Optional.empty(), List.of());
    }
    Draft draft =
        switch (conversation.step()) {
          case Step.AskNeed(Draft d, _, Optional<Code> correcting) when correcting.isEmpty() -> d;
          case Step.AskPlace(Draft d, _, Optional<Code> correcting) when correcting.isEmpty() -> d;
          case Step.WhichPlace(Draft d, _, Optional<Code> correcting) when correcting.isEmpty() ->
              d;
          case Step.AskLanguage(Draft d) -> d;
          default -> Draft.EMPTY;
        };
    Conversation idle = conversation.at(new Step.Idle(), Optional.empty(), Optional.empty());
    if (!draft.isWorthKeeping()) {
      return new Turn(idle, Optional.empty(), List.of());
    }
    HelpRequest request = opened(scene, draft);
    return new Turn(
        idle,
        Optional.empty(),
        List.of(new Effect.OpenRequest(request), new Effect.StartDispatch(request.code())));
  }

  /** Our first words to someone who said nothing that we could act on. */
  static Turn greet(Scene scene) {
    return scene.knowsTongue()
        ? askNeed(scene, Draft.EMPTY, 0, Optional.empty())
        : askLanguage(scene, Draft.EMPTY);
  }

  /** Whom we know from a call is asked by text, so that the next text answers. */
  static Effect askByText(Scene scene, long contactId) {
    Turn greeting = greet(scene);
    Prompt question = greeting.reply().orElseThrow().said().getFirst().prompt();
    return new Effect.AskByText(contactId, question, greeting.next().step());
  }

  private static Turn fresh(Scene scene, Reading reading) {
    if (reading.intent() == Intent.OFFER) {
      return OfferFlow.start(scene, reading);
    }
    if (reading.intent() == Intent.WRONG_NUMBER || reading.intent() == Intent.ABUSE) {
      return new Turn(scene.conversation(), Optional.empty(), List.of());
    }
    if (reading.intent() == Intent.THANKS) {
      return scene.requests().isEmpty()
          ? FrontDesk.reply(scene, Prompt.of(Text.THANKS))
          : new Turn(scene.conversation(), Optional.empty(), List.of());
    }
    Optional<Turn> told = InformationFlow.start(scene, reading);
    if (told.isPresent()) {
      return told.get();
    }
    Optional<Turn> moved = MoveFlow.start(scene, reading);
    if (moved.isPresent()) {
      return moved.get();
    }
    Optional<HelpRequest> same = sameRequest(scene, reading);
    if (same.isPresent()) {
      HelpRequest request = same.get();
      Turn noted =
          FrontDesk.reply(scene, Prompt.of(Text.NOTED, "code", code(request)))
              .and(new Effect.ChangeRequest(request.withDraft(request.draft().with(reading))));
      return AnotherFlow.asking(scene, request, reading.words(), noted);
    }
    return advance(scene, Draft.EMPTY.with(reading), reading, 0, Optional.empty());
  }

  /** The request that a text goes on about: live, recent, and nothing new is needed elsewhere. */
  private static Optional<HelpRequest> sameRequest(Scene scene, Reading reading) {
    return scene
        .live()
        .filter(r -> r.createdAt().plus(House.SAME_REQUEST_WITHIN).isAfter(scene.now()))
        .filter(r -> isSameNeed(r.draft(), reading.needs()))
        .filter(r ->
            !(reading.place() instanceof Finding.Found(Place place))
                || r.draft().place().map(p -> isSamePlace(p, place)).orElse(true));
  }

  private static boolean isSameNeed(Draft draft, Set<Need> said) {
    return draft.needs().containsAll(said) || draft.needs().equals(Set.of(Need.OTHER));
  }

  static boolean isSamePlace(Place one, Place other) {
    return one.equals(other) || (one.zip().isPresent() && one.zip().equals(other.zip()));
  }

  private static Turn onLanguage(Scene scene, Draft draft, Reading reading) {
    Optional<Language> byKey =
        Keys.read(reading.words())
            .filter(Keys::isBare)
            .map(Keys::digit)
            .filter(d -> d >= 1 && d <= scene.house().languages().size())
            .map(d -> scene.house().languages().get(d - 1));
    Draft more = draft.with(reading);
    if (byKey.isPresent()) {
      return ResidentFlow.switched(scene.in(Tongue.of(byKey.get())));
    }
    // A second text that tells no language either: English asks for the rest, and any language
    // named still counts.
    return advance(scene.in(scene.tongue()), more, reading, 0, Optional.empty());
  }

  private static Turn onNeed(
      Scene scene, Draft draft, int missed, Optional<Code> correcting, Reading reading) {
    Optional<Need> byKey =
        Keys.read(reading.words())
            .filter(Keys::isBare)
            .map(Keys::digit)
            .filter(d -> d >= 1 && d <= House.MENU.size())
            .map(d -> House.MENU.get(d - 1));
    Optional<Turn> told =
        correcting.isEmpty() && byKey.isEmpty()
            ? InformationFlow.start(scene, reading)
            : Optional.empty();
    if (told.isPresent()) {
      return told.get();
    }
    Draft more = byKey.isPresent() ? draft.withNeeds(Set.of(byKey.get())) : draft.with(reading);
    return advance(scene, more, reading, missed, correcting);
  }

  private static Turn onPlace(
      Scene scene, Draft draft, int missed, Optional<Code> correcting, Reading reading) {
    return advance(scene, draft.with(reading), reading, missed, correcting);
  }

  private static Turn onChoice(
      Scene scene, Draft draft, List<Place> choices, Optional<Code> correcting, Reading reading) {
    List<Place> there = inBorough(choices, reading);
    Optional<Place> chosen =
        Keys.read(reading.words())
            .map(Keys::digit)
            .filter(d -> d >= 1 && d <= choices.size())
            .map(d -> choices.get(d - 1))
            .or(() -> there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty());
    if (chosen.isEmpty() && there.size() > 1 && there.size() < choices.size()) {
      return whichPlace(scene, draft, there, correcting);
    }
    Optional<HelpRequest> sent = correcting.flatMap(scene::request).filter(r -> !isUnsent(r));
    if (sent.isPresent()) {
      return MoveFlow.onChoice(scene, sent.get(), chosen, reading);
    }
    Draft more = chosen.isPresent() ? draft.withPlace(chosen) : draft.with(reading);
    return advance(scene, more, reading, 1, correcting);
  }

  /** "Manhattan" says which Chelsea, not how large. */
  private static List<Place> inBorough(List<Place> choices, Reading reading) {
    return reading.place() instanceof Finding.Found(Place said) && said.kind() == PlaceKind.BOROUGH
        ? choices.stream().filter(c -> c.borough().equals(said.borough())).toList()
        : List.of();
  }

  /** Asks for what is missing, one thing at a time; stores and reads back when nothing is. */
  static Turn advance(
      Scene scene, Draft draft, Reading reading, int missed, Optional<Code> correcting) {
    if (!scene.knowsTongue()) {
      return askLanguage(scene, draft);
    }
    if (draft.place().isEmpty() && reading.place() instanceof Finding.Outside(Place outside)) {
      return outside(scene, draft, outside);
    }
    if (draft.needs().isEmpty()) {
      return missing(scene, draft, reading, missed, correcting, Text.ASK_NEED_AGAIN);
    }
    if (draft.place().isEmpty()
        && reading.place() instanceof Finding.Ambiguous(List<Place> choices)) {
      return whichPlace(scene, draft, choices, correcting);
    }
    return draft.place().isEmpty()
        ? missing(scene, draft, reading, missed, correcting, Text.ASK_PLACE_AGAIN)
        : ReadBackFlow.start(scene, draft, correcting);
  }

  /** The same question again, in other words; at last a person reads the thread. */
  private static Turn missing(
      Scene scene,
      Draft draft,
      Reading reading,
      int missed,
      Optional<Code> correcting,
      Text again) {
    boolean sameQuestion =
        again == Text.ASK_NEED_AGAIN
            ? scene.conversation().step() instanceof Step.AskNeed
            : scene.conversation().step() instanceof Step.AskPlace;
    int misses = sameQuestion && reading.intent() != Intent.GREETING ? missed + 1 : 0;
    if (misses >= House.MOST_MISSES) {
      return handOver(scene, draft, correcting);
    }
    Turn turn =
        again == Text.ASK_NEED_AGAIN
            ? askNeed(scene, draft, misses, correcting)
            : askPlace(scene, draft, misses, correcting);
    return misses == 0 ? turn : turn.saying(Reply.text(scene.tongue(), Prompt.of(again)));
  }

  private static Turn askNeed(Scene scene, Draft draft, int missed, Optional<Code> correcting) {
    return asking(scene, new Step.AskNeed(draft, missed, correcting), Prompt.of(Text.ASK_NEED));
  }

  private static Turn askPlace(Scene scene, Draft draft, int missed, Optional<Code> correcting) {
    return asking(scene, new Step.AskPlace(draft, missed, correcting), Prompt.of(Text.ASK_PLACE));
  }

  private static Turn askLanguage(Scene scene, Draft draft) {
    return asking(
        scene,
        new Step.AskLanguage(draft),
        Prompt.of(Text.ASK_LANGUAGE, "choices", languageChoices(scene.house().languages())));
  }

  static Turn whichPlace(Scene scene, Draft draft, List<Place> choices, Optional<Code> correcting) {
    List<Arg> numbered = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      numbered.add(Arg.of((i + 1) + " " + choices.get(i).name()));
    }
    return asking(
        scene,
        new Step.WhichPlace(draft, choices, correcting),
        Prompt.of(Text.WHICH_PLACE, "choices", new Arg.Row(numbered, ", ")));
  }

  /** Every language by its own name: "1 English 2 Español". */
  private static Arg languageChoices(List<Language> languages) {
    List<Arg> choices = new ArrayList<>();
    for (int i = 0; i < languages.size(); i++) {
      choices.add(
          new Arg.Row(
              List.of(Arg.of(Integer.toString(i + 1)), new Arg.OwnName(languages.get(i))), " "));
    }
    return new Arg.Row(choices, " ");
  }

  /** Outside our city: kindly, with a number to call, and counted. */
  private static Turn outside(Scene scene, Draft draft, Place place) {
    Conversation idle =
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty());
    return new Turn(
        idle,
        Optional.of(
            Reply.text(scene.tongue(), Prompt.of(Text.OUTSIDE, "city", scene.house().city()))),
        List.of(
            new Effect.RecordGap(
                List.copyOf(draft.needs()), Optional.of(place), scene.tongue(), "outside")));
  }

  private static Turn handOver(Scene scene, Draft draft, Optional<Code> correcting) {
    Draft whole = draft.needs().isEmpty() ? draft.withNeeds(Set.of(Need.OTHER)) : draft;
    Optional<HelpRequest> before = correcting.flatMap(scene::request);
    HelpRequest request = before.map(r -> r.withDraft(whole)).orElseGet(() -> opened(scene, whole));
    Conversation idle =
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty());
    return new Turn(
        idle,
        Optional.of(
            Reply.text(scene.tongue(), Prompt.of(Text.PERSON_WILL_READ, "code", code(request)))),
        List.of(
            before.isPresent()
                ? new Effect.ChangeRequest(request)
                : new Effect.OpenRequest(request),
            new Effect.StartDispatch(request.code())));
  }

  /**
   * A question goes out: it is answered by a bare digit until a newer one does, and kept for a
   * while.
   */
  static Turn asking(Scene scene, Step step, Prompt prompt) {
    Instant until = scene.now().plus(House.FINISH_WITHIN);
    return new Turn(
        scene.conversation().at(step, Optional.of(scene.now()), Optional.of(until)),
        Optional.of(Reply.text(scene.tongue(), prompt)),
        List.of());
  }

  /** A new request of this contact. */
  static HelpRequest opened(Scene scene, Draft draft) {
    Instant sendBy =
        scene.now().plus(draft.isUrgent() ? House.CONFIRM_WITHIN_URGENT : House.CONFIRM_WITHIN);
    return HelpRequest.opened(
        scene.code(),
        scene.contactId(),
        scene.conversation().channel(),
        scene.tongue(),
        draft,
        scene.now(),
        sendBy);
  }

  static Arg code(HelpRequest request) {
    return Arg.of(request.code().text());
  }

  static Prompt readBack(HelpRequest request) {
    return Prompt.of(
        Text.READ_BACK, "need", Gaps.need(request.draft()), "place", Gaps.place(request.draft()));
  }

  static boolean isUnsent(HelpRequest request) {
    return request.status() == RequestStatus.OPEN;
  }
}
