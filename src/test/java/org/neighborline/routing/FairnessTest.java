package org.neighborline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neighborline.HotlineFiles;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.group.Shift;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.store.Roster;
import org.neighborline.understanding.Need;

/**
 * Over every ZIP of the city, every need and every language the right group is chosen, by a check
 * of its own: plain loops over the groups, borders read anew, distances computed anew.
 */
final class FairnessTest {
  private static final int CAPACITY = 8;
  private static final double EARTH_KM = 6371.0088;

  private final HotlineFiles files =
      HotlineFiles.read(Path.of("samples/newyork/neighborline.yaml"), Path.of("translations"));
  private final List<Group> groups =
      files.seeds().stream()
          .map(FairnessTest::withTree)
          .filter(group -> !group.id().equals("desk"))
          .toList();
  private final Map<String, List<double[]>> borders = borders();
  private final Map<String, double[]> points = points();

  /** What is plainly so of a place and a group, whatever is needed. */
  private record Facts(boolean inside, double kilometers) {}

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T20:00:00Z", "2026-11-29T04:30:00Z"})
  void the_chosen_group_is_right_for_every_zip_need_and_language(String when) {
    Instant now = Instant.parse(when);
    Router router = new Router(groups);
    List<Optional<Language>> languages = new ArrayList<>(List.of(Optional.empty()));
    files.translations().stream()
        .map(Translation::language)
        .map(Optional::of)
        .forEach(languages::add);
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Gazetteer.Zip zip : Gazetteer.newYork().zips()) {
      Place place = Gazetteer.newYork().placeOfZip(zip.zip()).orElseThrow();
      List<Facts> facts = groups.stream().map(group -> facts(group, place)).toList();
      for (Need need : Need.values()) {
        for (Optional<Language> language : languages) {
          Wanted wanted = new Wanted(place, Set.of(need), language, now, CAPACITY);
          String chosen = router.best(wanted, 1).getFirst().group().id();
          String right = right(facts, need, language, now);
          looked++;
          if (!chosen.equals(right)) {
            wrong.add(zip.zip() + " " + need + " " + language + ": " + chosen + ", not " + right);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(looked).isGreaterThan(300 * 13 * 14);
  }

  @Test
  void the_sample_has_all_that_a_ranking_can_meet() {
    assertThat(groups).hasSizeGreaterThan(40);
    assertThat(groups).anyMatch(g -> !g.availability().hours().isEmpty());
    assertThat(groups).anyMatch(g -> g.availability().backOn().isPresent());
    assertThat(groups).anyMatch(g -> !g.needs().isEmpty());
  }

  private String right(List<Facts> facts, Need need, Optional<Language> language, Instant now) {
    int best = 0;
    for (int i = 1; i < groups.size(); i++) {
      if (isBetter(i, best, facts, need, language, now)) {
        best = i;
      }
    }
    return groups.get(best).id();
  }

  private boolean isBetter(
      int one, int other, List<Facts> facts, Need need, Optional<Language> language, Instant now) {
    Group a = groups.get(one);
    Group b = groups.get(other);
    if (helps(a, need) != helps(b, need)) {
      return helps(a, need);
    }
    if (isOpen(a, now) != isOpen(b, now)) {
      return isOpen(a, now);
    }
    if (facts.get(one).inside != facts.get(other).inside) {
      return facts.get(one).inside;
    }
    if (language.isPresent() && speaks(a, language.get()) != speaks(b, language.get())) {
      return speaks(a, language.get());
    }
    if (facts.get(one).kilometers != facts.get(other).kilometers) {
      return facts.get(one).kilometers < facts.get(other).kilometers;
    }
    return a.id().compareTo(b.id()) < 0;
  }

  private static boolean helps(Group group, Need need) {
    return group.needs().isEmpty() || need == Need.OTHER || group.needs().contains(need);
  }

  private static boolean speaks(Group group, Language language) {
    for (Lead lead : group.leads()) {
      if (lead.languages().contains(language)) {
        return true;
      }
    }
    return group.languages().contains(language);
  }

  private static boolean isOpen(Group group, Instant now) {
    ZonedDateTime local = now.atZone(group.zone());
    var backOn = group.availability().backOn();
    if (backOn.isPresent() && local.toLocalDate().compareTo(backOn.get()) < 0) {
      return false;
    }
    boolean open = group.availability().hours().isEmpty();
    int minute = local.getHour() * 60 + local.getMinute();
    for (Shift window : group.availability().hours()) {
      int from = window.from().toSecondOfDay() / 60;
      int to = window.to().toSecondOfDay() / 60;
      int end = to <= from ? to + 24 * 60 : to;
      for (int before = 0; before <= 1; before++) {
        int since = minute + before * 24 * 60;
        open |=
            window.days().contains(local.getDayOfWeek().minus(before))
                && since >= from
                && since < end;
      }
    }
    return open;
  }

  private Facts facts(Group group, Place place) {
    double lat = place.point().lat();
    double lon = place.point().lon();
    double nearest = kilometers(lat, lon, group.base().lat(), group.base().lon());
    boolean inside = false;
    for (String zip : group.area().written().zips()) {
      inside |= zip.equals(place.zip().orElse(""));
      double[] middle = points.get(zip);
      if (middle != null) {
        nearest = Math.min(nearest, kilometers(lat, lon, middle[0], middle[1]));
      }
      boolean odd = false;
      for (double[] ring : borders.getOrDefault(zip, List.of())) {
        odd ^= isCrossed(ring, lat, lon);
        nearest = Math.min(nearest, toBorder(ring, lat, lon));
      }
      inside |= odd;
    }
    return new Facts(inside, inside ? 0 : nearest);
  }

  /** Whether a line to the east crosses a ring an odd number of times. */
  private static boolean isCrossed(double[] ring, double lat, double lon) {
    boolean odd = false;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      boolean above = ring[i + 1] > lat;
      if (above != ring[i + 3] > lat) {
        double share = (lat - ring[i + 1]) / (ring[i + 3] - ring[i + 1]);
        odd ^= lon < ring[i] + share * (ring[i + 2] - ring[i]);
      }
    }
    return odd;
  }

  private static double toBorder(double[] ring, double lat, double lon) {
    double nearest = Double.MAX_VALUE;
    double narrow = Math.cos(Math.toRadians(lat));
    for (int i = 0; i + 3 < ring.length; i += 2) {
      double ax = (ring[i] - lon) * narrow;
      double ay = ring[i + 1] - lat;
      double bx = (ring[i + 2] - lon) * narrow;
      double by = ring[i + 3] - lat;
      double square = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
      double share = square == 0 ? 0 : (ax * (ax - bx) + ay * (ay - by)) / square;
      share = Math.max(0, Math.min(1, share));
      double x = lon + (ax + share * (bx - ax)) / narrow;
      double y = lat + ay + share * (by - ay);
      nearest = Math.min(nearest, kilometers(lat, lon, y, x));
    }
    return nearest;
  }

  /** By the chord through the sphere: another formula than the program's. */
  private static double kilometers(double lat1, double lon1, double lat2, double lon2) {
    double[] a = onSphere(lat1, lon1);
    double[] b = onSphere(lat2, lon2);
    double chord = Math.sqrt(sq(a[0] - b[0]) + sq(a[1] - b[1]) + sq(a[2] - b[2]));
    return 2 * EARTH_KM * Math.asin(chord / 2);
  }

  private static double[] onSphere(double lat, double lon) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }

  private static double sq(double x) {
    return x * x;
  }

  private static Group withTree(Roster.Seed seed) {
    return seed.group()
        .withLeads(
            seed.leads().stream()
                .map(l ->
                    new Lead(
                        0,
                        seed.group().id(),
                        0,
                        l.name(),
                        l.languages(),
                        l.tier(),
                        l.shifts(),
                        l.sms(),
                        l.night(),
                        Lead.Standing.FRESH))
                .toList());
  }

  /** Each ZIP's rings, as the gazetteer's README tells. */
  private static Map<String, List<double[]>> borders() {
    Map<String, List<double[]>> borders = new HashMap<>();
    for (String line : lines("zip_shapes.csv.gz")) {
      String[] cells = line.split(",", 2);
      List<double[]> rings = new ArrayList<>();
      for (String ring : cells[1].replace("\"", "").split("[|/]")) {
        String[] steps = ring.split(" ");
        double[] numbers = new double[steps.length];
        long lon = 0;
        long lat = 0;
        for (int i = 0; i + 1 < steps.length; i += 2) {
          lon += Long.parseLong(steps[i]);
          lat += Long.parseLong(steps[i + 1]);
          numbers[i] = lon / 100_000.0;
          numbers[i + 1] = lat / 100_000.0;
        }
        rings.add(numbers);
      }
      borders.put(cells[0], rings);
    }
    return borders;
  }

  private static Map<String, double[]> points() {
    Map<String, double[]> points = new HashMap<>();
    for (String line : lines("zips.csv")) {
      String[] cells = line.split(",", -1);
      if (!cells[2].isEmpty()) {
        points.put(
            cells[0], new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
      }
    }
    return points;
  }

  private static List<String> lines(String file) {
    try (InputStream packed = FairnessTest.class.getResourceAsStream("/gazetteer/newyork/" + file);
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(packed) : packed;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
