package org.neighborline.store;

/** Where a row of the outbox is in its life. */
public enum OutboxStatus {
  /** To be sent when its time comes. */
  READY,
  /** An attempt is on its way; committed before the request left. */
  SENDING,
  /** The attempt had no answer: the carrier may or may not have it. */
  UNKNOWN,
  /** The carrier took it. */
  ACCEPTED,
  DELIVERED,
  /** It can't be delivered. */
  FAILED,
  /** No longer wanted, or past its time. */
  DROPPED;

  /** Whether the worker still has something to do with it. */
  public boolean isOpen() {
    return this == READY || this == SENDING || this == UNKNOWN;
  }
}
