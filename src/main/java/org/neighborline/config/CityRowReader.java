package org.neighborline.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.neighborline.place.CityRow;
import org.neighborline.place.Point;

/** Checks the rows of a city that is to be imported, one by one and then against each other. */
final class CityRowReader {
  static final List<String> COLUMNS =
      List.of(
          "kind", "name", "borough", "lat", "lon", "zips", "also", "lines", "state", "everyday");

  /** From the middle of the country to Guam is farther, to everywhere else nearer. */
  static final Point MIDDLE = new Point(39, -98);

  static final double REACH_KM = 6_500;

  private static final int LONGEST_NAME = 80;
  private static final double ZIP_REACH_KM = 80; // from a ZIP's known middle to the point given
  private static final List<String> KINDS =
      Arrays.stream(CityRow.Kind.values()).map(CityRow.Kind::written).toList();

  private record Seen(CityRow row, Section section) {}

  private final Function<String, Optional<Point>> country;
  private final List<Seen> rows = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  /** A reader that knows where the country's ZIPs are. */
  CityRowReader(Function<String, Optional<Point>> country) {
    this.country = country;
  }

  /** Reads a row; what is wrong with it becomes faults. */
  void read(Section section, Optional<Geometry> shape) {
    Optional<CityRow.Kind> kind = kind(section);
    Optional<String> name = section.required("name", "Bed-Stuy");
    if (kind.isEmpty() || name.isEmpty() || !isFit(section, name.get(), kind.get())) {
      return;
    }
    boolean outside = kind.get() == CityRow.Kind.TOWN;
    String borough = section.text("borough").orElse("");
    if (borough.isEmpty() && !outside) {
      section.fault("borough", "there is no borough; write the part of the city, or the city");
    }
    String state = section.text("state").orElse("");
    if (outside && !state.matches("[A-Z]{2}")) {
      section.fault("state", "a town needs its state in two capital letters, like NJ");
    }
    Optional<Point> point = point(section).or(() -> shape.map(CityRow::inside));
    if (point.isEmpty()) {
      return;
    }
    CityRow row =
        new CityRow(
            kind.get(),
            name.get(),
            borough,
            point.get(),
            zips(section),
            also(section),
            section.list("lines").stream().map(Node.Scalar::text).toList(),
            state,
            section.value("everyday", Formats::flag, "is neither yes nor no").orElse(false),
            shape);
    once(section, row);
    near(section, row);
    rows.add(new Seen(row, section));
  }

  private static Optional<CityRow.Kind> kind(Section section) {
    Optional<String> written = section.required("kind", "neighborhood");
    Optional<CityRow.Kind> kind =
        written.flatMap(
            w -> Arrays.stream(CityRow.Kind.values()).filter(k -> k.written().equals(w)).findAny());
    if (written.isPresent() && kind.isEmpty()) {
      String near = Formats.didYouMean(written.get(), KINDS);
      section.fault(
          "kind",
          "'"
              + Section.shortened(written.get())
              + "' is no kind of place"
              + (near.isEmpty() ? "; write one of " + String.join(", ", KINDS) : near));
    }
    return kind;
  }

  private static boolean isFit(Section section, String name, CityRow.Kind kind) {
    if (name.length() > LONGEST_NAME || name.contains("\n") || name.contains("|")) {
      section.fault("name", "name: at most " + LONGEST_NAME + " letters, in one line, without |");
      return false;
    }
    if (kind == CityRow.Kind.ZIP && !name.matches("\\d{5}")) {
      section.fault("name", "ZIP " + Formats.zipRemedy(name));
      return false;
    }
    if (kind == CityRow.Kind.CORNER && !name.matches("[^&]*[^&\\s][^&]*&[^&]*[^&\\s][^&]*")) {
      section.fault("name", "a corner is two streets with & between, like Elm St & 5 Ave");
      return false;
    }
    return true;
  }

  /** The point of the columns lat and lon; empty where both are, or with a fault. */
  private static Optional<Point> point(Section section) {
    Optional<String> lat = section.text("lat");
    Optional<String> lon = section.text("lon");
    if (lat.isEmpty() && lon.isEmpty()) {
      section.fault("lat", "there is no point; fill lat and lon, like 40.69 and -73.93");
      return Optional.empty();
    }
    String pair = lat.orElse("") + "," + lon.orElse("");
    Optional<Point> point = Formats.point(pair).filter(CityRowReader::inCountry);
    if (point.isEmpty()) {
      boolean swapped = Formats.swapped(pair).filter(CityRowReader::inCountry).isPresent();
      section.fault(
          "lat",
          swapped
              ? "latitude and longitude are swapped; lat is the one like 40.69, lon like -73.93"
              : "'"
                  + Section.shortened(pair)
                  + "' is no point in the country; write decimal degrees, like 40.69 and -73.93");
    }
    return point;
  }

  private static boolean inCountry(Point point) {
    return point.kilometersTo(MIDDLE) < REACH_KM;
  }

  private static List<String> zips(Section section) {
    List<String> zips = new ArrayList<>();
    for (Node.Scalar zip : section.list("zips")) {
      if (zip.text().matches("\\d{5}")) {
        zips.add(zip.text());
      } else {
        section.fault("zips", "zips: " + Formats.zipRemedy(zip.text()));
      }
    }
    return zips;
  }

  private static List<String> also(Section section) {
    return section.text("also").stream()
        .flatMap(text -> Arrays.stream(text.split(";")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void once(Section section, CityRow row) {
    boolean many = row.kind() == CityRow.Kind.STATION || row.kind() == CityRow.Kind.CORNER;
    String key = row.kind() + "\n" + row.name() + "\n" + row.borough();
    Integer before = many ? null : lines.putIfAbsent(key, section.line("name"));
    if (before != null) {
      section.fault("name", "stands in line " + before + " already; remove one of the two");
    }
  }

  private void near(Section section, CityRow row) {
    if (row.kind() == CityRow.Kind.ZIP) {
      country
          .apply(row.name())
          .map(known -> known.kilometersTo(row.point()))
          .filter(far -> far > ZIP_REACH_KM)
          .ifPresent(far ->
              section.fault(
                  "lat",
                  "the point is "
                      + Math.round(far)
                      + " km from where this ZIP is; correct the ZIP, or lat and lon"));
    }
  }

  /** All rows, after what they say of each other was checked too. */
  List<CityRow> all(Faults faults) {
    Set<String> zips =
        rows.stream()
            .filter(s -> s.row.kind() == CityRow.Kind.ZIP)
            .map(s -> s.row.name())
            .collect(Collectors.toCollection(HashSet::new));
    for (Seen seen : rows) {
      for (String zip : seen.row.zips()) {
        if (!zips.contains(zip)) {
          seen.section.fault(
              "zips", "there is no row of kind zip for " + zip + "; add one, or remove it here");
        }
      }
    }
    if (zips.isEmpty() && faults.areNone()) {
      faults.add(0, "there is no row of kind zip; add the city's ZIPs, each with its point");
    }
    return rows.stream().map(Seen::row).toList();
  }
}
