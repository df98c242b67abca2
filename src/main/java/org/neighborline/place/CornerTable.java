package org.neighborline.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All street corners of the city, in flat arrays. */
final class CornerTable {
  private static final int COLUMNS = 7;

  private final List<String> names = new ArrayList<>();
  private final List<String> boroughs = new ArrayList<>();
  private final Map<String, Integer> streets = new HashMap<>();
  private final List<String> labels = new ArrayList<>(); // ZIPs and neighborhoods, each once
  private long[] pairs = {};
  private int[] first = {};
  private int[] second = {};
  private int[] zips = {};
  private int[] hoods = {};
  private double[] lats = {};
  private double[] lons = {};
  private int[] startOf = {}; // of a street's corners in cornersOf
  private int[] cornersOf = {};

  private CornerTable() {}

  static CornerTable parse(String csv) {
    CornerTable table = new CornerTable();
    table.read(Csv.rows(csv, COLUMNS));
    table.listCorners();
    return table;
  }

  private void read(List<String[]> rows) {
    int size = rows.size();
    Map<String, Integer> known = new HashMap<>();
    long[][] order = new long[size][];
    for (int i = 0; i < size; i++) {
      String[] r = rows.get(i);
      int a = intern(r[0], r[2]);
      int b = intern(r[1], r[2]);
      order[i] = new long[] {pair(a, b), i};
    }
    Arrays.sort(
        order, (x, y) -> x[0] != y[0] ? Long.compare(x[0], y[0]) : Long.compare(x[1], y[1]));
    pairs = new long[size];
    first = new int[size];
    second = new int[size];
    zips = new int[size];
    hoods = new int[size];
    lats = new double[size];
    lons = new double[size];
    for (int i = 0; i < size; i++) {
      String[] r = rows.get((int) order[i][1]);
      pairs[i] = order[i][0];
      first[i] = (int) (pairs[i] >>> 32);
      second[i] = (int) pairs[i];
      lats[i] = Double.parseDouble(r[3]);
      lons[i] = Double.parseDouble(r[4]);
      zips[i] = label(known, r[5]);
      hoods[i] = label(known, r[6]);
    }
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
    return streets.computeIfAbsent(
        name + "|" + borough,
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
    return streets.getOrDefault(name + "|" + borough, -1);
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
