package org.neighborline.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.neighborline.group.Group;
import org.neighborline.language.Language;
import org.neighborline.place.Areas;
import org.neighborline.place.Lazy;

/**
 * Ranks groups for a request. The order is total and depends on nothing but the arguments: helps
 * with the need, takes requests now, holds the place, speaks the language, has room, is near, was
 * asked least recently, and at last the id. A router knows many groups by where they are, and finds
 * the best without looking at all.
 */
public final class Router {
  private static final List<Boolean> BEST_FIRST = List.of(true, false);

  private final List<Group> groups;
  private final Lazy<Index> index;

  /** Where the groups are and what they offer: made when first asked for. */
  private record Index(
      Merits merits, Areas<Group> everywhere, Map<Language, Areas<Group>> speaking) {}

  /** Knows these groups, the backstop not among them. */
  public Router(List<Group> groups) {
    this.groups = List.copyOf(groups);
    this.index = new Lazy<>(this::index);
  }

  private Index index() {
    Merits merits = new Merits(groups);
    Map<Language, Areas<Group>> speaking = new HashMap<>();
    merits
        .speakers()
        .forEach((language, who) ->
            speaking.put(
                language, new Areas<>(who.stream().mapToObj(groups::get).toList(), Group::area)));
    return new Index(merits, new Areas<>(groups, Group::area), speaking);
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
    int[] around = index.get().everywhere.around(wanted.place());
    int[] merits = index.get().merits.of(around, wanted);
    List<Standing> found = new ArrayList<>();
    for (int need : new int[] {Merits.NEED, 0}) {
      for (int open : new int[] {Merits.OPEN, 0}) {
        inside(wanted, around, merits, need + open, least, found);
        outside(wanted, need > 0, open > 0, least, found);
        if (found.size() >= least) {
          return found;
        }
      }
    }
    return found;
  }

  /** Adds those that hold the place: first who speaks the language, of these who has room. */
  private void inside(
      Wanted wanted, int[] around, int[] merits, int base, int least, List<Standing> found) {
    Areas<Group> areas = index.get().everywhere;
    for (int more = Merits.SPEAKS + Merits.ROOM; more >= 0 && found.size() < least; more--) {
      List<Standing> alike = new ArrayList<>();
      for (int i = 0; i < around.length; i++) {
        if (merits[i] == base + more && areas.holds(around[i], wanted.place())) {
          alike.add(Standing.inside(groups.get(around[i]), merits[i]));
        }
      }
      alike.sort(Standing::order);
      found.addAll(alike);
    }
  }

  /** The same of those near it. */
  private void outside(Wanted wanted, boolean need, boolean open, int least, List<Standing> found) {
    for (boolean speaks : BEST_FIRST) {
      for (boolean room : BEST_FIRST) {
        int missing = least - found.size();
        if (missing > 0 && (speaks || wanted.language().isPresent())) {
          Predicate<Group> alike = alike(wanted, need, open, speaks, room);
          found.addAll(
              sorted(
                  within(wanted, speaks)
                      .map(areas -> areas.outside(wanted.place(), missing, alike))
                      .stream()
                      .flatMap(List::stream)
                      .map(n -> Standing.of(n.owner(), wanted, false, n.kilometers()))));
        }
      }
    }
  }

  private static Predicate<Group> alike(
      Wanted wanted, boolean need, boolean open, boolean speaks, boolean room) {
    return g ->
        g.servesAny(wanted.needs()) == need
            && g.takesRequests(wanted.now()) == open
            && wanted.isSpokenBy(g) == speaks
            && g.hasRoom(wanted.capacity()) == room;
  }

  private static List<Standing> sorted(Stream<Standing> standings) {
    return standings.sorted(Standing::order).toList();
  }

  /** The areas of those who speak the language, or of all; of nobody if nobody speaks it. */
  private Optional<Areas<Group>> within(Wanted wanted, boolean speaks) {
    Index all = index.get();
    return speaks && wanted.language().isPresent()
        ? Optional.ofNullable(all.speaking.get(wanted.language().get()))
        : Optional.of(all.everywhere);
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
