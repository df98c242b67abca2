package org.neighborline.phone;

/** How a person reaches us, and we them. */
public enum Channel {
  SMS,
  VOICE
}
