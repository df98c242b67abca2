package org.neighborline.place;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Every ZIP of the country, so that a ZIP elsewhere is known from a number that is none. */
final class CountryZips {
  private static final class Table {
    final int[] zips;
    final float[] lats;
    final float[] lons;
    final String[] states;

    Table(int size) {
      zips = new int[size];
      lats = new float[size];
      lons = new float[size];
      states = new String[size];
    }
  }

  private final Lazy<Table> table;

  CountryZips(Supplier<String> csv) {
    this.table = new Lazy<>(() -> parse(csv.get()));
  }

  /** The place that a ZIP anywhere in the country is. */
  Optional<Place> find(String zip, double confidence) {
    Table all = table.get();
    int at = Arrays.binarySearch(all.zips, Integer.parseInt(zip));
    if (at < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Place(
            PlaceKind.OUTSIDE,
            zip + " " + all.states[at],
            Optional.of(zip),
            Optional.empty(),
            Optional.empty(),
            new Point(all.lats[at], all.lons[at]),
            confidence));
  }

  private static Table parse(String csv) {
    var rows = Csv.rows(csv, 4);
    int n = rows.size();
    Table all = new Table(n);
    for (int i = 0; i < n; i++) {
      String[] r = rows.get(i);
      all.zips[i] = Integer.parseInt(r[0]);
      all.lats[i] = Float.parseFloat(r[1]);
      all.lons[i] = Float.parseFloat(r[2]);
      all.states[i] = r[3].intern();
    }
    return all;
  }
}
