package org.neighborline.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * Reads a city's places from a folder of CSV files. `gazetteer/README.md` tells their columns; big
 * files are packed with gzip and read when first needed.
 */
public final class GazetteerFiles {
  /** Read once, when first asked for. */
  static final class NewYork {
    static final Gazetteer CITY =
        new GazetteerFiles(name -> resource("newyork/" + name), true).read();

    private NewYork() {}
  }

  private interface Folder {
    byte[] bytes(String name) throws IOException;
  }

  private final Folder folder;
  private final boolean ours; // packed with the program: without faults, and there tomorrow

  private GazetteerFiles(Folder folder, boolean ours) {
    this.folder = folder;
    this.ours = ours;
  }

  /**
   * The city of a folder.
   *
   * @throws UncheckedIOException if a file is missing
   * @throws IllegalArgumentException if a row is not what the README tells, naming file and row
   */
  public static Gazetteer read(Path folder) {
    return new GazetteerFiles(name -> Files.readAllBytes(folder.resolve(name)), false).read();
  }

  private Gazetteer read() {
    Words words = new Words(tabbed(text(() -> resource("words.tsv"))));
    List<Gazetteer.Zip> zips = zips();
    return new Gazetteer(
        new Gazetteer.Parts(
            zips,
            neighborhoods(),
            map("aliases.csv", 3, r -> new Gazetteer.Alias(r[0], r[1], r[2])),
            later("stations.csv", 8, GazetteerFiles::station),
            later("landmarks.csv", 8, GazetteerFiles::landmark),
            map("towns.csv", 4, r -> new Gazetteer.Town(r[0], r[1], point(r[2], r[3]))),
            Set.copyOf(map("weak.csv", 1, r -> r[0])),
            words,
            new Letters(tabbed(text(() -> resource("letters.tsv")))),
            new Streets(packed("corners.csv.gz"), unpacked("street_aliases.csv"), words),
            new CountryZips(packed("us_zips.csv.gz")),
            new Shapes(packed("zip_shapes.csv.gz")),
            new Shapes(packed("neighborhood_shapes.csv.gz"))),
        ours);
  }

  private List<Gazetteer.Zip> zips() {
    List<String[]> rows = rows("zips.csv", 6);
    Map<String, double[]> middles = new HashMap<>();
    for (String[] r : rows) {
      if (!r[2].isEmpty()) {
        double[] sum = middles.computeIfAbsent(r[1], _ -> new double[3]);
        sum[0] += Csv.decimal(r[2]);
        sum[1] += Csv.decimal(r[3]);
        sum[2]++;
      }
    }
    List<Gazetteer.Zip> zips = new ArrayList<>(rows.size());
    for (String[] r : rows) {
      boolean exact = !r[2].isEmpty();
      double[] sum = middles.getOrDefault(r[1], new double[] {0, 0, 1});
      Point point = exact ? point(r[2], r[3]) : new Point(sum[0] / sum[2], sum[1] / sum[2]);
      zips.add(new Gazetteer.Zip(r[0], r[1], point, list(r[4], ";"), exact));
    }
    return List.copyOf(zips);
  }

  private List<Gazetteer.Neighborhood> neighborhoods() {
    return map(
        "neighborhoods.csv",
        8,
        r ->
            new Gazetteer.Neighborhood(
                r[0],
                r[1].isEmpty() ? r[0] : r[1],
                r[2],
                point(r[3], r[4]),
                list(r[5], " "),
                list(r[6], " "),
                r[7].equals("name")));
  }

  private static Gazetteer.Station station(String[] r) {
    return new Gazetteer.Station(r[0], list(r[1], " "), r[2], point(r[3], r[4]), r[5], r[6], r[7]);
  }

  private static Gazetteer.Landmark landmark(String[] r) {
    return new Gazetteer.Landmark(r[0], r[1], r[2], point(r[3], r[4]), r[5], r[6], list(r[7], ";"));
  }

  private interface Row<T> {
    T of(String[] cells);
  }

  private <T> List<T> map(String file, int columns, Row<T> row) {
    List<T> out = new ArrayList<>();
    int line = 1;
    for (String[] cells : rows(file, columns)) {
      line++;
      try {
        out.add(row.of(cells));
      } catch (IllegalArgumentException bad) {
        throw new IllegalArgumentException(file + " row " + line + ": " + bad.getMessage(), bad);
      }
    }
    return List.copyOf(out);
  }

  /** Rows that not every text needs, read when first asked for. */
  private <T> Lazy<List<T>> later(String file, int columns, Row<T> row) {
    Lazy<List<T>> later = new Lazy<>(() -> map(file, columns, row));
    if (!ours) {
      later.get(); // whoever wrote it hears of a fault at once
    }
    return later;
  }

  private List<String[]> rows(String file, int columns) {
    return Csv.rows(text(() -> folder.bytes(file)), columns);
  }

  /** The text of a packed file on demand. */
  private Supplier<String> packed(String file) {
    Supplier<byte[]> bytes = kept(file);
    return () -> text(() -> unzip(bytes.get()));
  }

  private Supplier<String> unpacked(String file) {
    Supplier<byte[]> bytes = kept(file);
    return () -> text(bytes::get);
  }

  /** A file's bytes on demand; of a folder those of now, since its files may be replaced. */
  private Supplier<byte[]> kept(String file) {
    Bytes read = () -> folder.bytes(file);
    if (ours) {
      return () -> bytes(read);
    }
    byte[] now = bytes(read);
    return () -> now;
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes), 1 << 16)) {
      return in.readAllBytes();
    }
  }

  private interface Bytes {
    byte[] get() throws IOException;
  }

  private static byte[] bytes(Bytes bytes) {
    try {
      return bytes.get();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Bytes bytes) {
    return new String(bytes(bytes), StandardCharsets.UTF_8);
  }

  /** The country's ZIPs as they come with the program, which every city needs. */
  static byte[] country() throws IOException {
    return resource("newyork/us_zips.csv.gz");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GazetteerFiles.class.getResourceAsStream("/gazetteer/" + name)) {
      if (in == null) {
        throw new IOException("not packed with the program: gazetteer/" + name);
      }
      return in.readAllBytes();
    }
  }

  static List<String[]> tabbed(String text) {
    List<String[]> rows = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        rows.add(line.split("\t"));
      }
    }
    return rows;
  }

  private static List<String> list(String cell, String separator) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
  }

  private static Point point(String lat, String lon) {
    return new Point(Csv.decimal(lat), Csv.decimal(lon));
  }
}
