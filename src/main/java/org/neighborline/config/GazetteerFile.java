package org.neighborline.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.neighborline.place.CityRow;
import org.neighborline.place.Point;

/** Reads a file of a city's places, CSV or GeoJSON: all of it, or every fault. */
public final class GazetteerFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ROWS = 500_000;

  private final CityRowReader reader;
  private final Faults faults;
  private final Path path;

  private GazetteerFile(Path path, Function<String, Optional<Point>> country) {
    this.path = path;
    this.reader = new CityRowReader(country);
    this.faults = Faults.of(String.valueOf(path.getFileName()));
  }

  /**
   * Reads the places.
   *
   * @param country where any ZIP of the country is, to know a swapped or mistyped point
   */
  public static Loading<List<CityRow>> read(
      Path path, Function<String, Optional<Point>> country, ImportFiles.Progress progress) {
    GazetteerFile file = new GazetteerFile(path, country);
    List<CityRow> rows = file.rows(ImportFiles.told(path, progress));
    return file.faults.areNone()
        ? new Loading.Loaded<>(rows)
        : new Loading.Faulty<>(file.faults.all());
  }

  private List<CityRow> rows(java.util.function.IntConsumer told) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    boolean whole =
        name.endsWith(".geojson") || name.endsWith(".json") ? features(told) : table(told);
    return whole && !faults.areFull() ? reader.all(faults) : List.of();
  }

  private boolean table(java.util.function.IntConsumer told) {
    CsvFile.Columns columns =
        new CsvFile.Columns(
            CityRowReader.COLUMNS, List.of("kind", "name", "lat", "lon"), List.of("zips", "lines"));
    int[] rows = {0};
    return CsvFile.eachRow(
        path,
        columns,
        faults,
        fields -> {
          told.accept(fields.line());
          if (++rows[0] <= MOST_ROWS) {
            take(fields, Optional.empty());
          } else if (rows[0] == MOST_ROWS + 1) {
            faults.add(fields.line(), "more than " + MOST_ROWS + " rows are no city; leave some");
          }
        });
  }

  private void take(Node.Fields fields, Optional<Geometry> shape) {
    String name =
        Optional.ofNullable(fields.fields().get("name"))
            .map(Node.Field::value)
            .filter(Node.Scalar.class::isInstance)
            .map(n -> Section.shortened(((Node.Scalar) n).text()))
            .filter(n -> !n.isEmpty())
            .orElse("the row");
    Section.of(name, fields, faults).ifPresent(section -> reader.read(section, shape));
  }

  private boolean features(java.util.function.IntConsumer told) {
    if (!TextSource.isReadable(path, faults)) {
      return false;
    }
    try (JsonParser parser = JSON.getFactory().createParser(TextSource.open(path))) {
      boolean found = false;
      for (JsonToken t = parser.nextToken(); t != null && !found; t = parser.nextToken()) {
        found = t == JsonToken.FIELD_NAME && "features".equals(parser.currentName());
      }
      if (!found || parser.currentToken() != JsonToken.START_ARRAY) {
        faults.add(1, "this is no GeoJSON with features; save it as a FeatureCollection");
        return false;
      }
      while (parser.nextToken() == JsonToken.START_OBJECT && !faults.areFull()) {
        int line = parser.currentTokenLocation().getLineNr();
        told.accept(line);
        feature(JSON.readTree(parser), line);
      }
      return true;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      faults.add(line, "here the JSON breaks off or is wrong; export the file again");
    } catch (IOException e) {
      faults.add(0, "the file can't be read (" + e.getMessage() + "); check its permissions");
    }
    return false;
  }

  private void feature(JsonNode feature, int line) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
      String key = property.getKey().toLowerCase(Locale.ROOT);
      if (CityRowReader.COLUMNS.contains(key)) { // a map's own properties are no fault
        fields.put(key, new Node.Field(node(key, property.getValue(), line), line));
      }
    }
    JsonNode geometry = feature.path("geometry");
    Optional<Geometry> shape = Optional.empty();
    switch (geometry.path("type").asText()) {
      case "Point" -> point(fields, geometry.path("coordinates"), line);
      case "Polygon", "MultiPolygon" -> {
        shape = shape(new Node.Fields(fields, line), geometry);
        if (shape.isEmpty()) {
          return;
        }
        if (!fields.containsKey("lat")) {
          Point inside = CityRow.inside(shape.get());
          put(fields, "lat", String.valueOf(inside.lat()), line);
          put(fields, "lon", String.valueOf(inside.lon()), line);
        }
      }
      default -> {
        faults.add(line, "the feature has no Point, Polygon or MultiPolygon; draw one");
        return;
      }
    }
    take(new Node.Fields(fields, line), shape);
  }

  private static Node node(String key, JsonNode value, int line) {
    boolean list = key.equals("zips") || key.equals("lines");
    if (!list && value.isArray()) {
      StringBuilder all = new StringBuilder();
      value.forEach(v -> all.append(all.isEmpty() ? "" : ";").append(v.asText()));
      return new Node.Scalar(all.toString(), true, line);
    }
    if (list) {
      List<String> parts =
          value.isArray()
              ? value.valueStream().map(JsonNode::asText).toList()
              : List.of(value.asText().split("[\\s;,]+"));
      return new Node.Items(
          parts.stream()
              .filter(part -> !part.isEmpty())
              .map(part -> (Node) new Node.Scalar(part, false, line))
              .toList(),
          line);
    }
    return new Node.Scalar(value.isNull() ? "" : value.asText(), true, line);
  }

  private static void point(Map<String, Node.Field> fields, JsonNode pair, int line) {
    put(fields, "lat", pair.path(1).asText(), line);
    put(fields, "lon", pair.path(0).asText(), line);
  }

  private static void put(Map<String, Node.Field> fields, String key, String text, int line) {
    fields.put(key, new Node.Field(new Node.Scalar(text, true, line), line));
  }

  private Optional<Geometry> shape(Node.Fields fields, JsonNode geometry) {
    Node json = new Node.Scalar(geometry.toString(), false, fields.line());
    return Section.of("the feature", fields, faults)
        .flatMap(section ->
            Polygons.read(section, json, Optional.of(CityRowReader.MIDDLE), CityRowReader.REACH_KM))
        .map(CityRow::outline);
  }
}
