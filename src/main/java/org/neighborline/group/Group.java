package org.neighborline.group;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

/**
 * A neighborhood group.
 *
 * @param id its name in files: {@code bedstuy}
 * @param name as people know it, in Latin letters
 * @param base where it is at home; distance counts from here when it has no area
 * @param area where it helps; may be empty for the backstop alone
 * @param needs what it helps with; empty: everything
 * @param languages spoken by its people
 * @param zone in which its hours, shifts and quiet hours count
 * @param availability when it takes requests, and how many at a time
 * @param open requests that its leads hold or are asked for, but for the one in question
 * @param tree how its phone tree is walked and joined
 * @param leads its phone tree, by tier
 */
public record Group(
    String id,
    String name,
    Point base,
    ServiceArea area,
    Set<Need> needs,
    List<Language> languages,
    ZoneId zone,
    Availability availability,
    int open,
    Tree tree,
    List<Lead> leads) {
  private static final Duration FARTHEST_LOOK = Duration.ofDays(7);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(15);

  /** A group that takes requests at all hours and as many as its leads can. */
  public Group(
      String id,
      String name,
      Point base,
      ServiceArea area,
      Set<Need> needs,
      List<Language> languages,
      ZoneId zone,
      List<Lead> leads) {
    this(id, name, base, area, needs, languages, zone, Availability.ALWAYS, 0, leads);
  }

  /** A group whose leads are asked one after the other. */
  public Group(
      String id,
      String name,
      Point base,
      ServiceArea area,
      Set<Need> needs,
      List<Language> languages,
      ZoneId zone,
      Availability availability,
      int open,
      List<Lead> leads) {
    this(id, name, base, area, needs, languages, zone, availability, open, Tree.PLAIN, leads);
  }

  /** Whether it helps with this. */
  public boolean serves(Need need) {
    return needs.isEmpty() || needs.contains(need) || need == Need.OTHER;
  }

  /** Whether it helps with one of these; nothing named is served by all. */
  public boolean servesAny(Set<Need> wanted) {
    for (Need need : wanted) {
      if (serves(need)) {
        return true;
      }
    }
    return wanted.isEmpty();
  }

  /** Whether the group or someone in its tree speaks a language. */
  public boolean speaks(Language language) {
    for (Lead lead : leads) {
      if (lead.languages().contains(language)) {
        return true;
      }
    }
    return languages.contains(language);
  }

  /** Whether it takes requests at a moment: within its hours, and not in a pause. */
  public boolean takesRequests(Instant moment) {
    return availability.isOpen(moment, zone);
  }

  /** Whether it has a pause at a moment. */
  public boolean isPaused(Instant moment) {
    return availability.isPaused(moment.atZone(zone).toLocalDate());
  }

  /** Whether it holds fewer requests than it can. */
  public boolean hasCapacity() {
    return availability.capacity().isEmpty() || open < availability.capacity().getAsInt();
  }

  /** Whether one more request finds someone: within its capacity, a lead with a free hand. */
  public boolean hasRoom(int mostOfLead) {
    for (Lead lead : leads) {
      if (lead.standing().open() < mostOfLead) {
        return hasCapacity();
      }
    }
    return false;
  }

  /** The first moment, on a quarter of an hour, at which it takes requests; empty in a week. */
  public Optional<Instant> opensAt(Instant from) {
    for (Instant at = quarter(from); at.isBefore(from.plus(FARTHEST_LOOK)); at = later(at)) {
      if (takesRequests(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Whether a lead of its tree may be asked at a moment. */
  public boolean mayAsk(Lead lead, Instant moment, QuietHours quiet, boolean urgent) {
    return takesRequests(moment) && lead.mayBeAsked(moment, zone, quiet, urgent);
  }

  /** The first moment at which a lead of its tree may be asked; empty within a week. */
  public Optional<Instant> nextAsk(Lead lead, Instant from, QuietHours quiet, boolean urgent) {
    Optional<Instant> at = lead.nextAskable(from, zone, quiet, urgent);
    while (at.isPresent() && !takesRequests(at.get())) {
      Instant next = later(at.get());
      at =
          next.isBefore(from.plus(FARTHEST_LOOK))
              ? lead.nextAskable(next, zone, quiet, urgent)
              : Optional.empty();
    }
    return at;
  }

  public Group withLeads(List<Lead> now) {
    return withStanding(open, now);
  }

  /** As it stands now: what it holds, and its leads. */
  public Group withStanding(int holds, List<Lead> now) {
    return new Group(id, name, base, area, needs, languages, zone, availability, holds, tree, now);
  }

  private static Instant quarter(Instant from) {
    long step = LOOK_EVERY.toSeconds();
    return Instant.ofEpochSecond(Math.ceilDiv(from.getEpochSecond(), step) * step);
  }

  private static Instant later(Instant at) {
    return at.plus(LOOK_EVERY);
  }
}
