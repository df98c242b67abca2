package org.neighborline.routing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.understanding.Need;

/** Puts a group's standing into words: one reason for each thing that counts, in that order. */
final class Reasons {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE MMM d", Locale.ENGLISH);

  private Reasons() {}

  static List<Reason> of(Standing standing, Wanted wanted) {
    List<Reason> reasons = new ArrayList<>();
    Group group = standing.group();
    String what = wanted.needs().stream().map(Need::id).collect(Collectors.joining(", "));
    reasons.add(
        new Reason(
            standing.need() ? Reason.Kind.HELPS_WITH : Reason.Kind.DOES_NOT_HELP_WITH,
            what.isEmpty() ? "anything" : what));
    reasons.add(availability(group, standing.open(), wanted.now()));
    reasons.add(
        new Reason(
            standing.inside() ? Reason.Kind.COVERS : Reason.Kind.OUTSIDE_AREA,
            wanted.place().zip().orElse(wanted.place().name())));
    wanted
        .language()
        .ifPresent(l ->
            reasons.add(
                new Reason(
                    standing.speaks() ? Reason.Kind.SPEAKS : Reason.Kind.DOES_NOT_SPEAK, l.tag())));
    reasons.add(room(standing));
    reasons.add(
        new Reason(Reason.Kind.DISTANCE, Math.round(standing.kilometers() * 10) / 10.0 + " km"));
    reasons.add(
        standing.lastAsked().equals(Instant.MIN)
            ? new Reason(Reason.Kind.NEVER_ASKED, "")
            : new Reason(
                Reason.Kind.LAST_ASKED, TIME.format(standing.lastAsked().atZone(group.zone()))));
    return List.copyOf(reasons);
  }

  private static Reason availability(Group group, boolean open, Instant now) {
    if (open) {
      return new Reason(Reason.Kind.TAKES_REQUESTS, "now");
    }
    if (group.isPaused(now)) {
      return new Reason(
          Reason.Kind.IS_PAUSED,
          group
              .availability()
              .backOn()
              .filter(day -> !day.equals(Availability.SOME_DAY))
              .map(day -> "until " + DAY.format(day))
              .orElse("until further notice"));
    }
    Optional<Instant> opens = group.opensAt(now);
    return new Reason(
        Reason.Kind.IS_CLOSED,
        opens.map(at -> "until " + TIME.format(at.atZone(group.zone()))).orElse("in a week"));
  }

  private static Reason room(Standing standing) {
    Group group = standing.group();
    OptionalInt capacity = group.availability().capacity();
    String held =
        capacity.isPresent() ? group.open() + " of " + capacity.getAsInt() + " requests" : "";
    if (standing.room()) {
      return new Reason(Reason.Kind.HAS_ROOM, held.isEmpty() ? "" : "(" + held + ")");
    }
    return new Reason(
        Reason.Kind.IS_FULL,
        group.hasCapacity() ? "each of its " + group.leads().size() + " leads" : held);
  }
}
