package org.neighborline.understanding;

/** How soon a person says they need help. */
public enum Urgency {
  /** "No hurry", "by Friday", "whenever". */
  CAN_WAIT,
  NORMAL,
  /** "Now", "today", a fear of la migra at the door. */
  URGENT
}
