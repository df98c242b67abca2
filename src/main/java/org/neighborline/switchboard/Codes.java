package org.neighborline.switchboard;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.neighborline.request.Code;

/**
 * Draws the names of requests: four characters, five once a tenth of the short ones are in use. It
 * remembers the names that were free no more, so that a draw seldom meets one that is taken.
 */
final class Codes {
  private static final int SHORT = 4;
  private static final int LONG = 5;

  /** More of the short ones in use, and people would mistype into each other's requests. */
  private static final int MOST_SHORT = Code.HOW_MANY_OF_FOUR / 10;

  /** More names than these are not remembered; among so many long ones a draw rarely meets one. */
  static final int REMEMBERED = MOST_SHORT + 1_000;

  private final RandomGenerator random;
  private final AtomicLong inUse = new AtomicLong();
  private final Set<Code> taken = ConcurrentHashMap.newKeySet();

  Codes(RandomGenerator random) {
    this.random = random;
  }

  /** A name that is probably free; the database has the last word. */
  Code draw() {
    int length = inUse.get() < MOST_SHORT ? SHORT : LONG;
    Code drawn = Code.draw(random, length);
    while (taken.contains(drawn)) {
      drawn = Code.draw(random, length);
    }
    return drawn;
  }

  /**
   * What the database says.
   *
   * @param codes how many are in use
   * @param known some of them, at most {@link #REMEMBERED}
   */
  void counted(long codes, Collection<Code> known) {
    taken.clear();
    taken.addAll(known);
    inUse.set(codes);
  }

  /** These are in use now. */
  void opened(Collection<Code> codes) {
    if (taken.size() < REMEMBERED) {
      taken.addAll(codes);
    }
    inUse.addAndGet(codes.size());
  }

  /** So many fewer are in use; which ones, only the database knows. */
  void freed(int codes) {
    inUse.addAndGet(-codes);
  }
}
