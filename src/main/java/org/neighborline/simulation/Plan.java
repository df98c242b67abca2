package org.neighborline.simulation;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is made from: the same plan is the same run.
 *
 * @param seed of all luck
 * @param days how long people go on asking
 * @param requests how many residents ask for help in that time
 * @param only the residents to keep, by number; empty keeps all
 * @param nodes processes on one database
 * @param carrierFaults whether the carrier loses, doubles, delays, reorders and refuses
 * @param crashes whether processes die
 */
public record Plan(
    long seed,
    int days,
    int requests,
    Set<Integer> only,
    int nodes,
    boolean carrierFaults,
    boolean crashes) {
  /** Words and numbers of ended requests go sooner than in life, so that a week shows it. */
  static final Duration RETENTION = Duration.ofDays(2);

  public Plan {
    only = Set.copyOf(only);
  }

  /** A week with everything that can go wrong. */
  public static Plan of(long seed, int days, int requests) {
    return new Plan(seed, days, requests, Set.of(), 1, true, true);
  }

  public Plan withSeed(long other) {
    return new Plan(other, days, requests, only, nodes, carrierFaults, crashes);
  }

  public Plan withNodes(int other) {
    return new Plan(seed, days, requests, only, other, carrierFaults, crashes);
  }

  Plan withDays(int other) {
    return new Plan(seed, other, requests, only, nodes, carrierFaults, crashes);
  }

  Plan withOnly(Set<Integer> some) {
    return new Plan(seed, days, requests, some, nodes, carrierFaults, crashes);
  }

  public Plan withCarrierFaults(boolean on) {
    return new Plan(seed, days, requests, only, nodes, on, crashes);
  }

  public Plan withCrashes(boolean on) {
    return new Plan(seed, days, requests, only, nodes, carrierFaults, on);
  }

  /** The command that repeats the run. */
  public String command() {
    StringBuilder command =
        new StringBuilder("./neighborline simulate --seed ")
            .append(seed)
            .append(" --days ")
            .append(days)
            .append(" --requests ")
            .append(requests);
    if (!only.isEmpty()) {
      command
          .append(" --only ")
          .append(
              only.stream()
                  .sorted()
                  .map(i -> Integer.toString(i))
                  .collect(Collectors.joining(",")));
    }
    if (nodes > 1) {
      command.append(" --nodes ").append(nodes);
    }
    command.append(carrierFaults ? "" : " --no-faults").append(crashes ? "" : " --no-crashes");
    return command.toString();
  }
}
