package org.neighborline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.conversation.Scene.Near;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;

/**
 * A person now: leads nearby are called one after the other while the caller waits. What is known
 * is stored before the first phone rings; where nobody comes, the caller leaves a recording.
 */
final class TransferFlow {
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /** How long one phone rings, in seconds: before most answering machines begin. */
  private static final int RINGS = 20;

  /** A shorter ring is none. */
  private static final int SHORTEST = 5;

  private static final int MOST_CALLED = 10;

  private TransferFlow() {}

  /** Zero; where more keys are waited for, nothing else begins with one that is meant. */
  static boolean isAsked(String typed) {
    return typed.matches("0{1,10}");
  }

  /** Whom to look for, when this event of a call needs to know who is there. */
  static Optional<HelpRequest> wanted(Scene scene, Event event) {
    boolean asked =
        switch (event) {
          case Event.Answered answered -> isAsked(answered.reading().words().strip());
          case Event.Recorded recorded -> isAsked(recorded.key());
          case Event.TransferEnded _, Event.Silence _ ->
              scene.conversation().step() instanceof Step.VoiceTransfer;
          case Event.CallArrived _,
              Event.CalledBack _,
              Event.PickedUp _,
              Event.LeadReached _,
              Event.HungUp _,
              Event.Woke _,
              Event.ShiftNear _,
              Event.Appealed _ ->
              false;
        };
    return asked ? request(scene) : Optional.empty();
  }

  /** The request that this call is about, as far as it is known; empty where no zero is offered. */
  private static Optional<HelpRequest> request(Scene scene) {
    return switch (scene.conversation().step()) {
      // A zero after the first key of a language belongs to that language: 10.
      case Step.VoiceBack _,
          Step.VoiceLanguage _,
          Step.VoiceNeed _,
          Step.VoiceZip _,
          Step.VoiceRecord _ ->
          Optional.of(opened(scene, said(scene)));
      case Step.VoiceMore(Code code, _) -> scene.request(code);
      case Step.VoiceReadBack(Code code, _, _) -> scene.request(code);
      case Step.VoiceTexts(Code code, _) -> scene.request(code);
      case Step.VoiceOther(Code code, _) -> scene.request(code);
      case Step.VoiceNumber(Code code, _) -> scene.request(code);
      case Step.VoiceChange(Code code, _, _) -> scene.request(code);
      case Step.VoiceTransfer(Code code, _, _) -> scene.request(code);
      default -> Optional.empty();
    };
  }

  private static HelpRequest opened(Scene scene, Draft draft) {
    Draft whole = draft.needs().isEmpty() ? draft.withNeeds(Set.of(Need.OTHER)) : draft;
    return VoiceOpening.of(scene, whole);
  }

  /** The caller wants a person; empty where this call has no such moment. */
  static Optional<Turn> begin(Scene scene) {
    return request(scene).map(request -> begin(scene, request));
  }

  private static Turn begin(Scene scene, HelpRequest request) {
    boolean isStored = scene.request(request.code()).isPresent();
    Instant until = scene.now().plus(LONGEST);
    Optional<Turn> calls = calls(scene, request, List.of(), until, Text.VOICE_CALLING);
    if (calls.isPresent()) {
      return isStored ? calls.get() : calls.get().first(List.of(new Effect.OpenRequest(request)));
    }
    return isStored ? nobody(scene, request.code()) : nobodyYet(scene, said(scene));
  }

  /** The next phone rings; empty when there is none, or no time left. */
  private static Optional<Turn> calls(
      Scene scene, HelpRequest request, List<Long> called, Instant until, Text says) {
    long left = Duration.between(scene.now(), until).toSeconds();
    Optional<Near> next =
        scene.near().stream().filter(n -> !called.contains(n.lead().contactId())).findFirst();
    if (next.isEmpty() || left < SHORTEST || called.size() >= MOST_CALLED) {
      return Optional.empty();
    }
    List<Long> more = new ArrayList<>(called);
    more.add(next.get().lead().contactId());
    Wait transfer =
        new Wait.Transfer(
            next.get().phone(),
            Optional.of(request.code()),
            scene.tongue(),
            (int) Math.min(RINGS, left));
    return Optional.of(
        VoiceFlow.ask(
                scene,
                new Step.VoiceTransfer(request.code(), more, until),
                transfer,
                Prompt.of(says))
            .and(new Effect.Ring(request.code(), next.get().group().id(), next.get().lead().id())));
  }

  /** Nobody is there: what is stored waits for a recording, and then goes through the trees. */
  private static Turn nobody(Scene scene, Code code) {
    return VoiceFlow.ask(
            scene,
            new Step.VoiceLeave(code),
            new Wait.Recording(House.LONGEST_MESSAGE),
            Prompt.of(Text.VOICE_NOBODY),
            Prompt.of(Text.VOICE_RECORD))
        .and(new Effect.RingOver(code));
  }

  /** The same where nothing is stored: a call that says nothing leaves nothing. */
  private static Turn nobodyYet(Scene scene, Draft said) {
    return VoiceFlow.ask(
        scene,
        new Step.VoiceRecord(said),
        new Wait.Recording(House.LONGEST_MESSAGE),
        Prompt.of(Text.VOICE_NOBODY),
        Prompt.of(Text.VOICE_RECORD));
  }

  /** What the caller has said so far. */
  private static Draft said(Scene scene) {
    return switch (scene.conversation().step()) {
      case Step.VoiceZip(Need need, _) -> Draft.EMPTY.withNeeds(new LinkedHashSet<>(List.of(need)));
      case Step.VoiceRecord(Draft draft) -> draft;
      default -> Draft.EMPTY;
    };
  }

  /** A phone rang out, or two people have talked. */
  static Turn ended(Scene scene, Event.TransferEnded ended) {
    if (!(scene.conversation().step()
        instanceof Step.VoiceTransfer(Code code, List<Long> called, Instant until))) {
      return VoiceFlow.over(scene);
    }
    Optional<HelpRequest> request = scene.request(code);
    if (request.isEmpty() || request.get().holder().isPresent()) {
      Turn over =
          ended.gone() ? VoiceFlow.over(scene) : VoiceFlow.end(scene, Prompt.of(Text.VOICE_THANKS));
      return ended.talked() ? over.and(new Effect.Talked(code)) : over;
    }
    return ended.gone()
        ? hungUp(scene, code)
        : calls(scene, request.get(), called, until, Text.VOICE_CALLING_NEXT)
            .orElseGet(() -> nobody(scene, code));
  }

  /**
   * Who waited and left is helped all the same. After a talk the call keeps its place: the carrier
   * may tell of the talk only later.
   */
  static Turn hungUp(Scene scene, Code code) {
    boolean taken = scene.request(code).flatMap(HelpRequest::holder).isPresent();
    return taken
        ? VoiceFlow.ended(scene, scene.conversation().step())
        : VoiceFlow.over(scene).and(new Effect.RingOver(code)).and(new Effect.StartDispatch(code));
  }
}
