package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Many service areas in a spatial index: which hold a place, and which come nearest.
 *
 * @param <T> what has an area, such as a group
 */
public final class Areas<T> {
  private static final double KM_PER_DEGREE = 110; // of latitude, less than true: no box too small
  private static final double MIN_REACH_KM = 1; // the first look around a place

  private record Entry<T>(T owner, ServiceArea area, int order) {}

  /** An owner and how far its area's nearest edge is. */
  public record Near<T>(T owner, double kilometers) {}

  private final STRtree tree = new STRtree();
  private final int size;

  /** Builds the index; the order of the map breaks ties. */
  public Areas(Map<T, ServiceArea> areas) {
    int order = 0;
    for (var entry : areas.entrySet()) {
      var area = entry.getValue();
      tree.insert(area.envelope(), new Entry<>(entry.getKey(), area, order++));
    }
    this.size = order;
    tree.build();
  }

  /** The owners whose area holds a place, in the order they were given. */
  public List<T> holding(Place place) {
    return around(place.point(), 0).stream()
        .filter(entry -> entry.area().contains(place))
        .sorted(Comparator.comparingInt(Entry::order))
        .map(Entry::owner)
        .toList();
  }

  /** The nearest owners, those that hold the place first. */
  public List<Near<T>> nearest(Place place, int count) {
    int wanted = Math.min(count, size);
    List<Near<T>> found = holding(place).stream().map(owner -> new Near<>(owner, 0)).toList();
    if (found.size() >= wanted) {
      return found.subList(0, wanted);
    }
    double reach = MIN_REACH_KM;
    while (wanted > 0) {
      found = within(place, reach);
      boolean enough = found.size() >= wanted && found.get(wanted - 1).kilometers() <= reach;
      if (enough || reach > 2 * KM_PER_DEGREE * 180) {
        break;
      }
      reach *= 2;
    }
    return found.subList(0, Math.min(wanted, found.size()));
  }

  private List<Near<T>> within(Place place, double reachKm) {
    ToDoubleFunction<Entry<T>> far = entry -> entry.area().kilometersTo(place);
    record Measured<T>(Entry<T> entry, boolean holds, double kilometers) {}
    return around(place.point(), reachKm).stream()
        .map(entry -> new Measured<>(entry, entry.area().contains(place), far.applyAsDouble(entry)))
        .sorted(
            Comparator.comparing((Measured<T> m) -> !m.holds())
                .thenComparingDouble(m -> m.kilometers())
                .thenComparingInt(m -> m.entry().order()))
        .map(m -> new Near<>(m.entry().owner(), m.kilometers()))
        .toList();
  }

  @SuppressWarnings("unchecked") // the tree holds nothing but our entries
  private List<Entry<T>> around(Point point, double reachKm) {
    double lat = reachKm / KM_PER_DEGREE;
    double lon = lat / Math.max(0.1, Math.cos(Math.toRadians(point.lat())));
    Envelope box =
        new Envelope(point.lon() - lon, point.lon() + lon, point.lat() - lat, point.lat() + lat);
    return new ArrayList<>((List<Entry<T>>) tree.query(box));
  }
}
