package org.neighborline.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Writes the gazetteer's folder from New York's public facts: run it by hand when the facts change,
 * with the folder of facts and the folder to write as its two arguments.
 */
public final class GazetteerBuild {
  private record Row(Map<String, String> cells) {
    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double OBSCURE_REACH_KM = 0.4; // a name on few maps stands for this much
  private static final double NOWHERE_KM = 1000;
  private static final Set<String> OBSCURE =
      Set.of("Erasmus", "Farragut", "Rugby", "Remsen Village", "Bruckner");
  private static final double BORDER_KM = 0.3; // corners of a park belong to who lives beside it
  private static final int MAX_LANDMARK_NAME = 60;

  private final Path from;
  private final Path to;
  private final List<Row> hoods;
  private final Map<String, Row> hoodById = new HashMap<>();
  private final Map<String, List<Row>> parts = new HashMap<>();
  private final Map<String, PreparedGeometry> tabulation = new TreeMap<>();
  private final Map<String, String> shapes = new TreeMap<>();

  private GazetteerBuild(Path from, Path to) throws IOException {
    this.from = from;
    this.to = to;
    this.hoods = read("nyc_neighborhoods.csv");
    for (var hood : hoods) {
      hoodById.put(hood.get("id"), hood);
      for (String parent : words(hood.get("parent"))) {
        parts.computeIfAbsent(parent, _ -> new ArrayList<>()).add(hood);
      }
    }
  }

  public static void main(String[] args) throws IOException {
    new GazetteerBuild(Path.of(args[0]), Path.of(args[1])).write();
  }

  private void write() throws IOException {
    Files.createDirectories(to);
    shapes("nyc_neighborhood_polygons.geojson", "neighborhood_shapes.csv.gz", true);
    shapes("nyc_zip_polygons.geojson", "zip_shapes.csv.gz", false);
    zips();
    neighborhoods();
    aliases();
    streetAliases();
    copy("us_zips.csv", "us_zips.csv.gz", "zip", "lat", "lon", "state");
    stations();
    landmarks();
    corners();
  }

  private void zips() throws IOException {
    StringBuilder out = new StringBuilder("zip,borough,lat,lon,neighborhoods,kind\n");
    for (var row : read("nyc_zips.csv")) {
      row(
          out,
          row.get("zip"),
          row.get("borough"),
          row.get("lat"),
          row.get("lon"),
          row.get("neighborhood").replace(" / ", ";"),
          row.get("kind"));
    }
    save("zips.csv", out);
  }

  private void neighborhoods() throws IOException {
    Map<String, String> shorter =
        Map.of(
            "Bedford-Stuyvesant", "Bed-Stuy",
            "John F. Kennedy International Airport", "JFK Airport",
            "Prospect Lefferts Gardens", "Prospect Lefferts");
    StringBuilder out = new StringBuilder("name,short,borough,lat,lon,zips,shapes,kind\n");
    for (var hood : hoods) {
      String name = hood.get("name");
      boolean official = hood.get("parent").isEmpty();
      String kind =
          hood.get("source").contains("non-residential")
              ? "open"
              : official && !single(hood) ? "area" : "name";
      row(
          out,
          name,
          shorter.getOrDefault(name, ""),
          hood.get("borough"),
          hood.get("lat"),
          hood.get("lon"),
          hood.get("zips"),
          official ? hood.get("id") : wholeOf(hood),
          kind);
    }
    save("neighborhoods.csv", out);
  }

  /** The official areas that make up a name, when they hold no other. */
  private String wholeOf(Row hood) {
    for (String parent : words(hood.get("parent"))) {
      long named = parts.getOrDefault(parent, List.of()).stream().filter(p -> wellKnown(p)).count();
      if (named != 1 || !wellKnown(hood)) {
        return "";
      }
    }
    return hood.get("parent");
  }

  private static boolean wellKnown(Row hood) {
    return hood.get("source").contains("name part") && !OBSCURE.contains(hood.get("name"));
  }

  /** Whether an official area goes by one name that people say. */
  private boolean single(Row nta) {
    String name = nta.get("name");
    return !name.contains("(")
        && parts.getOrDefault(nta.get("id"), List.of()).stream().noneMatch(p -> wellKnown(p));
  }

