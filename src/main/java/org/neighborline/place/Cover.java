package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What a service area covers on the map of its city. */
final class Cover {
  private static final int OWN_ZIPS = 2; // a neighborhood's ZIPs that hold most of it
  private static final double NAMED_REACH_KM = 3; // from a neighborhood's middle to its corners
  private static final double KM_PER_DEGREE = 110; // of latitude, less than true: no box too small

  private final Point base;
  private final Optional<Double> radiusKm;
  private final Set<String> zips;
  private final Set<String> neighborhoods = new HashSet<>();
  private final Set<String> mostlyZips = new HashSet<>();
  private final Set<String> mostlyNeighborhoods = new HashSet<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private final Edges[] edges;
  private final boolean named; // by a ZIP or a neighborhood at least
  private final List<Point> middles = new ArrayList<>();
  private final List<Point> elsewhere = new ArrayList<>(); // of what is inside by its name alone

  Cover(Gazetteer city, Point base, ServiceArea.Written written, Optional<Geometry> outline) {
    this.base = base;
    this.radiusKm = written.radiusKm();
    this.zips = Set.copyOf(written.zips());
    outline.ifPresent(shapes::add);
    for (String zip : zips) {
      city.zip(zip).ifPresent(z -> (z.exact() ? middles : elsewhere).add(z.point()));
      city.parts().zipShapes().of(zip).ifPresent(shapes::add);
    }
    for (String name : written.neighborhoods()) {
      city.neighborhood(name).ifPresent(hood -> add(city, hood));
    }
    if (!zips.isEmpty()) {
      addNeighborhoodsOfZips(city);
    }
    this.edges = shapes.stream().map(Edges::new).toArray(Edges[]::new);
    this.named = !zips.isEmpty() || !neighborhoods.isEmpty();
  }

  private void add(Gazetteer city, Gazetteer.Neighborhood hood) {
    neighborhoods.add(hood.name());
    middles.add(hood.point());
    for (String zip : hood.zips().stream().limit(1).toList()) {
      mostlyZips.add(zip);
      city.zip(zip).ifPresent(z -> elsewhere.add(z.point()));
    }
    for (Gazetteer.Zip zip : city.zips()) {
      if (zip.neighborhoods().contains(hood.name())) {
        mostlyZips.add(zip.zip());
        elsewhere.add(zip.point());
      }
    }
    for (String shape : hood.shapes()) {
      city.parts().neighborhoodShapes().of(shape).ifPresent(shapes::add);
    }
  }

  private void addNeighborhoodsOfZips(Gazetteer city) {
    for (Gazetteer.Neighborhood hood : city.neighborhoods()) {
      if (hood.zips().stream().limit(OWN_ZIPS).anyMatch(zips::contains)) {
        mostlyNeighborhoods.add(hood.name());
        elsewhere.add(hood.point());
      }
    }
    for (String zip : zips) {
      for (String name : city.zip(zip).map(Gazetteer.Zip::neighborhoods).orElse(List.of())) {
        city.neighborhood(name)
            .ifPresent(hood -> {
              mostlyNeighborhoods.add(hood.name());
              elsewhere.add(hood.point());
            });
      }
    }
  }

  boolean contains(Place place) {
    return (named && names(place)) || covers(place.point());
  }

  private boolean names(Place place) {
    return switch (place.kind()) {
      case ZIP -> has(zips, place.zip()) || has(mostlyZips, place.zip());
      case NEIGHBORHOOD ->
          has(neighborhoods, place.neighborhood())
              || has(mostlyNeighborhoods, place.neighborhood());
      case INTERSECTION, LANDMARK, STATION ->
          has(zips, place.zip()) || has(neighborhoods, place.neighborhood());
      case BOROUGH, OUTSIDE -> false;
    };
  }

  private static boolean has(Set<String> names, Optional<String> name) {
    return name.isPresent() && names.contains(name.get());
  }

  private boolean covers(Point point) {
    if (radiusKm.isPresent() && base.kilometersTo(point) <= radiusKm.get()) {
      return true;
    }
    for (Edges border : edges) {
      if (border.hold(point)) {
        return true;
      }
    }
    return false;
  }

  /** How far a place that is not inside is from the nearest edge, or from the base. */
  double kilometersFrom(Place place) {
    Point point = place.point();
    double nearest = Math.max(0, base.kilometersTo(point) - radiusKm.orElse(0.0));
    for (Point middle : middles) {
      nearest = Math.min(nearest, middle.kilometersTo(point));
    }
    for (Edges border : edges) {
      nearest = Math.min(nearest, border.kilometersTo(point));
    }
    return nearest;
  }

  Envelope envelope() {
    Envelope box = new Envelope(base.lon(), base.lon(), base.lat(), base.lat());
    shapes.forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
    middles.forEach(point -> box.expandToInclude(point.lon(), point.lat()));
    if (!zips.isEmpty() || !neighborhoods.isEmpty()) {
      box.expandBy(NAMED_REACH_KM / KM_PER_DEGREE);
    }
    elsewhere.forEach(point -> box.expandToInclude(point.lon(), point.lat()));
    double lat = radiusKm.orElse(0.0) / KM_PER_DEGREE;
    double lon = lat / Math.max(0.1, Math.cos(Math.toRadians(base.lat())));
    box.expandToInclude(
        new Envelope(base.lon() - lon, base.lon() + lon, base.lat() - lat, base.lat() + lat));
    return box;
  }
}
