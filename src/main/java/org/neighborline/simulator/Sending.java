package org.neighborline.simulator;

/** What the carrier says to a text or call it is asked to make. */
public sealed interface Sending<T> {
  /** It will try; whether it arrives is told later, by callback. */
  record Accepted<T>(T made) implements Sending<T> {}

  /**
   * It will not try.
   *
   * @param status of the HTTP answer
   * @param code the carrier's own, as in its error dictionary
   */
  record Refused<T>(int status, int code, String reason) implements Sending<T> {}

  static <T> Sending<T> refused(int code, String reason) {
    return new Refused<>(400, code, reason);
  }
}
