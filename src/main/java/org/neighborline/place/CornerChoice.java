package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Settles on one of the corners that a text may mean, or on a question. */
final class CornerChoice {
  private static final double NEARLY = 0.4; // costs closer than this are as likely
  private static final double SAME_CORNER_KM = 0.4;
  private static final double OPEN = 0.5; // one of several corners
  private static final double RIVAL = 0.4; // costs a little more: possible, though not likely
  private static final double DOUBTED = 0.65; // where there is such a one
  private static final double AT_STOP_KM = 0.2;
  private static final double AT_STOP_DEGREES = 0.003; // more than that, and quickly compared
  private static final double AT_STOP = 0.3;

  private final Gazetteer city;

  CornerChoice(Gazetteer city) {
    this.city = city;
  }

  /** The cheapest corner, and those that are nearly as cheap. */
  Optional<Clue> best(List<Corner> corners, List<Point> around) {
    record Weighed(Corner corner, double cost) {}
    List<Weighed> sorted =
        corners.stream()
            .map(c -> new Weighed(c, c.cost() + outside(c, around) - busy(c)))
            .sorted(Comparator.comparingDouble(Weighed::cost))
            .toList();
    Corner best = sorted.getFirst().corner;
    double limit = sorted.getFirst().cost + NEARLY;
    List<Place> places = new ArrayList<>();
    boolean rival = false;
    for (Weighed weighed : sorted) {
      Corner corner = weighed.corner;
      boolean overlaps = corner.from() < best.to() && corner.to() > best.from();
      boolean far =
          places.stream()
              .allMatch(p -> p.point().kilometersTo(corner.place().point()) > SAME_CORNER_KM);
      if (overlaps && far && weighed.cost <= limit) {
        places.add(corner.place().toPlace(city));
      } else if (overlaps && far && weighed.cost <= limit + RIVAL) {
        rival = true;
      }
    }
    if (places.size() > 1) {
      places.replaceAll(place -> Resolver.sure(place, OPEN));
    } else if (rival) {
      places.replaceAll(place -> Resolver.sure(place, Math.min(place.confidence(), DOUBTED)));
    }
    return Optional.of(new Clue(best.from(), best.to(), places, Clue.Rank.CORNER));
  }

  /** What a corner is worth that has a stop of the subway, where many more people live. */
  private double busy(Corner corner) {
    Point point = corner.place().point();
    for (Gazetteer.Station station : city.parts().stations().get()) {
      Point stop = station.point();
      boolean near =
          Math.abs(stop.lat() - point.lat()) < AT_STOP_DEGREES
              && Math.abs(stop.lon() - point.lon()) < AT_STOP_DEGREES;
      if (near && stop.kilometersTo(point) < AT_STOP_KM) {
        return AT_STOP;
      }
    }
    return 0;
  }

  /** What it costs a corner to lie away from every neighborhood named beside it. */
  private static double outside(Corner corner, List<Point> around) {
    return around.stream().mapToDouble(p -> p.kilometersTo(corner.place().point())).min().orElse(0);
  }
}
