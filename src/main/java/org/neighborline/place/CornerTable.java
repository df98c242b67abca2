package org.neighborline.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All street corners of the city, in flat arrays. */
final class CornerTable {
  private static final int COLUMNS = 7;

  private static final int BITS = 20; // of a street's or a row's number, so that three fill a long
  private static final int MOST = 1 << BITS;

  private final List<String> names = new ArrayList<>();
  private final List<String> boroughs = new ArrayList<>();
  private final Map<String, Map<String, Integer>> streets = new HashMap<>(); // by borough and name
  private final List<String> labels = new ArrayList<>(); // ZIPs and neighborhoods, each once
  private final int[] first;
  private final int[] second;
  private final int[] zips;
  private final int[] hoods;
  private final double[] lats;
  private final double[] lons;
  private final long[] pairs;
  private int[] startOf = {}; // of a street's corners in cornersOf
  private int[] cornersOf = {};

  /** Reads the rows as they come, and puts them in the order of their two streets. */
  private CornerTable(String csv) {
    int lines = 1;
    for (int at = csv.indexOf('\n'); at >= 0; at = csv.indexOf('\n', at + 1)) {
      lines++;
    }
    Reading reading = new Reading(lines);
    Csv.each(csv, COLUMNS, reading::add);
    int size = reading.size;
    if (size >= MOST || names.size() >= MOST) {
      throw new IllegalArgumentException("too many corners: " + size);
    }
    long[] order = Arrays.copyOf(reading.order, size);
    Arrays.sort(order);
    pairs = new long[size];
    first = new int[size];
    second = new int[size];
    zips = new int[size];
    hoods = new int[size];
    lats = new double[size];
    lons = new double[size];
    for (int i = 0; i < size; i++) {
      int row = (int) order[i] & MOST - 1;
      first[i] = (int) (order[i] >>> 2 * BITS);
      second[i] = (int) (order[i] >>> BITS) & MOST - 1;
      pairs[i] = pair(first[i], second[i]);
      lats[i] = reading.lats[row];
      lons[i] = reading.lons[row];
      zips[i] = reading.zips[row];
      hoods[i] = reading.hoods[row];
    }
  }

  /** The rows in the order of the file. */
  private final class Reading {
    final long[] order; // the two streets and the row
    final double[] lats;
    final double[] lons;
    final int[] zips;
    final int[] hoods;
    final Map<String, Integer> known = new HashMap<>();
    private int size;

    Reading(int most) {
      order = new long[most];
      lats = new double[most];
      lons = new double[most];
      zips = new int[most];
      hoods = new int[most];
    }

    void add(String[] row) {
      long a = intern(row[0], row[2]);
      long b = intern(row[1], row[2]);
      order[size] = Math.min(a, b) << 2 * BITS | Math.max(a, b) << BITS | size;
      lats[size] = Csv.decimal(row[3]);
      lons[size] = Csv.decimal(row[4]);
      zips[size] = label(known, row[5]);
      hoods[size] = label(known, row[6]);
      size++;
    }
  }

  static CornerTable parse(String csv) {
    CornerTable table = new CornerTable(csv);
    table.listCorners();
    return table;
  }

  private int label(Map<String, Integer> known, String text) {
    return known.computeIfAbsent(
        text,
        t -> {
          labels.add(t);
          return labels.size() - 1;
        });
  }

  private int intern(String name, String borough) {
    return streets
        .computeIfAbsent(borough, _ -> new HashMap<>())
        .computeIfAbsent(
            name,
            _ -> {
              names.add(name);
              boroughs.add(borough);
              return names.size() - 1;
            });
  }

  private void listCorners() {
    startOf = new int[names.size() + 1];
    for (int i = 0; i < pairs.length; i++) {
      startOf[first[i] + 1]++;
      startOf[second[i] + 1]++;
    }
    for (int s = 1; s < startOf.length; s++) {
      startOf[s] += startOf[s - 1];
    }
    cornersOf = new int[2 * pairs.length];
    int[] next = startOf.clone();
    for (int i = 0; i < pairs.length; i++) {
      cornersOf[next[first[i]]++] = i;
      cornersOf[next[second[i]]++] = i;
    }
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  int streets() {
    return names.size();
  }

  String name(int street) {
    return names.get(street);
  }

  String borough(int street) {
    return boroughs.get(street);
  }

  /** The street of a name in the city's spelling, or -1. */
  int street(String name, String borough) {
    return streets.getOrDefault(borough, Map.of()).getOrDefault(name, -1);
  }

  /** Where two streets meet, or -1; when they meet twice, the first in the file's order. */
  int corner(int a, int b) {
    long key = pair(a, b);
    int at = Arrays.binarySearch(pairs, key);
    while (at > 0 && pairs[at - 1] == key) {
      at--;
    }
    return at < 0 ? -1 : at;
  }

  /** The next corner of the same two streets, or -1. */
  int another(int corner) {
    return corner + 1 < pairs.length && pairs[corner + 1] == pairs[corner] ? corner + 1 : -1;
  }

  int cornerCount(int street) {
    return startOf[street + 1] - startOf[street];
  }

  /** The n-th corner of a street. */
  int cornerOf(int street, int n) {
    return cornersOf[startOf[street] + n];
  }

  int corners() {
    return pairs.length;
  }

  int first(int corner) {
    return first[corner];
  }

  int second(int corner) {
    return second[corner];
  }

  /** The other street of a corner. */
  int across(int corner, int street) {
    return first[corner] == street ? second[corner] : first[corner];
  }

  double lat(int corner) {
    return lats[corner];
  }

  double lon(int corner) {
    return lons[corner];
  }

  Point point(int corner) {
    return new Point(lats[corner], lons[corner]);
  }

  String zip(int corner) {
    return labels.get(zips[corner]);
  }

  String neighborhood(int corner) {
    return labels.get(hoods[corner]);
  }
}
