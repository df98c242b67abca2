package org.neighborline.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.neighborline.request.Code;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/** What can happen to a conversation. */
public sealed interface Event {
  /**
   * A person said something: a text, keys pressed, or speech that was recognized.
   *
   * @param reading what the words mean
   * @param media whether pictures came along
   */
  record Answered(Reading reading, boolean media) implements Event {}

  /** A call came in. */
  record CallArrived() implements Event {}

  /** Someone took up the phone whom the hotline called back. */
  record CalledBack() implements Event {}

  /** The caller pressed nothing. */
  record Silence() implements Event {}

  /** The caller hung up. */
  record HungUp() implements Event {}

  /**
   * The caller's words were recorded.
   *
   * @param sid the carrier's name of the recording; empty when nothing was said
   * @param seconds its length
   * @param hungUp whether the caller then hung up
   * @param key the key that ended it; empty when none did
   */
  record Recorded(Optional<String> sid, int seconds, boolean hungUp, String key) implements Event {}

  /**
   * Someone took up the phone to whom a call is put through.
   *
   * @param code what they are asked to take
   */
  record PickedUp(Code code) implements Event {}

  /**
   * A lead took up the phone that the hotline rang.
   *
   * @param code about what
   */
  record LeadReached(Code code) implements Event {}

  /**
   * Putting a call through is over.
   *
   * @param talked whether two people talked; else nobody took it
   * @param gone whether who called has hung up
   */
  record TransferEnded(boolean talked, boolean gone) implements Event {}

  /** The time that the conversation waited for has come. */
  record Woke() implements Event {}

  /**
   * A lead's shift is near.
   *
   * @param group for which group
   * @param from when it starts
   * @param until when it is over
   * @param evening whether this is the evening before
   */
  record ShiftNear(String group, Instant from, Instant until, boolean evening) implements Event {}

  /**
   * A lead asks someone who offered help.
   *
   * @param id the question's key
   * @param lead who asks
   * @param group for which group
   * @param needs what for
   * @param words the lead's own
   * @param until when a yes comes too late
   */
  record Appealed(long id, String lead, String group, Set<Need> needs, String words, Instant until)
      implements Event {}
}
