package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.conversation.Scene.Asked;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.place.Finding;
import org.neighborline.request.Code;
import org.neighborline.request.RequestStatus;
import org.neighborline.understanding.Reading;

/** What a lead says of a request that is over: a line that is kept with it, or that it is not. */
final class NoteFlow {
  private NoteFlow() {}

  /** After DONE the next words are about it, unless they ask for help somewhere. */
  static Optional<Turn> keep(Scene scene, Reading reading) {
    if (!(scene.conversation().step() instanceof Step.AskNote(Code code, Instant until))
        || until.isBefore(scene.now())) {
      return Optional.empty();
    }
    boolean asks = !reading.needs().isEmpty() && reading.place() instanceof Finding.Found;
    String words = reading.words().strip();
    return asks || words.isEmpty() || Keys.read(words).filter(Keys::isBare).isPresent()
        ? Optional.empty()
        : Optional.of(
            FrontDesk.reply(scene.idle(), Prompt.of(Text.NOTE_KEPT, "code", Arg.of(code.text())))
                .and(new Effect.KeepNote(code, words)));
  }

  /** A lead closes a request; with nothing else in hand, what they text next is about it. */
  static Turn done(Scene scene, Asked asked) {
    Code code = asked.request().code();
    boolean holdsMore =
        scene.dispatches().stream()
            .anyMatch(a -> a.isHeld() && a.dispatch().id() != asked.dispatch().id());
    Conversation next =
        holdsMore || !scene.isIdle()
            ? scene.conversation()
            : scene
                .conversation()
                .at(
                    new Step.AskNote(code, scene.now().plus(House.FINISH_WITHIN)),
                    Optional.empty(),
                    Optional.empty());
    return FrontDesk.reply(scene.with(next), Prompt.of(Text.DONE, "code", Arg.of(code.text())))
        .and(new Effect.FinishRequest(code));
  }

  /** OPEN K7M2: whoever closed it has it again. */
  static Turn open(Scene scene, Optional<Code> code) {
    List<Asked> closed =
        scene.dispatches().stream()
            .filter(a ->
                a.dispatch().status() == DispatchStatus.DONE
                    && a.request().status() == RequestStatus.DONE)
            .toList();
    Optional<Asked> named =
        closed.stream()
            .filter(a -> code.isEmpty() || a.request().code().equals(code.get()))
            .findFirst();
    return named
        .map(a ->
            FrontDesk.reply(scene.idle(), Prompt.of(Text.TAKEN, "code", LeadFlow.code(a.request())))
                .and(new Effect.Reopen(a.dispatch())))
        .or(() -> code.map(c -> LeadWords.notYours(scene, c.text())))
        .orElseGet(() -> FrontDesk.reply(scene, Prompt.of(Text.NOTHING_OPEN)));
  }
}
