package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Care;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Reading;

/** "Did help arrive?" — 1 and a word of thanks, or 2 and others are asked. */
final class ArrivalFlow {
  private static final int YES = 1;
  private static final int NO = 2;

  private ArrivalFlow() {}

  /** An answer by key to the newest question of ours, or "nobody came" at any time. */
  static Optional<Turn> answer(Scene scene, Reading reading) {
    if (reading.command().filter(c -> c == Command.NOTYET).isPresent()) {
      return helped(scene).map(r -> notHelped(scene, r));
    }
    Optional<Integer> key = Keys.read(reading.words()).filter(Keys::isBare).map(Keys::digit);
    Optional<HelpRequest> asked =
        scene.isIdle()
                && scene.conversation().askedAt().isEmpty()
                && scene.live().filter(HelpRequest::deskOnly).isEmpty()
            ? helped(scene).filter(r -> isAsked(scene, r))
            : Optional.empty();
    if (key.isEmpty() || asked.isEmpty()) {
      return Optional.empty();
    }
    return switch (key.get()) {
      case YES -> Optional.of(arrived(scene, asked.get()));
      case NO -> Optional.of(notHelped(scene, asked.get()));
      default -> Optional.empty();
    };
  }

  /** Thanks for what is over go to whoever brought it. */
  static Optional<Turn> thanks(Scene scene, Reading reading) {
    String words = reading.words().strip();
    Optional<Code> asked =
        scene.conversation().step() instanceof Step.AskThanks(Code code, Instant until)
                && until.isAfter(scene.now())
            ? Optional.of(code)
            : Optional.empty();
    Optional<HelpRequest> over = asked.isPresent() ? asked.flatMap(scene::request) : helped(scene);
    boolean thanks =
        reading.intent() == Intent.THANKS || (asked.isPresent() && reading.needs().isEmpty());
    return over.filter(
            r -> thanks && !words.isEmpty() && scene.isIdle() && r.status() == RequestStatus.DONE)
        .flatMap(HelpRequest::holder)
        .map(holder ->
            new Turn(
                scene.idle().conversation(),
                Optional.empty(),
                List.of(
                    new Effect.SendText(
                        holder.contactId(),
                        PassedOn.fromResident(scene, reading, over.get(), words),
                        Optional.of(over.get().code())))));
  }

  /** The newest request that someone took, or had until lately. */
  private static Optional<HelpRequest> helped(Scene scene) {
    return scene.requests().stream()
        .filter(r -> r.status() == RequestStatus.ACCEPTED || r.status() == RequestStatus.DONE)
        .filter(r -> r.holder().isPresent())
        .findFirst();
  }

  /** Whether we asked, and nothing of ours since that a digit would answer. */
  private static boolean isAsked(Scene scene, HelpRequest request) {
    Optional<Instant> asked =
        request.status() == RequestStatus.DONE
            ? request.endedAt()
            : request.care().flatMap(Care::checked);
    return asked
        .filter(
            at -> scene.dispatches().stream().noneMatch(d -> d.dispatch().askedAt().isAfter(at)))
        .isPresent();
  }

  private static Turn arrived(Scene scene, HelpRequest request) {
    String lead = request.holder().map(HelpRequest.Holder::leadName).orElse("");
    Instant until = scene.now().plus(House.FINISH_WITHIN);
    return new Turn(
        scene
            .conversation()
            .at(new Step.AskThanks(request.code(), until), Optional.empty(), Optional.empty()),
        Optional.of(Reply.text(scene.tongue(), Prompt.of(Text.ARRIVED_YES, "lead", Arg.of(lead)))),
        List.of(new Effect.HelpArrived(request.code())));
  }

  private static Turn notHelped(Scene scene, HelpRequest request) {
    return FrontDesk.reply(scene.idle(), Prompt.of(Text.REOPENED, "code", IntakeFlow.code(request)))
        .and(new Effect.NotHelped(request.code()));
  }
}
