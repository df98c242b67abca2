package org.neighborline.conversation;

import java.util.Optional;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;

/** What a reply waits for. A text always waits for the next text; a call must know what comes. */
public sealed interface Wait {
  /**
   * Keys.
   *
   * @param digits how many at most
   */
  record Keys(int digits) implements Wait {}

  /** A second key, which follows the first at once or not at all. */
  record SecondKey() implements Wait {}

  /**
   * A recording.
   *
   * @param seconds how long at most
   */
  record Recording(int seconds) implements Wait {}

  /**
   * One key within a few seconds, by which a person takes a call that was put through to them; else
   * their phone is put down.
   */
  record Acceptance() implements Wait {}

  /** Nothing more from us: the two who were put through talk. */
  record Joined() implements Wait {}

  /**
   * Another phone rings, and whoever takes it up is put through.
   *
   * @param to whose
   * @param asks what they are asked to take, with a key; empty where taking up the phone is enough
   * @param tongue in which they are told who calls
   * @param seconds how long it rings
   */
  record Transfer(PhoneNumber to, Optional<Code> asks, Tongue tongue, int seconds)
      implements Wait {}

  /** Nothing: the call ends. */
  record Nothing() implements Wait {}
}
