package org.neighborline.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.neighborline.group.Group;

/**
 * Takes groups and leads from an import into the database: adds and changes, and removes nobody. A
 * reload of the configuration's own files leaves alone what came this way.
 */
public final class Import {
  private static final String SOURCE = "import";

  private final Roster roster;

  public Import(Books books) {
    this.roster = books.roster();
  }

  /**
   * What an import did.
   *
   * @param added groups that were not there
   * @param changed groups that were
   * @param leads their leads, old and new
   */
  public record Done(int added, int changed, int leads) {}

  /**
   * Writes all of it, or nothing.
   *
   * @param groups with their leads
   * @param more leads by group, for groups that are there
   * @param written hears of each group
   */
  public Done take(
      Tx tx,
      List<Roster.Seed> groups,
      Map<String, List<Roster.LeadSeed>> more,
      Instant now,
      IntConsumer written) {
    Set<String> there = new HashSet<>(roster.groups(tx).stream().map(Group::id).toList());
    Map<String, List<Roster.LeadSeed>> trees = new HashMap<>(more);
    int added = 0;
    int done = 0;
    for (Roster.Seed seed : groups) {
      added += there.contains(seed.group().id()) ? 0 : 1;
      roster.save(tx, seed.group(), SOURCE);
      trees.put(seed.group().id(), seed.leads());
      written.accept(++done);
    }
    int leads = 0;
    for (var tree : trees.entrySet()) {
      for (Roster.LeadSeed lead : tree.getValue()) {
        roster.save(tx, tree.getKey(), lead, SOURCE, now);
        leads++;
      }
    }
    return new Done(added, groups.size() - added, leads);
  }
}
