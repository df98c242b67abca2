package org.neighborline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.language.Language;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

final class CoverageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
  private static final Gazetteer CITY = Gazetteer.newYork();
  private static final Group FOOD =
      group("Food Friends", Set.of("11221", "11233"), Set.of(), Optional.empty());
  private static final Group LEGAL =
      group("Legal Line", Set.of("11221", "10453"), Set.of(Need.LEGAL), Optional.empty());
  private static final Group RESTING =
      group("Resting Few", Set.of("10301"), Set.of(), Optional.of(LocalDate.of(2026, 12, 1)));
  private static final List<Group> GROUPS = List.of(FOOD, LEGAL, RESTING);

  @Test
  void each_zip_has_the_groups_whose_area_holds_it() {
    Coverage coverage = Coverage.of(CITY, GROUPS, Optional.empty(), NOW);
    assertThat(coverage.areas()).hasSizeGreaterThan(180);
    assertThat(groupsIn(coverage, "11221")).containsExactly(FOOD, LEGAL);
    assertThat(groupsIn(coverage, "10453")).containsExactly(LEGAL);
    assertThat(groupsIn(coverage, "10301")).as("in a pause").isEmpty();
    assertThat(coverage.uncovered()).hasSize(coverage.areas().size() - 3);
    assertThat(coverage.resting()).containsExactly(RESTING);
  }

  @Test
  void by_need_only_who_helps_with_it_counts() {
    Coverage coverage = Coverage.of(CITY, GROUPS, Optional.of(Need.GROCERIES), NOW);
    assertThat(groupsIn(coverage, "11221")).containsExactly(FOOD);
    assertThat(groupsIn(coverage, "10453")).isEmpty();
    assertThat(Coverage.of(CITY, GROUPS, Optional.of(Need.LEGAL), NOW).groups())
        .containsExactly(FOOD, LEGAL);
  }

  @Test
  void the_table_names_boroughs_gaps_and_groups() {
    String table = CoverageTable.of(Coverage.of(CITY, GROUPS, Optional.empty(), NOW));
    assertThat(table)
        .startsWith("any need: 2 groups cover 3 of 191 ZIPs\n")
        .containsPattern("Bronx +25 +24 +1 +0 +0\n")
        .containsPattern("Brooklyn +39 +37 +1 +1 +0\n")
        .contains("\n  10301 ")
        .containsPattern("Food Friends +2  everything\n")
        .containsPattern("Legal Line +2  legal\n")
        .containsPattern("Resting Few +-  has a pause\n");
    assertThat(table.lines()).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void the_map_has_orange_where_nobody_helps_and_green_where_somebody_does() {
    System.setProperty("java.awt.headless", "true");
    Set<Integer> nobody = colors(List.of());
    Set<Integer> some = colors(GROUPS);
    assertThat(nobody).contains(rgb(Palette.of(0))).doesNotContain(rgb(Palette.of(1)));
    assertThat(some).contains(rgb(Palette.of(0)), rgb(Palette.of(1)), rgb(Palette.of(2)));
  }

  /** Those of the land in the middle of the picture, where no legend is. */
  private static Set<Integer> colors(List<Group> groups) {
    BufferedImage map =
        CoverageMap.of(Coverage.of(CITY, groups, Optional.empty(), NOW), "Neighborline");
    Set<Integer> colors = new HashSet<>();
    for (int x = map.getWidth() / 3; x < map.getWidth() * 2 / 3; x++) {
      for (int y = 0; y < map.getHeight(); y++) {
        colors.add(map.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colors;
  }

  private static int rgb(Color color) {
    return color.getRGB() & 0xFFFFFF;
  }

  private static List<Group> groupsIn(Coverage coverage, String zip) {
    return coverage.areas().stream()
        .filter(area -> area.zip().equals(zip))
        .findFirst()
        .orElseThrow()
        .groups();
  }

  private static Group group(
      String name, Set<String> zips, Set<Need> needs, Optional<LocalDate> backOn) {
    Point base = new Point(40.69, -73.93);
    return new Group(
        name,
        name,
        base,
        ServiceArea.of(
            new ServiceArea.Written(zips, Set.of(), Optional.empty(), Optional.empty()), base),
        needs,
        List.of(Language.ENGLISH),
        ZoneId.of("America/New_York"),
        new Availability(List.of(), OptionalInt.empty(), backOn),
        0,
        List.of());
  }
}
