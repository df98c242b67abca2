package org.neighborline.conversation;

import java.time.Instant;
import java.util.Optional;
import org.neighborline.contact.Contact;

/**
 * A missed call: who rings and hangs up before any key has no minutes to spend, and is called back
 * once. Whatever takes up the phone hears our first words; without a key nothing is recorded, since
 * it may be a machine.
 */
final class VoiceBackFlow {
  private VoiceBackFlow() {}

  /** A call that has just come in: when it did is remembered until the first key. */
  static Turn mayBeMissed(Scene scene, Turn turn) {
    Conversation next = turn.next();
    return new Turn(
        next.at(next.step(), Optional.of(scene.now()), Optional.empty()),
        turn.reply(),
        turn.effects());
  }

  /** It ended at once, and nothing of theirs is open that somebody cares for. */
  static Turn missed(Scene scene, Turn over) {
    Optional<Instant> arrived = scene.conversation().askedAt();
    boolean atOnce =
        arrived.filter(at -> !scene.now().isAfter(at.plus(House.MISSED_WITHIN))).isPresent();
    return scene
        .contact()
        .filter(_ -> atOnce && scene.live().isEmpty() && !scene.isMuted())
        .filter(c -> c.reach().mayBeCalled())
        .map(Contact::id)
        .map(id -> over.and(new Effect.CallBack(id)))
        .orElse(over);
  }

  /** They, or a machine, took up the phone. */
  static Turn reached(Scene scene) {
    Turn first = VoiceFlow.inNeed(scene);
    return new Turn(VoiceFlow.at(scene, new Step.VoiceBack()), first.reply(), first.effects());
  }

  static Turn answered(Scene scene, String typed) {
    return scene.house().spoken().contains(scene.tongue().language()) && scene.knowsTongue()
        ? VoiceFlow.onNeed(scene, typed, 0)
        : VoiceLanguageFlow.answered(scene, typed, 0);
  }
}
