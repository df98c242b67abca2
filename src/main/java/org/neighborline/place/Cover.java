package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;

/** What a service area covers on the map of its city. */
final class Cover {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int OWN_ZIPS = 2; // a neighborhood's ZIPs that hold most of it
  private static final double NAMED_REACH_KM = 3; // from a neighborhood's middle to its corners
  private static final int MOST_SEEN = 1_000; // there are some hundred ZIPs, and corners are rare
  private static final double KM_PER_DEGREE = 110; // of latitude, less than true: no box too small

  private final Point base;
  private final Optional<Double> radiusKm;
  private final Set<String> zips;
  private final Set<String> neighborhoods = new HashSet<>();
  private final Set<String> mostlyZips = new HashSet<>();
  private final Set<String> mostlyNeighborhoods = new HashSet<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private final List<PreparedGeometry> prepared;
  private final List<Point> middles = new ArrayList<>();
  private final List<Point> elsewhere = new ArrayList<>(); // of what is inside by its name alone
  private final Map<Place, Seen> seen = new ConcurrentHashMap<>(); // always the same for a place

  /** How an area and a place stand to each other: each step of a request asks it of all areas. */
  private record Seen(boolean inside, double kilometers) {}

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
    this.prepared = shapes.stream().map(PreparedGeometryFactory::prepare).toList();
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
    return look(place).inside();
  }

  double kilometersTo(Place place) {
    return look(place).kilometers();
  }

  private Seen look(Place place) {
    if (seen.size() >= MOST_SEEN) {
      seen.clear();
    }
    return seen.computeIfAbsent(
        place,
        at -> {
          boolean inside = holds(at);
          return new Seen(inside, inside ? 0 : nearest(at));
        });
  }

  private boolean holds(Place place) {
    boolean named =
        switch (place.kind()) {
          case ZIP -> has(zips, place.zip()) || has(mostlyZips, place.zip());
          case NEIGHBORHOOD ->
              has(neighborhoods, place.neighborhood())
                  || has(mostlyNeighborhoods, place.neighborhood());
          case INTERSECTION, LANDMARK, STATION ->
              has(zips, place.zip()) || has(neighborhoods, place.neighborhood());
          case BOROUGH, OUTSIDE -> false;
        };
    return named || covers(place.point());
  }

  private static boolean has(Set<String> names, Optional<String> name) {
    return name.isPresent() && names.contains(name.get());
  }

  private boolean covers(Point point) {
    if (radiusKm.isPresent() && base.kilometersTo(point) <= radiusKm.get()) {
      return true;
    }
    var here = FACTORY.createPoint(new Coordinate(point.lon(), point.lat()));
    for (PreparedGeometry shape : prepared) {
      if (shape.intersects(here)) {
        return true;
      }
    }
    return false;
  }

  private double nearest(Place place) {
    Point point = place.point();
    double nearest = Math.max(0, base.kilometersTo(point) - radiusKm.orElse(0.0));
    for (Point middle : middles) {
      nearest = Math.min(nearest, middle.kilometersTo(point));
    }
    var here = FACTORY.createPoint(new Coordinate(point.lon(), point.lat()));
    for (Geometry shape : shapes) {
      Coordinate edge = new DistanceOp(shape, here).nearestPoints()[0];
      nearest = Math.min(nearest, new Point(edge.y, edge.x).kilometersTo(point));
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
