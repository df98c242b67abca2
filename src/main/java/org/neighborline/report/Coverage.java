package org.neighborline.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.neighborline.group.Group;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;

/**
 * Which groups cover which ZIPs of a city, and which nobody does.
 *
 * @param areas every ZIP that has an outline, in order
 * @param groups those that help with the need, without those in a pause, in the files' order
 * @param resting those in a pause, which cover nothing meanwhile
 * @param need what is looked at; empty: anything
 */
public record Coverage(
    List<Area> areas, List<Group> groups, List<Group> resting, Optional<Need> need) {
  /**
   * A ZIP and who helps there.
   *
   * @param place the ZIP
   * @param shape its outline
   * @param groups those whose area holds it
   */
  public record Area(Place place, Geometry shape, List<Group> groups) {
    String zip() {
      return place.zip().orElse("");
    }

    String borough() {
      return place.borough().orElse("");
    }

    boolean isCovered() {
      return !groups.isEmpty();
    }
  }

  /**
   * Looks at every ZIP.
   *
   * @param groups all but the backstop, which covers nothing and hears of everything
   */
  public static Coverage of(Gazetteer city, List<Group> groups, Optional<Need> need, Instant now) {
    List<Group> helping = groups.stream().filter(g -> need.map(g::serves).orElse(true)).toList();
    List<Group> there = helping.stream().filter(g -> !g.isPaused(now)).toList();
    List<Area> areas = new ArrayList<>();
    for (Gazetteer.Zip zip : city.zips()) {
      Optional<Geometry> shape = city.shapeOfZip(zip.zip());
      Optional<Place> place = city.placeOfZip(zip.zip());
      if (shape.isPresent() && place.isPresent()) {
        areas.add(
            new Area(
                place.get(),
                shape.get(),
                there.stream().filter(g -> g.area().contains(place.get())).toList()));
      }
    }
    areas.sort(Comparator.comparing(Area::zip));
    return new Coverage(
        List.copyOf(areas), there, helping.stream().filter(g -> g.isPaused(now)).toList(), need);
  }

  /** The ZIPs where nobody helps. */
  public List<Area> uncovered() {
    return areas.stream().filter(area -> !area.isCovered()).toList();
  }

  /** The ZIPs of a group. */
  List<Area> of(Group group) {
    return areas.stream().filter(area -> area.groups().contains(group)).toList();
  }

  /** Areas by borough, in the order of the first ZIP of each. */
  Map<String, List<Area>> byBorough() {
    Map<String, List<Area>> boroughs = new LinkedHashMap<>();
    areas.forEach(
        area -> boroughs.computeIfAbsent(area.borough(), _ -> new ArrayList<>()).add(area));
    return boroughs;
  }
}
