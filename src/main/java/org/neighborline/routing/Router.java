package org.neighborline.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;

/**
 * Ranks groups for a request. The order is total and depends on nothing but the arguments: serves
 * the need, holds the place, speaks the language, has room, is near, was asked least recently, and
 * at last the id.
 */
public final class Router {
  private Router() {}

  /** One group's place in the order, before it has words. */
  private record Standing(
      Group group,
      boolean need,
      boolean inside,
      boolean speaks,
      boolean room,
      double km,
      Instant lastAsked) {}

  private static final Comparator<Standing> BEST_FIRST =
      Comparator.comparing(Standing::need)
          .thenComparing(Standing::inside)
          .thenComparing(Standing::speaks)
          .thenComparing(Standing::room)
          .reversed()
          .thenComparingDouble(Standing::km)
          .thenComparing(Standing::lastAsked)
          .thenComparing(s -> s.group().id());

  /**
   * Ranks all groups.
   *
   * @param groups whom to rank; the backstop is not among them
   * @param place where help is needed
   * @param needs what is needed; a group that helps with one of them serves
   * @param language what the resident speaks, if we know
   * @param capacity how many requests a lead holds at most
   */
  public static List<Ranked> rank(
      List<Group> groups, Place place, Set<Need> needs, Optional<Language> language, int capacity) {
    return groups.stream()
        .map(group -> standing(group, place, needs, language, capacity))
        .sorted(BEST_FIRST)
        .map(standing -> ranked(standing, place, needs, language))
        .toList();
  }

  private static Standing standing(
      Group group, Place place, Set<Need> needs, Optional<Language> language, int capacity) {
    boolean inside = group.area().contains(place);
    double km =
        inside
            ? 0
            : group.area().isEmpty()
                ? group.base().kilometersTo(place.point())
                : group.area().kilometersTo(place);
    boolean speaks =
        language.isEmpty()
            || group.languages().contains(language.get())
            || group.leads().stream().anyMatch(l -> l.languages().contains(language.get()));
    boolean room = group.leads().stream().anyMatch(l -> l.standing().open() < capacity);
    Instant lastAsked =
        group.leads().stream()
            .map(Lead::standing)
            .flatMap(s -> s.lastAsked().stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return new Standing(
        group,
        needs.isEmpty() || needs.stream().anyMatch(group::serves),
        inside,
        speaks,
        room,
        km,
        lastAsked);
  }

  private static Ranked ranked(
      Standing standing, Place place, Set<Need> needs, Optional<Language> language) {
    List<Reason> reasons = new ArrayList<>();
    String where = place.zip().orElse(place.name());
    String what = needs.stream().map(Need::id).collect(Collectors.joining(", "));
    reasons.add(
        new Reason(standing.need ? Reason.Kind.HELPS_WITH : Reason.Kind.DOES_NOT_HELP_WITH, what));
    reasons.add(new Reason(standing.inside ? Reason.Kind.COVERS : Reason.Kind.OUTSIDE_AREA, where));
    language.ifPresent(l ->
        reasons.add(
            new Reason(
                standing.speaks ? Reason.Kind.SPEAKS : Reason.Kind.DOES_NOT_SPEAK, l.tag())));
    if (!standing.room) {
      reasons.add(new Reason(Reason.Kind.IS_FULL, standing.group.leads().size() + " leads"));
    }
    reasons.add(
        new Reason(Reason.Kind.DISTANCE, String.format(Locale.ROOT, "%.1f km", standing.km)));
    return new Ranked(
        standing.group, standing.inside, standing.need, standing.km, List.copyOf(reasons));
  }
}
