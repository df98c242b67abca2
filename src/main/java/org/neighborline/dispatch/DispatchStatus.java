package org.neighborline.dispatch;

import java.util.Locale;

/** Where a dispatch is in its life. */
public enum DispatchStatus {
  /** Written to the outbox; the carrier has not taken the text yet. */
  QUEUED,
  /** The carrier took the text; the lead's time runs. */
  ASKED,
  TAKEN,
  PASSED,
  /** No answer in time. An answer still counts while nobody else took it. */
  SILENT,
  /** The text could not reach the lead. */
  UNDELIVERED,
  /** Someone else took the request, or it ended. */
  WITHDRAWN,
  /** The lead gave the request back. */
  RETURNED,
  /** The resident says that no help came. */
  UNHELPED,
  DONE;

  /** The id that the database and the timeline use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether we wait for this lead's answer. */
  public boolean isWaiting() {
    return this == QUEUED || this == ASKED;
  }

  /** Whether the question is, or was, with the lead or on its way there. */
  boolean wasReached() {
    return this != UNDELIVERED && this != WITHDRAWN;
  }

  /** Whether the lead was really asked, as far as the carrier tells. */
  public boolean wasAsked() {
    return this != QUEUED && this != UNDELIVERED && this != WITHDRAWN;
  }
}
