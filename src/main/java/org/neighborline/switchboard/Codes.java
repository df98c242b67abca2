package org.neighborline.switchboard;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.neighborline.request.Code;

/**
 * Draws the names of requests: four characters, five once a tenth of the short ones are in use, so
 * that a draw seldom meets a name that is taken.
 */
final class Codes {
  private static final int SHORT = 4;
  private static final int LONG = 5;

  /** More of the short ones in use, and people would mistype into each other's requests. */
  private static final int MOST_SHORT = Code.HOW_MANY_OF_FOUR / 10;

  private final RandomGenerator random;
  private final AtomicLong inUse = new AtomicLong();

  Codes(RandomGenerator random) {
    this.random = random;
  }

  /** A name that is probably free; the database has the last word. */
  Code draw() {
    return Code.draw(random, inUse.get() < MOST_SHORT ? SHORT : LONG);
  }

  /** So many are in use, as the database says. */
  void counted(long codes) {
    inUse.set(codes);
  }

  /** One more is in use, or several less. */
  void changed(int by) {
    inUse.addAndGet(by);
  }
}
