package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Many service areas in a spatial index: which may hold a place, and which come nearest.
 *
 * @param <T> what has an area, such as a group
 */
public final class Areas<T> {
  private static final double KM_PER_DEGREE = 110; // of latitude, less than true: no box too small
  private static final double MIN_REACH_KM = 0.3; // the first look around a place
  private static final double MAX_REACH_KM = 5;

  private record Entry<T>(T owner, Cover cover, int order) {}

  /** An owner, how far its area's nearest edge is, and how many were given before it. */
  public record Near<T>(T owner, double kilometers, int order) {}

  private final STRtree tree = new STRtree();
  private final Envelope all = new Envelope();
  private final int size;
  private final Cover[] covers; // by the owners' numbers

  /** Builds the index; the order of the owners breaks ties. */
  public Areas(List<T> owners, Function<T, ServiceArea> areaOf) {
    this.size = owners.size();
    this.covers = new Cover[size];
    for (int order = 0; order < size; order++) {
      Cover cover = areaOf.apply(owners.get(order)).cover();
      covers[order] = cover;
      Envelope box = cover.envelope();
      all.expandToInclude(box);
      tree.insert(box, new Entry<>(owners.get(order), cover, order));
    }
    tree.build();
  }

  /**
   * Whose area may hold a place, since its box does: their numbers in the order they were given.
   * Whether it does is costlier to tell, so it is asked last.
   */
  public int[] around(Place place) {
    List<Entry<T>> near = entries(box(place.point(), 0));
    int[] orders = new int[near.size()];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = near.get(i).order();
    }
    return orders;
  }

  /** Whether the area of the owner of a number holds a place. */
  public boolean holds(int number, Place place) {
    return covers[number].contains(place);
  }

  /**
   * The nearest owners that fit and don't hold the place.
   *
   * @param count how many; more come when several are as near as the last, fewer when there are no
   *     more
   * @param fits which count
   */
  public List<Near<T>> outside(Place place, int count, Predicate<T> fits) {
    for (double reach = firstReach(count); ; reach *= 2) {
      Envelope box = box(place.point(), reach);
      boolean complete = box.contains(all);
      double farthest = complete ? Double.MAX_VALUE : reach;
      List<Near<T>> found = new ArrayList<>();
      for (Entry<T> entry : entries(box)) {
        if (fits.test(entry.owner()) && !entry.cover().contains(place)) {
          double kilometers = entry.cover().kilometersFrom(place);
          // Beyond the reach nearer ones may lie that the box did not show.
          if (kilometers <= farthest) {
            found.add(new Near<>(entry.owner(), kilometers, entry.order()));
          }
        }
      }
      if (complete || found.size() >= count) {
        found.sort(
            Comparator.comparingDouble((Near<T> near) -> near.kilometers())
                .thenComparingInt(Near::order));
        return withTies(found, count);
      }
    }
  }

  private static <T> List<Near<T>> withTies(List<Near<T>> sorted, int count) {
    int end = Math.min(count, sorted.size());
    while (end > 0
        && end < sorted.size()
        && sorted.get(end).kilometers() == sorted.get(end - 1).kilometers()) {
      end++;
    }
    return sorted.subList(0, end);
  }

  /** As far as so many would lie if all were spread evenly. */
  private double firstReach(int count) {
    double lat = all.getHeight() * KM_PER_DEGREE;
    double even = Math.sqrt(lat * lat * count / Math.max(1, size));
    return Math.clamp(even, MIN_REACH_KM, MAX_REACH_KM);
  }

  private static Envelope box(Point point, double reachKm) {
    double lat = reachKm / KM_PER_DEGREE;
    double lon = lat / Math.max(0.1, Math.cos(Math.toRadians(point.lat())));
    return new Envelope(point.lon() - lon, point.lon() + lon, point.lat() - lat, point.lat() + lat);
  }

  @SuppressWarnings("unchecked") // the tree holds nothing but our entries
  private List<Entry<T>> entries(Envelope box) {
    return size == 0 ? List.of() : (List<Entry<T>>) tree.query(box);
  }
}
