package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Reading;

/**
 * The read-back of a stored request: 1 sends it now, 2 corrects, silence sends it as unconfirmed.
 */
final class ReadBackFlow {
  private static final int YES = 1;
  private static final int NO = 2;

  private ReadBackFlow() {}

  /** Stores the request (or its correction) and reads it back. */
  static Turn start(Scene scene, Draft draft, Optional<Code> correcting) {
    Optional<HelpRequest> before = correcting.flatMap(scene::request);
    HelpRequest fresh = IntakeFlow.opened(scene, draft);
    HelpRequest request =
        before
            .map(r ->
                r.withDraft(draft).withLookAt(IntakeFlow.isUnsent(r) ? fresh.lookAt() : r.lookAt()))
            .orElse(fresh);
    Turn turn = asking(scene, request);
    return turn.and(
        before.isPresent() ? new Effect.ChangeRequest(request) : new Effect.OpenRequest(request));
  }

  /** The request's own deadline sends it unconfirmed; the conversation itself waits for nothing. */
  private static Turn asking(Scene scene, HelpRequest request) {
    Conversation next =
        scene
            .conversation()
            .at(new Step.ReadBack(request.code()), Optional.of(scene.now()), Optional.empty());
    return new Turn(
        next, Optional.of(Reply.text(scene.tongue(), IntakeFlow.readBack(request))), List.of());
  }

  static Turn onAnswer(Scene scene, Code code, Reading reading) {
    Optional<HelpRequest> stored = scene.request(code);
    if (stored.isEmpty()) {
      return IntakeFlow.take(idle(scene), reading);
    }
    HelpRequest request = stored.get();
    Optional<Keys> keys = Keys.read(reading.words());
    boolean yes =
        reading.command().filter(c -> c == Command.YES).isPresent()
            || keys.filter(k -> k.letter().isEmpty() && k.digit() == YES).isPresent();
    boolean no =
        reading.command().filter(c -> c == Command.NO).isPresent()
            || keys.filter(k -> k.letter().isEmpty() && k.digit() == NO).isPresent();
    if (yes) {
      return confirmed(scene, request, keys.map(Keys::words).orElse(""));
    }
    if (no) {
      return IntakeFlow.isUnsent(request)
          ? saysNo(scene, request, reading)
          : confirmedAlready(scene, request);
    }
    return more(scene, request, reading);
  }

  private static Turn confirmed(Scene scene, HelpRequest request, String words) {
    HelpRequest sure = request.withConfirmed(true).withDraft(request.draft().withWords(words));
    Conversation next = idle(scene).conversation();
    Turn turn = new Turn(next, Optional.empty(), List.of(new Effect.ChangeRequest(sure)));
    Turn sent =
        IntakeFlow.isUnsent(request)
            // What the resident hears depends on whom we find: the switchboard says it with the
            // dispatch.
            ? turn.and(new Effect.StartDispatch(request.code()))
            : turn.saying(Reply.text(scene.tongue(), ResidentFlow.status(request, scene.now())));
    return AnotherFlow.asking(scene, sure, sure.draft().words(), sent);
  }

  private static Turn confirmedAlready(Scene scene, HelpRequest request) {
    return new Turn(
        idle(scene).conversation(),
        Optional.of(Reply.text(scene.tongue(), ResidentFlow.status(request, scene.now()))),
        List.of());
  }

  /** "2 it is for 5 people": what to change is said already. */
  private static Turn saysNo(Scene scene, HelpRequest request, Reading reading) {
    Draft draft = request.draft().with(reading);
    return differs(draft, request.draft())
        ? corrected(scene, request, reading)
        : whatToChange(scene, request);
  }

  private static boolean differs(Draft one, Draft other) {
    return !one.needs().equals(other.needs())
        || !one.place().equals(other.place())
        || !one.people().equals(other.people());
  }

  private static Turn whatToChange(Scene scene, HelpRequest request) {
    return IntakeFlow.asking(
        scene, new Step.WhatToChange(request.code()), Prompt.of(Text.WHAT_TO_CHANGE));
  }

  /** Words instead of a key: a correction where they name something else, else more details. */
  private static Turn more(Scene scene, HelpRequest request, Reading reading) {
    if (reading.intent() == Intent.THANKS || reading.words().isBlank()) {
      return new Turn(scene.conversation(), Optional.empty(), List.of());
    }
    Draft draft = request.draft().with(reading);
    boolean changed = differs(draft, request.draft());
    if (changed && IntakeFlow.isUnsent(request)) {
      return start(scene, draft, Optional.of(request.code()));
    }
    if (changed) {
      return IntakeFlow.take(idle(scene), reading);
    }
    return FrontDesk.reply(scene, Prompt.of(Text.NOTED, "code", IntakeFlow.code(request)))
        .and(new Effect.ChangeRequest(request.withDraft(draft)));
  }

  static Turn onChange(Scene scene, Code code, Reading reading) {
    Optional<HelpRequest> stored = scene.request(code).filter(IntakeFlow::isUnsent);
    if (stored.isEmpty()) {
      return IntakeFlow.take(idle(scene), reading);
    }
    HelpRequest request = stored.get();
    Optional<Integer> key = Keys.read(reading.words()).filter(Keys::isBare).map(Keys::digit);
    if (key.filter(k -> k == 1).isPresent()) {
      return IntakeFlow.asking(
          scene,
          new Step.AskNeed(request.draft().anew(), 0, Optional.of(code)),
          Prompt.of(Text.ASK_NEED));
    }
    if (key.filter(k -> k == 2).isPresent()) {
      return IntakeFlow.asking(
          scene,
          new Step.AskPlace(request.draft().withPlace(Optional.empty()), 0, Optional.of(code)),
          Prompt.of(Text.ASK_PLACE));
    }
    return corrected(scene, request, reading);
  }

  private static Turn corrected(Scene scene, HelpRequest request, Reading reading) {
    Draft before = request.draft();
    boolean another = !before.needs().containsAll(reading.needs());
    Draft corrected =
        another
            ? before.anew().with(reading)
            : before.withNeeds(reading.needs().isEmpty() ? before.needs() : Set.of()).with(reading);
    return IntakeFlow.advance(scene, corrected, reading, 0, Optional.of(request.code()));
  }

  private static Scene idle(Scene scene) {
    return scene.with(scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty()));
  }
}
