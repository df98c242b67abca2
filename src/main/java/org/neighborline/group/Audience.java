package org.neighborline.group;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.understanding.Need;

/**
 * Which leads a broadcast is for; what is left empty leaves nobody out.
 *
 * @param area a place that the group's area holds, or the borough in which it is at home
 * @param languages of which the lead speaks one
 * @param needs of which the group helps with one
 */
public record Audience(Optional<Place> area, Set<Language> languages, Set<Need> needs) {
  /** A lead, and the group through which they are meant. */
  public record Member(Group group, Lead lead) {}

  /**
   * Everyone it is for, each person once.
   *
   * @param home where a group is at home
   */
  public List<Member> of(List<Group> groups, Home home) {
    Set<Long> seen = new HashSet<>();
    return groups.stream()
        .filter(g -> g.servesAny(needs))
        .filter(g -> area.isEmpty() || isIn(g, area.get(), home))
        .flatMap(g -> g.leads().stream().map(l -> new Member(g, l)))
        .filter(
            m -> languages.isEmpty() || m.lead().languages().stream().anyMatch(languages::contains))
        .filter(m -> seen.add(m.lead().contactId()))
        .toList();
  }

  private static boolean isIn(Group group, Place area, Home home) {
    return area.kind() == PlaceKind.BOROUGH
        ? home.borough(group).equals(area.borough())
        : group.area().contains(area);
  }

  /** Knows the borough of a group. */
  @FunctionalInterface
  public interface Home {
    Optional<String> borough(Group group);
  }
}
