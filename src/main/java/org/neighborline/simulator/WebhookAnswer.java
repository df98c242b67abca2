package org.neighborline.simulator;

/** What became of one attempt at a webhook. */
public sealed interface WebhookAnswer {
  /**
   * The hotline answered.
   *
   * @param contentType as in the header, empty without one
   */
  record Answered(int status, String contentType, String body) implements WebhookAnswer {}

  /** Nobody took the connection. */
  record Unreachable() implements WebhookAnswer {}

  /** The connection stood, but no answer came in time. */
  record TimedOut() implements WebhookAnswer {}
}
