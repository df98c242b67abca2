import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.routing.Router;
import org.neighborline.routing.Wanted;
import org.neighborline.understanding.Need;

/** Ten thousand groups, each with an outline of its own, and requests from every ZIP. */
final class ManyGroups {
  private static final int GROUPS = 10_000;
  private static final int CORNERS = 30;
  private static final int LOOKS = 20_000;
  private static final int ASKED = 6; // as many as a turn looks at
  private static final long SEED = 20_261_124;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
  private static final List<Language> LANGUAGES =
      List.of("en", "es", "zh-Hans", "zh-Hant", "ru", "bn", "ht", "ko", "ar", "ur").stream()
          .map(Language::new)
          .toList();

  private ManyGroups() {}

  static Map<String, Object> measure(List<Goal> goals) throws Exception {
    Random random = new Random(SEED);
    List<Place> places =
        Gazetteer.newYork().zips().stream()
            .filter(
                zip -> Gazetteer.newYork().shapeOfZip(zip.zip()).isPresent()) // people live there
            .flatMap(zip -> Gazetteer.newYork().placeOfZip(zip.zip()).stream())
            .toList();
    double[] build = new double[3];
    Router router = new Router(List.of());
    for (int i = 0; i < build.length; i++) {
      List<Group> groups = groups(places, random); // anew: a second look at an area is quicker
      long before = System.nanoTime();
      router = new Router(groups);
      router.best(asked(places.getFirst(), random), ASKED); // the index is made when first asked
      build[i] = (System.nanoTime() - before) / 1e6;
    }
    java.util.Arrays.sort(build);
    System.out.printf("%,d groups with outlines: index built in %.0f ms%n", GROUPS, build[1]);
    Router built = router;
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      wanted.add(asked(places.get(random.nextInt(places.size())), random));
    }
    Scale.micros(LOOKS, i -> built.best(wanted.get(i), ASKED)); // warm
    double[] sorted = Scale.micros(LOOKS, i -> built.best(wanted.get(i), ASKED));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("count", GROUPS);
    told.put("build_ms", Scale.rounded(build[1]));
    told.put("rank_us", Scale.told("the best " + ASKED + " for a request", sorted));
    goals.add(new Goal("groups ranked, median us", 50, false, Scale.median(sorted)));
    goals.add(new Goal("index built, ms", 1_000, false, build[1]));
    return told;
  }

  private static Wanted asked(Place place, Random random) {
    Need need = Need.values()[random.nextInt(Need.values().length)];
    Language language = LANGUAGES.get(Math.min(random.nextInt(20), 9));
    return new Wanted(place, Set.of(need), Optional.of(language), NOW, 8);
  }

  private static List<Group> groups(List<Place> places, Random random) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      Point near = places.get(random.nextInt(places.size())).point();
      Point base =
          new Point(
              near.lat() + random.nextGaussian() / 60, near.lon() + random.nextGaussian() / 60);
      Language own = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
      Set<Need> needs =
          i % 3 == 0
              ? Set.of()
              : Set.copyOf(List.of(Need.GROCERIES, Need.values()[random.nextInt(13)]));
      ServiceArea area =
          ServiceArea.of(
              new ServiceArea.Written(
                  Set.of(), Set.of(), Optional.empty(), Optional.of(outline(base, random))),
              base);
      Lead lead =
          new Lead(
              i,
              "g" + i,
              i,
              "Ana",
              List.of(Language.ENGLISH, own),
              1,
              List.of(),
              true,
              false,
              Lead.Standing.FRESH);
      groups.add(
          new Group(
              "g" + i,
              "Group " + i,
              base,
              area,
              needs,
              List.of(Language.ENGLISH, own),
              ZONE,
              List.of(lead)));
    }
    return groups;
  }

  /** A ragged line around a point, three hundred meters to a kilometer and a half away. */
  private static String outline(Point base, Random random) {
    StringBuilder json = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
    double size = 0.003 + random.nextDouble() * 0.01;
    String first = "";
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double far = size * (0.7 + random.nextDouble() * 0.5);
      String point =
          "["
              + (base.lon() + far * 1.3 * Math.cos(angle))
              + ","
              + (base.lat() + far * Math.sin(angle))
              + "]";
      first = first.isEmpty() ? point : first;
      json.append(point).append(',');
    }
    return json.append(first).append("]]}").toString();
  }
}
