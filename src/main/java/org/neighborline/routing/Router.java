package org.neighborline.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.neighborline.group.Group;
import org.neighborline.language.Language;
import org.neighborline.place.Areas;

/**
 * Ranks groups for a request. The order is total and depends on nothing but the arguments: helps
 * with the need, takes requests now, holds the place, speaks the language, has room, is near, was
 * asked least recently, and at last the id. A router knows many groups by where they are, and finds
 * the best without looking at all.
 */
public final class Router {
  private static final List<Boolean> BEST_FIRST = List.of(true, false);
  private static final Areas<Group> NOBODY = new Areas<>(List.of(), Group::area);

  private final List<Group> groups;
  private final Areas<Group> everywhere;
  private final Map<Language, Areas<Group>> speaking = new HashMap<>();

  /** Knows these groups, the backstop not among them. */
  public Router(List<Group> groups) {
    this.groups = List.copyOf(groups);
    this.everywhere = new Areas<>(this.groups, Group::area);
    Map<Language, List<Group>> speakers = new HashMap<>();
    for (Group group : groups) {
      Set<Language> spoken = new LinkedHashSet<>(group.languages());
      group.leads().forEach(lead -> spoken.addAll(lead.languages()));
      spoken.forEach(l -> speakers.computeIfAbsent(l, _ -> new ArrayList<>()).add(group));
    }
    speakers.forEach((language, own) -> speaking.put(language, new Areas<>(own, Group::area)));
  }

  /** The best groups, in order, with reasons. */
  public List<Ranked> best(Wanted wanted, int most) {
    List<Standing> found = found(wanted, most);
    return inWords(found.subList(0, Math.min(most, found.size())), wanted);
  }

  /**
   * The groups that may be the best once it is known how their leads stand: as many as asked for,
   * and all that are as good as the last of them.
   */
  public List<Group> candidates(Wanted wanted, int least) {
    return found(wanted, least).stream().map(Standing::group).toList();
  }

  private List<Standing> found(Wanted wanted, int least) {
    if (least >= groups.size()) {
      return sorted(groups.stream().map(group -> standing(group, wanted)));
    }
    List<Standing> found = new ArrayList<>();
    List<Group> inside = everywhere.holding(wanted.place());
    for (boolean need : BEST_FIRST) {
      for (boolean open : BEST_FIRST) {
        Predicate<Group> fits =
            g -> g.servesAny(wanted.needs()) == need && g.takesRequests(wanted.now()) == open;
        inside(wanted, inside.stream().filter(fits).toList(), least, found);
        outside(wanted, least, fits, found);
        if (found.size() >= least) {
          return found;
        }
      }
    }
    return found;
  }

  /** Adds those that hold the place: first who speaks the language, of these who has room. */
  private static void inside(Wanted wanted, List<Group> holding, int least, List<Standing> found) {
    for (boolean speaks : BEST_FIRST) {
      for (boolean room : BEST_FIRST) {
        if (found.size() < least) {
          found.addAll(
              sorted(
                  holding.stream()
                      .filter(alike(wanted, speaks, room))
                      .map(group -> Standing.of(group, wanted, true, 0))));
        }
      }
    }
  }

  /** The same of those near it. */
  private void outside(Wanted wanted, int least, Predicate<Group> fits, List<Standing> found) {
    for (boolean speaks : BEST_FIRST) {
      for (boolean room : BEST_FIRST) {
        int missing = least - found.size();
        if (missing > 0 && (speaks || wanted.language().isPresent())) {
          List<Areas.Near<Group>> near =
              within(wanted, speaks)
                  .outside(wanted.place(), missing, fits.and(alike(wanted, speaks, room)));
          found.addAll(
              sorted(
                  near.stream().map(n -> Standing.of(n.owner(), wanted, false, n.kilometers()))));
        }
      }
    }
  }

  private static Predicate<Group> alike(Wanted wanted, boolean speaks, boolean room) {
    return g -> wanted.isSpokenBy(g) == speaks && g.hasRoom(wanted.capacity()) == room;
  }

  private static List<Standing> sorted(Stream<Standing> standings) {
    return standings.sorted(Standing::order).toList();
  }

  private Areas<Group> within(Wanted wanted, boolean speaks) {
    return speaks && wanted.language().isPresent()
        ? speaking.getOrDefault(wanted.language().get(), NOBODY)
        : everywhere;
  }

  /** Ranks all of some groups. */
  public static List<Ranked> rank(List<Group> groups, Wanted wanted) {
    return inWords(sorted(groups.stream().map(group -> standing(group, wanted))), wanted);
  }

  private static Standing standing(Group group, Wanted wanted) {
    boolean inside = group.area().contains(wanted.place());
    double kilometers = inside ? 0 : group.area().kilometersTo(wanted.place());
    return Standing.of(group, wanted, inside, kilometers);
  }

  private static List<Ranked> inWords(List<Standing> standings, Wanted wanted) {
    return standings.stream()
        .map(
            s -> new Ranked(s.group(), s.inside(), s.need(), s.kilometers(), Reasons.of(s, wanted)))
        .toList();
  }
}
