package org.neighborline.switchboard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.neighborline.request.Code;

/**
 * Draws the names of requests: four characters, five once a tenth of the short ones are in use. It
 * remembers the names that are not free, so that a draw seldom meets one that is taken.
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

  /** How many are in use. */
  long inUse() {
    return inUse.get();
  }

  boolean remembers(Code code) {
    return taken.contains(code);
  }

  int remembered() {
    return taken.size();
  }

  /** What a turn that is about to run does with names; nothing of it counts before the commit. */
  Claim claim() {
    return new Claim();
  }

  private Code draw() {
    int length = inUse.get() < MOST_SHORT ? SHORT : LONG;
    Code drawn = Code.draw(random, length);
    while (!taken.add(drawn)) {
      drawn = Code.draw(random, length);
    }
    return drawn;
  }

  /** A turn may run twice: when another of its batch fails, or when it lost a race. */
  final class Claim {
    private final Set<Code> drawn = new HashSet<>();
    private final Set<Code> opened = new HashSet<>();
    private final Set<Code> freed = new HashSet<>();

    private Claim() {}

    /** The turn runs, perhaps once more: what it drew before is free again. */
    Claim anew() {
      taken.removeAll(drawn);
      drawn.clear();
      opened.clear();
      freed.clear();
      return this;
    }

    /** A name that is probably free, and this turn's alone; the database has the last word. */
    Code draw() {
      Code code = Codes.this.draw();
      drawn.add(code);
      return code;
    }

    /** What the turn came to. */
    void did(Effects.Done done) {
      opened.addAll(done.opened());
      freed(done.freed());
    }

    /** These are not in use any more. */
    void freed(Collection<Code> codes) {
      freed.addAll(codes);
    }

    /** The turn is over: committed, or not at all. */
    void settle(boolean committed) {
      if (committed) {
        inUse.addAndGet((long) opened.size() - freed.size());
        drawn.removeAll(opened);
        taken.removeAll(freed);
        if (taken.size() >= REMEMBERED) {
          taken.removeAll(opened);
        }
      }
      taken.removeAll(drawn);
    }
  }
}