  /** The informal names, and the city's own, which say neither neighborhood nor borough. */
  private void aliases() throws IOException {
    StringBuilder out = new StringBuilder("alias,neighborhood,borough\n");
    for (var row : read("nyc_neighborhood_aliases.csv")) {
      row(out, row.get("alias"), row.get("neighborhood"), row.get("borough"));
    }
    for (var row : byHand("informal.csv")) {
      row(out, row.get("alias"), row.get("neighborhood"), row.get("borough"));
    }
    for (String city : List.of("new york", "nyc", "ny", "nueva york", "new york city")) {
      row(out, city, "", "");
    }
    save("aliases.csv", out);
  }

  private void streetAliases() throws IOException {
    StringBuilder out = new StringBuilder("alias,street,borough\n");
    List<Row> rows = new ArrayList<>(read("nyc_street_aliases.csv"));
    rows.addAll(byHand("street_names.csv"));
    for (var row : rows) {
      row(out, row.get("alias"), row.get("street"), row.get("borough"));
    }
    save("street_aliases.csv", out);
  }

  private void stations() throws IOException {
    StringBuilder out = new StringBuilder("name,lines,borough,lat,lon,zip,neighborhood,complex\n");
    for (var row : read("nyc_subway_stations.csv")) {
      row(
          out,
          row.get("name"),
          row.get("lines"),
          row.get("borough"),
          row.get("lat"),
          row.get("lon"),
          row.get("zip"),
          hoodAt(point(row)),
          row.get("complex_id"));
    }
    save("stations.csv", out);
  }

  private void landmarks() throws IOException {
    StringBuilder out = new StringBuilder("name,kind,borough,lat,lon,zip,neighborhood,also\n");
    List<Row> all = new ArrayList<>(read("nyc_landmarks.csv"));
    all.addAll(byHand("landmarks.csv"));
    for (var row : all) {
      String name = row.get("name");
      if (name.length() > MAX_LANDMARK_NAME
          || !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
        continue;
      }
      row(
          out,
          name,
          row.get("kind"),
          row.get("borough"),
          row.get("lat"),
          row.get("lon"),
          row.get("zip"),
          hoodAt(point(row)),
          also(row));
    }
    save("landmarks.csv", out);
  }

  /** What else a landmark is called: by its publisher, and by people. */
  private String also(Row landmark) throws IOException {
    List<String> names = new ArrayList<>();
    String aka = landmark.cells().getOrDefault("aka", "");
    if (!aka.isEmpty()) {
      names.addAll(List.of(aka.split(" ; ")));
    }
    for (var row : byHand("landmark_names.csv")) {
      if (row.get("landmark").equals(landmark.get("name"))
          && row.get("borough").equals(landmark.get("borough"))) {
        names.add(row.get("alias"));
      }
    }
    return String.join(";", names);
  }

  private void corners() throws IOException {
    StringBuilder out = new StringBuilder("street1,street2,borough,lat,lon,zip,neighborhood\n");
    for (var row : read("nyc_intersections.csv")) {
      row(
          out,
          row.get("street1"),
          row.get("street2"),
          row.get("borough"),
          row.get("lat"),
          row.get("lon"),
          row.get("zip"),
          hoodAt(point(row)));
    }
    // Known, and not in the facts; the point is the stop's there, which is in the facts.
    Point myrtle = new Point(40.69721, -73.93566);
    row(
        out,
        "BROADWAY",
        "MYRTLE AVE",
        "Brooklyn",
        "40.69721",
        "-73.93566",
        "11206",
        hoodAt(myrtle));
    save("corners.csv.gz", out);
  }

  /** The name that people at a point would say. */
  private String hoodAt(Point point) {
    var here = SHAPES.createPoint(new Coordinate(point.lon(), point.lat()));
    String area = "";
    for (var entry : tabulation.entrySet()) {
      if (entry.getValue().intersects(here)) {
        area = entry.getKey();
      }
    }
    if (area.isEmpty() || open(area)) {
      double nearest = BORDER_KM / 100; // degrees, near enough for a border
      for (var entry : tabulation.entrySet()) {
        double far = open(entry.getKey()) ? 1 : entry.getValue().getGeometry().distance(here);
        if (far < nearest) {
          nearest = far;
          area = entry.getKey();
        }
      }
    }
    String name = area.isEmpty() ? "" : nameWithin(area, point);
    String whole = name.replaceFirst(" \\(.*\\)$", ""); // Ozone Park (North)
    return hoods.stream().anyMatch(hood -> hood.get("name").equals(whole)) ? whole : name;
  }

