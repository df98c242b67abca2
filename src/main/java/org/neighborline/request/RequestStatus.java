package org.neighborline.request;

import java.util.Locale;

/** Where a request is in its life. */
public enum RequestStatus {
  /** Stored; the resident may still correct it. */
  OPEN,
  /** Leads are being asked, one after the other. */
  DISPATCHING,
  /** Waiting for the morning, or in the hands of the desk that looks for someone. */
  HELD,
  /** A lead took it. */
  ACCEPTED,
  DONE,
  CANCELLED,
  /** Everyone was asked and nobody could; it can still be taken. */
  UNMET;

  /** The id that commands and the database use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether something is still to happen. */
  public boolean isLive() {
    return this != DONE && this != CANCELLED;
  }

  /** Whether a lead may still take it. */
  public boolean isTakeable() {
    return this == OPEN || this == DISPATCHING || this == HELD || this == UNMET;
  }
}
