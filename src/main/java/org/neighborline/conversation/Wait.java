package org.neighborline.conversation;

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

  /** Nothing: the call ends. */
  record Nothing() implements Wait {}
}
