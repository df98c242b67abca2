package org.neighborline.place;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Writes an imported city as the folder of files that {@link GazetteerFiles} reads. */
public final class GazetteerFolder {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<CityRow> rows;
  private final Map<String, StringBuilder> files = new TreeMap<>();

  private GazetteerFolder(List<CityRow> rows) {
    this.rows = rows;
  }

  /**
   * Puts a city in a folder's place: whole, or what was there stays.
   *
   * @throws IOException if the folder can't be written
   */
  public static void write(List<CityRow> rows, Path folder) throws IOException {
    Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
    Path next = Files.createTempDirectory(parent, "gazetteer");
    try {
      new GazetteerFolder(rows).fill(next);
      new PlaceFinder(GazetteerFiles.read(next), Map.of()).find("1 St & 2 Ave");
      Path last = parent.resolve(next.getFileName() + ".last");
      if (Files.exists(folder)) {
        Files.move(folder, last);
      }
      Files.move(next, folder);
      remove(last);
    } finally {
      remove(next);
    }
  }

  private void fill(Path folder) throws IOException {
    begin("zips.csv", "zip,borough,lat,lon,neighborhoods,kind");
    begin("neighborhoods.csv", "name,short,borough,lat,lon,zips,shapes,kind");
    begin("aliases.csv", "alias,neighborhood,borough");
    begin("weak.csv", "name");
    begin("stations.csv", "name,lines,borough,lat,lon,zip,neighborhood,complex");
    begin("landmarks.csv", "name,kind,borough,lat,lon,zip,neighborhood,also");
    begin("corners.csv.gz", "street1,street2,borough,lat,lon,zip,neighborhood");
    begin("street_aliases.csv", "alias,street,borough");
    begin("towns.csv", "name,state,lat,lon");
    begin("zip_shapes.csv.gz", "id,rings");
    begin("neighborhood_shapes.csv.gz", "id,rings");
    for (CityRow row : rows) {
      switch (row.kind()) {
        case ZIP -> zip(row);
        case NEIGHBORHOOD -> neighborhood(row);
        case STATION -> station(row);
        case CORNER -> corner(row);
        case TOWN -> add("towns.csv", row.name(), row.state(), lat(row), lon(row));
        case HOSPITAL, CLINIC, PARK, HOUSING, LIBRARY, CAMPUS, MARKET -> landmark(row);
      }
      if (row.everyday()) {
        add("weak.csv", row.name().toLowerCase(Locale.ROOT));
      }
    }
    for (var file : files.entrySet()) {
      byte[] bytes = file.getValue().toString().getBytes(StandardCharsets.UTF_8);
      boolean packed = file.getKey().endsWith(".gz");
      Files.write(folder.resolve(file.getKey()), packed ? zipped(bytes) : bytes);
    }
    Files.write(folder.resolve("us_zips.csv.gz"), GazetteerFiles.country());
  }

  private void zip(CityRow row) {
    String hoods =
        rows.stream()
            .filter(r -> r.is(CityRow.Kind.NEIGHBORHOOD) && r.zips().contains(row.name()))
            .sorted(Comparator.comparingInt(r -> r.zips().indexOf(row.name())))
            .map(CityRow::name)
            .collect(Collectors.joining(";"));
    add("zips.csv", row.name(), row.borough(), lat(row), lon(row), hoods, "area");
    row.shape().ifPresent(s -> add("zip_shapes.csv.gz", row.name(), Shapes.written(s)));
  }

  private void neighborhood(CityRow row) {
    String id = row.shape().isPresent() ? row.borough() + "/" + row.name() : "";
    String shape = id.replace(' ', '_');
    add(
        "neighborhoods.csv",
        row.name(),
        "",
        row.borough(),
        lat(row),
        lon(row),
        String.join(" ", row.zips()),
        shape,
        "name");
    row.shape().ifPresent(s -> add("neighborhood_shapes.csv.gz", shape, Shapes.written(s)));
    for (String also : row.also()) {
      add("aliases.csv", also.toLowerCase(Locale.ROOT), row.name(), row.borough());
    }
  }

  private void station(CityRow row) {
    for (String name : Stream.concat(Stream.of(row.name()), row.also().stream()).toList()) {
      add(
          "stations.csv",
          name,
          String.join(" ", row.lines()),
          row.borough(),
          lat(row),
          lon(row),
          zipOf(row),
          hoodOf(row),
          row.name());
    }
  }

  private void landmark(CityRow row) {
    add(
        "landmarks.csv",
        row.name(),
        row.kind().landmark(),
        row.borough(),
        lat(row),
        lon(row),
        zipOf(row),
        hoodOf(row),
        String.join(";", row.also()));
  }

  private void corner(CityRow row) {
    String[] streets = row.name().toUpperCase(Locale.ROOT).split("&");
    String first = streets[0].strip();
    String second = streets[1].strip();
    add(
        "corners.csv.gz",
        first,
        second,
        row.borough(),
        lat(row),
        lon(row),
        zipOf(row),
        hoodOf(row));
  }

  /** The ZIP that a row names, else the nearest. */
  private String zipOf(CityRow row) {
    return row.zips().isEmpty()
        ? nearest(row, CityRow.Kind.ZIP).map(CityRow::name).orElse("")
        : row.zips().getFirst();
  }

  /** The neighborhood whose outline holds a row's point, else the one with the nearest middle. */
  private String hoodOf(CityRow row) {
    var at = GEOMETRY.createPoint(new Coordinate(row.point().lon(), row.point().lat()));
    return rows.stream()
        .filter(r -> r.is(CityRow.Kind.NEIGHBORHOOD))
        .filter(r -> r.shape().filter(shape -> shape.intersects(at)).isPresent())
        .findFirst()
        .or(() -> nearest(row, CityRow.Kind.NEIGHBORHOOD))
        .map(CityRow::name)
        .orElse("");
  }

  private Optional<CityRow> nearest(CityRow row, CityRow.Kind kind) {
    return rows.stream()
        .filter(r -> r.is(kind))
        .min(Comparator.comparingDouble(r -> r.point().kilometersTo(row.point())));
  }

  private static String lat(CityRow row) {
    return String.valueOf(row.point().lat());
  }

  private static String lon(CityRow row) {
    return String.valueOf(row.point().lon());
  }

  private void begin(String file, String header) {
    files.put(file, new StringBuilder(header).append('\n'));
  }

  private void add(String file, String... cells) {
    StringBuilder out = files.computeIfAbsent(file, _ -> new StringBuilder());
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i];
      boolean quoted = cell.contains(",") || cell.contains("\"");
      out.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.append('\n');
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        for (Path file : inside.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
