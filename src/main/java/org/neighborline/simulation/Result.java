package org.neighborline.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neighborline.store.Audit;

/**
 * What a run came to.
 *
 * @param plan that was run
 * @param hash the same for the same run
 * @param looked how often each promise was looked at
 * @param broken how often it was found broken
 * @param violations the first of them
 * @param fates every request, where it ended and when it was taken
 * @param received texts of people that came in
 * @param sent texts that the outbox tried to send
 * @param crashes how often a process died
 * @param took real time
 * @param transcript what happened up to the first broken promise; empty when none was
 */
public record Result(
    Plan plan,
    String hash,
    Map<Invariant, Long> looked,
    Map<Invariant, Integer> broken,
    List<Violation> violations,
    List<Audit.Fate> fates,
    long received,
    long sent,
    int crashes,
    Duration took,
    List<String> transcript) {
  public Result {
    looked = Map.copyOf(looked);
    broken = Map.copyOf(broken);
    violations = List.copyOf(violations);
    fates = List.copyOf(fates);
    transcript = List.copyOf(transcript);
  }

  /** Whether every promise held. */
  public boolean holds() {
    return violations.isEmpty();
  }

  /** Whether this one was broken. */
  public boolean breaks(Invariant invariant) {
    return broken.containsKey(invariant);
  }
}
