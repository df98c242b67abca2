package org.neighborline.language;

/**
 * The letters a person writes and reads: a language's own, or Latin ones ("mujhe khana chahiye").
 */
public enum Letters {
  NATIVE,
  LATIN
}
