package org.neighborline.group;

import java.util.Optional;

/**
 * How a group's phone tree is walked, and how people come into it.
 *
 * @param ask how many of its leads have one question at a time; 1: one after the other
 * @param join the word with which a new lead joins by text, from their coordinator; empty: nobody
 *     does
 */
public record Tree(int ask, Optional<String> join) {
  /** One after the other, and only files say who is in it. */
  public static final Tree PLAIN = new Tree(1, Optional.empty());

  /** So many have one question at most. */
  public static final int MOST_AT_ONCE = 10;
}
