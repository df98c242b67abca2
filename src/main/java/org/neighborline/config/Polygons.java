package org.neighborline.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.neighborline.place.Point;

/** Reads a GeoJSON polygon, written in YAML's way or pasted as JSON. */
final class Polygons {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int MOST_POINTS = 10_000;

  private Polygons() {}

  /**
   * The geometry as JSON text; empty with a fault when it is none.
   *
   * @param base where the group is at home, to know a swapped longitude
   */
  static Optional<String> read(Section area, Node node, Optional<Point> base, double farthestKm) {
    try {
      JsonNode geometry = geometry(json(node));
      switch (geometry.path("type").asText()) {
        case "Polygon" -> polygon(geometry.path("coordinates"), base, farthestKm);
        case "MultiPolygon" -> {
          for (JsonNode part : geometry.path("coordinates")) {
            polygon(part, base, farthestKm);
          }
        }
        default ->
            throw new Unfit("it has no type Polygon or MultiPolygon; draw it at geojson.io, say");
      }
      return Optional.of(JSON.writeValueAsString(geometry));
    } catch (Unfit e) {
      area.fault("polygon", "polygon: " + e.problem);
    } catch (JsonProcessingException e) {
      area.fault("polygon", "polygon: this is no JSON; paste a GeoJSON geometry whole");
    }
    return Optional.empty();
  }

  /** Never leaves this class. */
  private static final class Unfit extends Exception {
    private final String problem;

    Unfit(String problem) {
      super(problem);
      this.problem = problem;
    }
  }

  private static void polygon(JsonNode rings, Optional<Point> base, double farthestKm)
      throws Unfit {
    if (rings.isEmpty()) {
      throw new Unfit("it has no points");
    }
    LinearRing shell = ring(rings.get(0), base, farthestKm);
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1), base, farthestKm);
    }
    Polygon polygon = GEOMETRY.createPolygon(shell, holes);
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      throw new Unfit(
          "its line crosses itself near lon,lat "
              + at.x
              + ","
              + at.y
              + " ("
              + error.getMessage()
              + "); draw it anew there");
    }
  }

  private static LinearRing ring(JsonNode positions, Optional<Point> base, double farthestKm)
      throws Unfit {
    if (positions.size() > MOST_POINTS) {
      throw new Unfit("it has over " + MOST_POINTS + " points; simplify it");
    }
    Coordinate[] coordinates = new Coordinate[positions.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = coordinate(positions.get(i), base, farthestKm);
    }
    if (coordinates.length < 4 || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      throw new Unfit("each ring needs four points or more, and must end where it starts");
    }
    return GEOMETRY.createLinearRing(coordinates);
  }

  private static Coordinate coordinate(JsonNode pair, Optional<Point> base, double farthestKm)
      throws Unfit {
    if (pair.size() < 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
      throw new Unfit("each point must be [longitude, latitude]");
    }
    double lon = pair.get(0).asDouble();
    double lat = pair.get(1).asDouble();
    if (isNear(lat, lon, base, farthestKm)) {
      return new Coordinate(lon, lat);
    }
    throw new Unfit(
        isNear(lon, lat, base, farthestKm)
            ? "latitude and longitude are swapped; GeoJSON has the longitude first, like [-73.93, 40.69]"
            : "a point lies far from the base; each must be [longitude, latitude], like [-73.93, 40.69]");
  }

  private static boolean isNear(double lat, double lon, Optional<Point> base, double farthestKm) {
    return Formats.point(lat, lon)
        .filter(p -> base.map(b -> b.kilometersTo(p) <= farthestKm).orElse(true))
        .isPresent();
  }

  /** Tools wrap the geometry in a feature, and that in a collection. */
  private static JsonNode geometry(JsonNode json) throws Unfit {
    JsonNode features = json.path("features");
    if (features.size() > 1) {
      throw new Unfit("it holds several features; keep one, or join them in a MultiPolygon");
    }
    JsonNode feature = features.isEmpty() ? json : features.get(0);
    return feature.has("geometry") ? feature.get("geometry") : feature;
  }

  private static JsonNode json(Node node) throws JsonProcessingException {
    return switch (node) {
      case Node.Scalar(String text, _, _) -> JSON.readTree(text);
      default -> plain(node);
    };
  }

  private static JsonNode plain(Node node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (node) {
      case Node.Scalar(String text, boolean isPlain, _) ->
          isPlain && text.matches("-?\\d{1,3}(\\.\\d{1,20})?")
              ? make.numberNode(Double.parseDouble(text))
              : make.textNode(text);
      case Node.Items(var nodes, _) -> {
        ArrayNode array = make.arrayNode(nodes.size());
        nodes.forEach(n -> array.add(plain(n)));
        yield array;
      }
      case Node.Fields(var fields, _) -> {
        ObjectNode object = make.objectNode();
        fields.forEach((key, field) -> object.set(key, plain(field.value())));
        yield object;
      }
    };
  }
}
