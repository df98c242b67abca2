package org.neighborline.understanding;

/** Danger in a person's words, by what we must say first. */
public enum Emergency {
  NONE,
  /** Life in danger now: 911 first. */
  DANGER,
  /** Wanting to die: 988 first. */
  DESPAIR,
  /** Violence at home: ask whether it is safe to text. */
  VIOLENCE
}
