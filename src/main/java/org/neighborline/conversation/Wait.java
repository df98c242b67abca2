package org.neighborline.conversation;

/** What a reply waits for. A text always waits for the next text; a call must know what comes. */
public sealed interface Wait {
  /**
   * Keys.
   *
   * @param digits how many at most
   */
  record Keys(int digits) implements Wait {}

  /**
   * A recording.
   *
   * @param seconds how long at most
   */
  record Recording(int seconds) implements Wait {}

  /** Nothing: the call ends. */
  record Nothing() implements Wait {}
}
