package org.neighborline.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.group.Directory;
import org.neighborline.group.Resource;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Point;
import org.neighborline.understanding.Need;

/** Reads a CSV of public places of help: all of it, or every fault. */
public final class ResourcesFile {
  /** The key that names the file in a configuration, and its usual name. */
  static final String KEY = "resources";

  static final String USUAL_NAME = "resources.csv";

  private static final int LONGEST = 40; // what a text has room for
  private static final double FARTHEST_KM = 200; // from the city's places
  private static final CsvFile.Columns COLUMNS =
      new CsvFile.Columns(
          List.of("name", "needs", "zip", "lat", "lon", "address", "hours", "phone", "languages"),
          List.of("name", "needs"),
          List.of("needs", "languages"));

  private final Known known;
  private final Vocabulary vocabulary;
  private final Phones phones;
  private final Faults faults;
  private final List<Resource> found = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private ResourcesFile(Known known, Phones phones, Faults faults) {
    this.known = known;
    this.vocabulary = new Vocabulary(known);
    this.phones = phones;
    this.faults = faults;
  }

  /** Reads a file that is to be imported into a hotline. */
  public static Loading<Directory> read(
      Path path, Configuration hotline, Known known, ImportFiles.Progress progress) {
    Faults faults = Faults.of(String.valueOf(path.getFileName()));
    Phones phones = new Phones(hotline.region(), hotline.regions());
    Directory directory = read(path, known, phones, faults, ImportFiles.told(path, progress));
    return faults.areNone() ? new Loading.Loaded<>(directory) : new Loading.Faulty<>(faults.all());
  }

  /** The file that a configuration has or would have. */
  public static Path path(Path config) {
    return config.toAbsolutePath().resolveSibling(CityChoice.value(config, KEY).orElse(USUAL_NAME));
  }

  static Directory read(
      Path path, Known known, Phones phones, Faults faults, java.util.function.IntConsumer told) {
    ResourcesFile file = new ResourcesFile(known, phones, faults);
    CsvFile.eachRow(
        path,
        COLUMNS,
        faults,
        fields -> {
          told.accept(fields.line());
          Section.of("the place", fields, faults).ifPresent(file::row);
        });
    if (file.found.isEmpty() && faults.areNone()) {
      faults.add(0, "there is no place of help in it; add some rows");
    }
    return new Directory(file.found);
  }

  private void row(Section row) {
    Optional<String> name = row.required("name", "Grace Food Pantry").filter(n -> fits(row, n));
    Section section = name.map(n -> row.named(Section.shortened(n))).orElse(row);
    List<Need> needs = vocabulary.needs(section);
    if (section.list("needs").isEmpty()) {
      section.fault("needs", "there are no needs; write what it helps with, like groceries");
    }
    Optional<Point> point = point(section);
    String address = brief(section, "address");
    String hours = brief(section, "hours");
    Optional<PhoneNumber> phone =
        section.text("phone").flatMap(t -> phones.read(section, "phone", t));
    if (address.isEmpty() && section.text("phone").isEmpty()) {
      section.fault("address", "neither address nor phone: nobody would find it; add one");
    }
    var languages = vocabulary.spoken(section);
    if (name.isEmpty() || point.isEmpty() || needs.isEmpty()) {
      return;
    }
    Integer before =
        lines.putIfAbsent(name.get() + "\n" + point.get() + "\n" + address, section.line("name"));
    if (before != null) {
      section.fault("name", "stands in line " + before + " already; remove one of the two");
    }
    found.add(
        new Resource(
            name.get(),
            Set.copyOf(needs),
            point.get(),
            address,
            hours,
            phone,
            Set.copyOf(languages)));
  }

  private static boolean fits(Section section, String name) {
    return !tooLong(section, "name", name);
  }

  private static String brief(Section section, String key) {
    return section.text(key).filter(t -> !tooLong(section, key, t)).orElse("");
  }

  private static boolean tooLong(Section section, String key, String text) {
    boolean tooLong = text.length() > LONGEST || text.contains("\n");
    if (tooLong) {
      section.fault(
          key,
          key
              + " has "
              + text.length()
              + " letters, and a text has room for "
              + LONGEST
              + ", in one line; shorten it");
    }
    return tooLong;
  }

  /** Where it is: its own point, else its ZIP's. */
  private Optional<Point> point(Section section) {
    Optional<Point> ofZip =
        section
            .text("zip")
            .flatMap(zip -> {
              Optional<Point> point = known.zips().apply(zip);
              if (point.isEmpty()) {
                section.fault("zip", vocabulary.zipProblem(zip));
              }
              return point;
            });
    Optional<String> lat = section.text("lat");
    Optional<String> lon = section.text("lon");
    if (lat.isEmpty() && lon.isEmpty()) {
      if (section.text("zip").isEmpty()) {
        section.fault("zip", "there is neither zip nor lat and lon; add one, like 11221");
      }
      return ofZip;
    }
    String pair = lat.orElse("") + "," + lon.orElse("");
    Optional<Point> point = Formats.point(pair).filter(p -> isNear(p, ofZip));
    if (point.isEmpty()) {
      boolean swapped = Formats.swapped(pair).filter(p -> isNear(p, ofZip)).isPresent();
      section.fault(
          "lat",
          swapped
              ? "latitude and longitude are swapped; lat is the one like 40.69, lon like -73.93"
              : "'"
                  + Section.shortened(pair)
                  + "' is no point near the city or the ZIP; write decimal degrees, like 40.69 and -73.93");
    }
    return point;
  }

  private static boolean isNear(Point point, Optional<Point> ofZip) {
    return ofZip
        .map(zip -> zip.kilometersTo(point) < FARTHEST_KM)
        .orElse(point.kilometersTo(CityRowReader.MIDDLE) < CityRowReader.REACH_KM);
  }
}