  private Row hood(String id) {
    return Objects.requireNonNull(hoodById.get(id), id);
  }

  private boolean open(String area) {
    return hood(area).get("source").contains("non-residential");
  }

  private String nameWithin(String area, Point point) {
    var nta = hood(area);
    String best = nta.get("name");
    double nearest = single(nta) ? point(nta).kilometersTo(point) : NOWHERE_KM;
    for (var part : parts.getOrDefault(area, List.of())) {
      double far = point(part).kilometersTo(point);
      boolean placed = !part.get("source").contains("parent point"); // else it has the area's point
      if (far < nearest && (wellKnown(part) ? placed : far < OBSCURE_REACH_KM)) {
        nearest = far;
        best = part.get("name");
      }
    }
    List<Row> known =
        parts.getOrDefault(area, List.of()).stream().filter(p -> wellKnown(p)).toList();
    return nearest == NOWHERE_KM && !known.isEmpty() ? known.getFirst().get("name") : best;
  }

  /** Rings as whole hundred-thousandths of a degree, each point as the step from the last. */
  private void shapes(String source, String target, boolean areas) throws IOException {
    JsonNode all = new ObjectMapper().readTree(from.resolve(source).toFile());
    for (JsonNode feature : all.get("features")) {
      JsonNode geometry = feature.get("geometry");
      JsonNode polygons = geometry.get("coordinates");
      boolean many = geometry.get("type").asText().equals("MultiPolygon");
      List<String> written = new ArrayList<>();
      List<Geometry> parts = new ArrayList<>();
      for (JsonNode polygon : many ? polygons : List.of(polygons)) {
        List<String> rings = new ArrayList<>();
        for (JsonNode ring : polygon) {
          rings.add(steps(ring));
        }
        written.add(String.join("/", rings));
        parts.add(SHAPES.createPolygon(ring(polygon.get(0))));
      }
      String id = feature.get("properties").get("id").asText();
      shapes.put(id, String.join("|", written));
      if (areas) {
        Geometry whole = SHAPES.buildGeometry(parts).buffer(0);
        tabulation.put(id, PreparedGeometryFactory.prepare(whole));
      }
    }
    StringBuilder out = new StringBuilder("id,rings\n");
    shapes.forEach((id, rings) -> row(out, id, rings));
    shapes.clear();
    save(target, out);
  }

  private static LinearRing ring(JsonNode ring) {
    List<Coordinate> points = new ArrayList<>();
    ring.forEach(p -> points.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
    return SHAPES.createLinearRing(points.toArray(Coordinate[]::new));
  }

  private static String steps(JsonNode ring) {
    StringBuilder out = new StringBuilder();
    long lastLon = 0;
    long lastLat = 0;
    for (JsonNode point : ring) {
      long lon = Math.round(point.get(0).asDouble() * 100_000);
      long lat = Math.round(point.get(1).asDouble() * 100_000);
      if (out.isEmpty() || lon != lastLon || lat != lastLat) {
        out.append(out.isEmpty() ? "" : " ")
            .append(lon - lastLon)
            .append(' ')
            .append(lat - lastLat);
      }
      lastLon = lon;
      lastLat = lat;
    }
    return out.toString();
  }

  private void copy(String source, String target, String... columns) throws IOException {
    StringBuilder out = new StringBuilder(String.join(",", columns)).append('\n');
    for (var row : read(source)) {
      row(out, Arrays.stream(columns).map(c -> row.get(c)).toArray(String[]::new));
    }
    save(target, out);
  }

  private List<Row> read(String name) throws IOException {
    return read(from.resolve(name));
  }

  /** Names that we wrote ourselves, from common knowledge. */
  private static List<Row> byHand(String name) throws IOException {
    return read(Path.of("src/test/resources/place").resolve(name));
  }

  private static List<Row> read(Path file) throws IOException {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (var rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(header)
            .<Map<String, String>>readValues(file.toFile())) {
      return rows.readAll().stream().map(Row::new).toList();
    }
  }

  private static void row(StringBuilder out, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i];
      boolean quoted = cell.contains(",") || cell.contains("\"");
      out.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.append('\n');
  }

  private void save(String name, StringBuilder text) throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (name.endsWith(".gz")) {
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      bytes = packed.toByteArray();
    }
    Files.write(to.resolve(name), bytes);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Point point(Row row) {
    return new Point(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")));
  }
}
