package org.neighborline.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** The places of one city, as data: what the finder, service areas and `check` look names up in. */
public final class Gazetteer {
  static final int MAX_NAME = 40; // what fits a text beside everything else

  /**
   * A ZIP code of the city.
   *
   * @param neighborhoods usual names, the most usual first; may be empty
   * @param exact whether the point is its own, not the middle of its borough
   */
  public record Zip(
      String zip, String borough, Point point, List<String> neighborhoods, boolean exact) {}

  /**
   * A neighborhood: an official area or a name people use.
   *
   * @param shortName the name for a text
   * @param zips the most typical first; may be empty
   * @param shapes the ids of the shapes that make it up; may be empty
   * @param spoken whether people say this name: joined official names and cemeteries are not spoken
   */
  public record Neighborhood(
      String name,
      String shortName,
      String borough,
      Point point,
      List<String> zips,
      List<String> shapes,
      boolean spoken) {}

  /**
   * An informal name.
   *
   * @param neighborhood what it means; empty for the whole borough
   * @param borough empty for the whole city
   */
  record Alias(String alias, String neighborhood, String borough) {}

  /** A stop of the subway; stops of one complex share its id. */
  record Station(
      String name,
      List<String> lines,
      String borough,
      Point point,
      String zip,
      String neighborhood,
      String complex) {}

  /** A hospital, a park, a housing development, … */
  record Landmark(
      String name,
      String kind,
      String borough,
      Point point,
      String zip,
      String neighborhood,
      List<String> also) {}

  /** A town near the city, or a city that people write from by mistake. */
  record Town(String name, String state, Point point) {
    private static final Set<String> STATES =
        Set.of(
            "New Jersey",
            "Nueva Jersey",
            "Jersey",
            "NJ",
            "Connecticut",
            "Pennsylvania",
            "Michigan",
            "Massachusetts");

    /** Whether it is a whole state, as named after a town's name. */
    boolean isState() {
      return STATES.contains(name);
    }
  }

  /** What a gazetteer is made of. */
  record Parts(
      List<Zip> zips,
      List<Neighborhood> neighborhoods,
      List<Alias> aliases,
      Lazy<List<Station>> stations,
      Lazy<List<Landmark>> landmarks,
      List<Town> towns,
      Set<String> weak,
      Words words,
      Letters letters,
      Streets streets,
      CountryZips country,
      Shapes zipShapes,
      Shapes neighborhoodShapes) {}

  private final Parts parts;
  private final boolean ours;
  private final Map<String, Zip> byZip = new LinkedHashMap<>();
  private final Map<String, Neighborhood> byName = new HashMap<>();
  private final Map<String, Point> boroughs = new LinkedHashMap<>();

  /** A city of these parts, which may be the program's own. */
  Gazetteer(Parts parts, boolean ours) {
    this.parts = parts;
    this.ours = ours;
    parts.zips.forEach(zip -> byZip.put(zip.zip, zip));
    parts.neighborhoods.forEach(hood -> byName.putIfAbsent(key(hood.name), hood));
    for (Alias alias : parts.aliases) {
      Neighborhood meant = byName.get(key(alias.neighborhood));
      if (meant != null) {
        byName.putIfAbsent(key(alias.alias), meant);
      }
    }
    boroughs.putAll(middles(parts.zips));
  }

  /** New York City, as it comes with the program; read once, on first use. */
  public static Gazetteer newYork() {
    return GazetteerFiles.NewYork.CITY;
  }

  /**
   * What the city calls itself, a city without parts being its own only one; blank where it has
   * several, and empty for New York, which every language has a name for.
   */
  public Optional<String> ownName() {
    if (ours) {
      return Optional.empty();
    }
    return Optional.of(boroughs.size() == 1 ? boroughs.keySet().iterator().next() : "");
  }

  /** The boroughs, each with its middle. */
  public Map<String, Point> boroughs() {
    return java.util.Collections.unmodifiableMap(boroughs);
  }

  /** A ZIP of this city. */
  public Optional<Zip> zip(String zip) {
    return Optional.ofNullable(byZip.get(zip));
  }

  /** Where a ZIP anywhere in the country is. */
  public Optional<Point> anywhere(String zip) {
    return parts.country.find(zip, 1).map(Place::point);
  }

  /** The outline of a ZIP that is an area; longitudes are x. */
  public Optional<Geometry> shapeOfZip(String zip) {
    return parts.zipShapes.of(zip);
  }

  public Collection<Zip> zips() {
    return parts.zips;
  }

  /** A neighborhood by its name or an informal one, in any case. */
  public Optional<Neighborhood> neighborhood(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  public Collection<Neighborhood> neighborhoods() {
    return parts.neighborhoods;
  }

  /** The place that a ZIP is. */
  public Optional<Place> placeOfZip(String zip) {
    return zip(zip).map(z -> place(z, 1));
  }

  /** The place that a neighborhood is. */
  public Optional<Place> placeOfNeighborhood(String name) {
    return neighborhood(name).map(n -> place(n, 1));
  }

  Parts parts() {
    return parts;
  }

  /** The neighborhood of a name where several boroughs have one. */
  Optional<Neighborhood> neighborhood(String name, String borough) {
    for (Neighborhood hood : parts.neighborhoods) {
      if (hood.name.equals(name) && hood.borough.equals(borough)) {
        return Optional.of(hood);
      }
    }
    return neighborhood(name);
  }

  Place place(Zip zip, double confidence) {
    String usual = zip.neighborhoods.isEmpty() ? zip.borough : zip.neighborhoods.getFirst();
    Optional<Neighborhood> hood =
        zip.neighborhoods.isEmpty() ? Optional.empty() : neighborhood(usual);
    return new Place(
        PlaceKind.ZIP,
        shown(
            zip.zip
                + " "
                + hood.filter(h -> h.name.equals(usual)).map(h -> h.shortName).orElse(usual)),
        Optional.of(zip.zip),
        hood.map(Neighborhood::name).or(() -> zip.neighborhoods.stream().findFirst()),
        Optional.of(zip.borough),
        zip.point,
        confidence);
  }

  Place place(Neighborhood hood, double confidence) {
    return new Place(
        PlaceKind.NEIGHBORHOOD,
        shown(hood.shortName),
        hood.zips.stream().findFirst(),
        Optional.of(hood.name),
        Optional.of(hood.borough),
        hood.point,
        confidence);
  }

  Place borough(String name, double confidence) {
    Point middle = boroughs.getOrDefault(name, parts.zips.getFirst().point);
    return new Place(
        PlaceKind.BOROUGH,
        shown(name),
        Optional.empty(),
        Optional.empty(),
        Optional.of(name),
        middle,
        confidence);
  }

  /** A name cut to what a text has room for, at a word's end. */
  static String shown(String name) {
    if (name.length() <= MAX_NAME) {
      return name;
    }
    int cut = Math.max(name.lastIndexOf(' ', MAX_NAME), name.lastIndexOf('-', MAX_NAME));
    return name.substring(0, cut > MAX_NAME / 2 ? cut : MAX_NAME);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Point> middles(List<Zip> zips) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Zip zip : zips) {
      if (zip.exact) {
        double[] sum = sums.computeIfAbsent(zip.borough, _ -> new double[3]);
        sum[0] += zip.point.lat();
        sum[1] += zip.point.lon();
        sum[2]++;
      }
    }
    Map<String, Point> middles = new LinkedHashMap<>();
    sums.forEach((name, s) -> middles.put(name, new Point(s[0] / s[2], s[1] / s[2])));
    return middles;
  }
}
