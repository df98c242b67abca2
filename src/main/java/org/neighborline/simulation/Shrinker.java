package org.neighborline.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Looks for a shorter run that breaks the same promise: fewer days, faults and residents. */
public final class Shrinker {
  /** A look is a run; more of them find little. */
  private static final int MOST_LOOKS = 40;

  private final Function<Plan, Result> run;
  private Result shortest;
  private final Invariant invariant;
  private int looks;

  private Shrinker(Function<Plan, Result> run, Result failed) {
    this.run = run;
    this.shortest = failed;
    this.invariant = failed.violations().getFirst().invariant();
  }

  /**
   * @param run plays a plan up to its first broken promise
   * @param failed a run with a broken promise
   * @return the shortest that was found to break it too, perhaps the same
   */
  public static Result shrink(Function<Plan, Result> run, Result failed) {
    Shrinker shrinker = new Shrinker(run, failed);
    for (int days = 1;
        days < failed.plan().days() && !shrinker.tried(shrinker.plan().withDays(days)); ) {
      days *= 2;
    }
    shrinker.tried(shrinker.plan().withCrashes(false));
    shrinker.tried(shrinker.plan().withCarrierFaults(false));
    shrinker.fewerResidents();
    return shrinker.shortest;
  }

  private Plan plan() {
    return shortest.plan();
  }

  private boolean tried(Plan plan) {
    if (plan.equals(plan()) || looks++ >= MOST_LOOKS) {
      return false;
    }
    Result result = run.apply(plan);
    if (!result.breaks(invariant)) {
      return false;
    }
    shortest = result;
    return true;
  }

  /** Leaves parts of the residents out, halves first, then ever smaller parts. */
  private void fewerResidents() {
    List<Integer> residents =
        new ArrayList<>(
            plan().only().isEmpty()
                ? IntStream.range(0, plan().requests()).boxed().toList()
                : plan().only().stream().sorted().toList());
    for (int part = residents.size() / 2; part >= 1 && looks < MOST_LOOKS; part /= 2) {
      for (int from = 0; from < residents.size() && residents.size() > 1; ) {
        Set<Integer> without = new HashSet<>(residents);
        without.removeAll(residents.subList(from, Math.min(residents.size(), from + part)));
        if (!without.isEmpty() && tried(plan().withOnly(without))) {
          residents.retainAll(without);
        } else {
          from += part;
        }
      }
    }
  }
}
