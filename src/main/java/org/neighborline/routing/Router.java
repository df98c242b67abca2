package org.neighborline.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

  /**
   * The best groups, in order.
   *
   * @param most how many; more come when several stand as well as the last
   */
  public List<Ranked> best(Wanted wanted, int most) {
    if (most >= groups.size()) {
      return rank(groups, wanted);
    }
    List<Standing> found = new ArrayList<>();
    List<Standing> inside =
        everywhere.holding(wanted.place()).stream()
            .map(group -> Standing.of(group, wanted, true, 0))
            .sorted(Standing.BEST_FIRST)
            .toList();
    for (boolean need : BEST_FIRST) {
      for (boolean open : BEST_FIRST) {
        inside.stream().filter(s -> s.need() == need && s.open() == open).forEach(found::add);
        if (found.size() < most) {
          Predicate<Group> fits =
              g -> g.servesAny(wanted.needs()) == need && g.takesRequests(wanted.now()) == open;
          outside(wanted, most, fits, found);
        }
        if (found.size() >= most) {
          return inWords(found, wanted);
        }
      }
    }
    return inWords(found, wanted);
  }

  /** Adds the nearest of those that fit: first who speaks the language, of these who has room. */
  private void outside(Wanted wanted, int most, Predicate<Group> fits, List<Standing> found) {
    for (boolean speaks : BEST_FIRST) {
      for (boolean room : BEST_FIRST) {
        int missing = most - found.size();
        if (missing > 0 && (speaks || wanted.language().isPresent())) {
          Predicate<Group> all =
              fits.and(g -> g.hasRoom(wanted.capacity()) == room)
                  .and(g -> speaks(g, wanted) == speaks);
          within(wanted, speaks).outside(wanted.place(), missing, all).stream()
              .map(near -> Standing.of(near.owner(), wanted, false, near.kilometers()))
              .sorted(Standing.BEST_FIRST)
              .forEach(found::add);
        }
      }
    }
  }

  private Areas<Group> within(Wanted wanted, boolean speaks) {
    return speaks && wanted.language().isPresent()
        ? speaking.getOrDefault(wanted.language().get(), NOBODY)
        : everywhere;
  }

  private static boolean speaks(Group group, Wanted wanted) {
    return wanted.language().map(language -> Standing.hasSpeaker(group, language)).orElse(true);
  }

  /** Ranks all of some groups. */
  public static List<Ranked> rank(List<Group> groups, Wanted wanted) {
    return inWords(
        groups.stream().map(group -> standing(group, wanted)).sorted(Standing.BEST_FIRST).toList(),
        wanted);
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
