package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses among the places that a text names as exactly, or asks which. */
final class Choice {
  private static final int MAX_CHOICES = 5;
  private static final double SECOND = 0.65; // another place is named as well
  private static final double FAR_KM = 4; // two names farther apart are two places

  private Choice() {}

  /** The place that clues of one rank tell, or the question that they leave. */
  static Finding among(List<Clue> rivals) {
    Clue first = rivals.getFirst();
    if (distinct(first.places()).size() > 1) {
      return narrowed(first, rivals);
    }
    Place place = first.places().getFirst();
    for (Clue rival : rivals) {
      Place other = nearest(rival.places(), place);
      if (!other.name().equals(place.name())) {
        boolean far = other.point().kilometersTo(place.point()) > FAR_KM;
        if (far || first.rank() == Clue.Rank.ZIP) {
          return asking(rivals.stream().map(c -> c.places().getFirst()).toList());
        }
        place = Resolver.sure(place, Math.min(place.confidence(), SECOND));
      }
    }
    return new Finding.Found(place);
  }

  /** Of several places of one name, the one beside another place that is named too. */
  private static Finding narrowed(Clue many, List<Clue> rivals) {
    for (Clue rival : rivals) {
      Place other = rival.places().getFirst();
      Place near = nearest(many.places(), other);
      if (rival.places().size() == 1 && near.point().kilometersTo(other.point()) < FAR_KM) {
        return new Finding.Found(Resolver.sure(near, SECOND));
      }
    }
    return asking(many.places());
  }

  /** A question, or the one place if its names can't be told apart. */
  private static Finding asking(List<Place> places) {
    List<Place> choices = distinct(places);
    return choices.size() > 1
        ? new Finding.Ambiguous(choices)
        : new Finding.Found(choices.getFirst());
  }

  private static Place nearest(List<Place> places, Place to) {
    return places.stream()
        .min(Comparator.comparingDouble(p -> p.point().kilometersTo(to.point())))
        .orElseThrow();
  }

  /** Choices that a reader can tell apart: each name once, with its borough where names repeat. */
  static List<Place> distinct(List<Place> places) {
    List<Place> out = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Place place : places) {
      boolean repeated =
          places.stream()
                  .filter(p -> p.name().equals(place.name()))
                  .map(Place::borough)
                  .distinct()
                  .count()
              > 1;
      String name =
          repeated
              ? Gazetteer.shown(place.name() + ", " + place.borough().orElse(""))
              : place.name();
      if (out.size() < MAX_CHOICES && names.add(name)) {
        out.add(named(place, name));
      }
    }
    return out;
  }

  private static Place named(Place p, String name) {
    return new Place(
        p.kind(), name, p.zip(), p.neighborhood(), p.borough(), p.point(), p.confidence());
  }
}
