package org.neighborline.routing;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.understanding.Need;

/**
 * What each of many groups has to offer, a bit for a group: whether an area holds a place is costly
 * to tell, so a ranking asks only those groups of which enough may be the best.
 */
final class Merits {
  static final int NEED = 16;
  static final int OPEN = 8;
  static final int INSIDE = 4;
  static final int SPEAKS = 2;
  static final int ROOM = 1;

  private final List<Group> groups;
  private final Map<Need, BitSet> serving = new EnumMap<>(Need.class);
  private final Map<Language, BitSet> speaking = new HashMap<>();
  private final BitSet everyone = new BitSet();
  private final BitSet nobody = new BitSet();
  private final BitSet always = new BitSet(); // takes requests at all hours
  private final BitSet free = new BitSet(); // has a lead with nothing in hand, and no limit

  Merits(List<Group> groups) {
    this.groups = groups;
    everyone.set(0, groups.size());
    for (Need need : Need.values()) {
      serving.put(need, new BitSet());
    }
    for (int i = 0; i < groups.size(); i++) {
      add(i, groups.get(i));
    }
  }

  private void add(int i, Group group) {
    serving.forEach((need, who) -> who.set(i, group.serves(need)));
    group.languages().forEach(language -> speakers(language).set(i));
    for (Lead lead : group.leads()) {
      lead.languages().forEach(language -> speakers(language).set(i));
      free.set(i, free.get(i) || lead.standing().open() == 0);
    }
    free.set(i, free.get(i) && group.availability().capacity().isEmpty());
    always.set(i, group.availability().isAlways());
  }

  private BitSet speakers(Language language) {
    return speaking.computeIfAbsent(language, _ -> new BitSet());
  }

  /** The groups that speak a language, or have someone who does, by their numbers. */
  Map<Language, BitSet> speakers() {
    return speaking;
  }

  /** What groups have for one request, each bit worth more than all after it. */
  int[] of(int[] numbers, Wanted wanted) {
    BitSet speakers = wanted.language().map(this::known).orElse(everyone);
    int[] merits = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int group = numbers[i];
      merits[i] =
          (helps(group, wanted.needs()) ? NEED : 0)
              + (always.get(group) || groups.get(group).takesRequests(wanted.now()) ? OPEN : 0)
              + (speakers.get(group) ? SPEAKS : 0)
              + (hasRoom(group, wanted.capacity()) ? ROOM : 0);
    }
    return merits;
  }

  private BitSet known(Language language) {
    return speaking.getOrDefault(language, nobody);
  }

  private boolean helps(int group, Set<Need> wanted) {
    for (Need need : wanted) {
      if (serving.getOrDefault(need, nobody).get(group)) {
        return true;
      }
    }
    return wanted.isEmpty();
  }

  private boolean hasRoom(int group, int capacity) {
    return (capacity > 0 && free.get(group)) || groups.get(group).hasRoom(capacity);
  }
}
