package org.neighborline.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;

/**
 * Reads where a group is at home and where it helps.
 *
 * @param region the hotline's, which tells a swapped latitude where nothing else does
 */
record AreaReader(Vocabulary vocabulary, String region) {
  /** No group's base lies farther from its own area. */
  private static final double FARTHEST_KM = 300;

  private static final String SWAPPED =
      "latitude and longitude are swapped; write the latitude first: ";

  /** The area with its base; empty when a fault leaves none. */
  Optional<ServiceArea> read(Section group, boolean mayBeEmpty) {
    Optional<Section> section = group.section("area");
    boolean isFaulty = section.isEmpty() && group.node("area").isPresent();
    Set<String> zips = section.map(vocabulary::zips).orElse(Set.of());
    Set<String> neighborhoods = section.map(vocabulary::neighborhoods).orElse(Set.of());
    Optional<Double> radius =
        section.flatMap(s ->
            s.value(
                "radius_km",
                t -> Formats.decimal(t, 0.01, FARTHEST_KM),
                "is no radius; write kilometers like 2.5"));
    Optional<Point> base = base(group, zips);
    Optional<String> polygon =
        section.flatMap(
            s -> s.node("polygon").flatMap(n -> Polygons.read(s, n, base, FARTHEST_KM)));
    section.ifPresent(Section::close);
    if (!mayBeEmpty && !isFaulty && section.map(AreaReader::isEmpty).orElse(true)) {
      group.fault(
          "area",
          "the area is empty, which only the backstop's may be; add zips, neighborhoods, radius_km or polygon");
    }
    return base.flatMap(
        b -> of(group, new ServiceArea.Written(zips, neighborhoods, radius, polygon), b));
  }

  private static boolean isEmpty(Section area) {
    return area.list("zips").isEmpty()
        && area.list("neighborhoods").isEmpty()
        && area.node("radius_km").isEmpty()
        && area.node("polygon").isEmpty();
  }

  private static Optional<ServiceArea> of(Section group, ServiceArea.Written written, Point base) {
    try {
      return Optional.of(ServiceArea.of(written, base));
    } catch (IllegalArgumentException e) {
      group.fault("area", "the area can't be read (" + e.getMessage() + "); correct or remove it");
      return Optional.empty();
    }
  }

  private Optional<Point> base(Section group, Set<String> zips) {
    Optional<String> text = group.required("base", "\"11221\"");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!Formats.isPair(text.get())) {
      Optional<Point> point = vocabulary.known().zips().apply(text.get());
      if (point.isEmpty()) {
        group.fault("base", "base: " + vocabulary.zipProblem(text.get()));
      }
      return point;
    }
    Optional<Point> point = Formats.point(text.get());
    Optional<Point> swapped = Formats.swapped(text.get());
    List<Point> own =
        zips.stream().flatMap(z -> vocabulary.known().zips().apply(z).stream()).toList();
    if (point.filter(p -> isPlausible(p, own)).isPresent()) {
      return point;
    }
    if (swapped.filter(p -> isPlausible(p, own)).isPresent()) {
      group.fault("base", SWAPPED + swapped.map(p -> p.lat() + "," + p.lon()).orElse(""));
    } else {
      group.fault(
          "base",
          point.isEmpty()
              ? "the base is no place on earth; write a ZIP or lat,lon like 40.69,-73.93"
              : "the base lies over "
                  + String.format(Locale.ROOT, "%.0f", FARTHEST_KM)
                  + " km from the area's ZIPs; write lat,lon like 40.69,-73.93");
    }
    return Optional.empty();
  }

  /** Whether it is near the group's ZIPs; without those, whether the sign fits the country. */
  private boolean isPlausible(Point point, List<Point> own) {
    if (own.isEmpty()) {
      return !region.equals("US") || point.lat() > 0;
    }
    return own.stream().anyMatch(p -> p.kilometersTo(point) <= FARTHEST_KM);
  }
}
