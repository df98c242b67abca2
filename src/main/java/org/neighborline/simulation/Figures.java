package org.neighborline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.neighborline.store.Audit.Fate;

/** What many runs came to: how often promises were looked at, and how requests fared. */
public final class Figures {
  /** A group of requests that are shown together. */
  public static final class Group {
    private final Map<Fortune, Integer> ends = new EnumMap<>(Fortune.class);
    private double[] waits = new double[16];
    private int taken;
    private int requests;

    private void add(Fate fate) {
      requests++;
      ends.merge(Fortune.of(fate), 1, Integer::sum);
      if (fate.takenAt().isPresent()) {
        if (taken == waits.length) {
          waits = Arrays.copyOf(waits, 2 * taken);
        }
        waits[taken++] =
            Duration.between(fate.createdAt(), fate.takenAt().get()).toMillis() / 60_000.0;
      }
    }

    public int requests() {
      return requests;
    }

    /** The share of requests that ended so, from 0 to 1. */
    public double share(Fortune fortune) {
      return requests == 0 ? 0 : ends.getOrDefault(fortune, 0) / (double) requests;
    }

    /**
     * The minutes from text to take that this part of all who were taken stayed below.
     *
     * @return empty when nobody was
     */
    public Optional<Double> minutes(double part) {
      if (taken == 0) {
        return Optional.empty();
      }
      double[] sorted = Arrays.copyOf(waits, taken);
      Arrays.sort(sorted);
      return Optional.of(sorted[(int) Math.min(taken - 1L, Math.round(part * (taken - 1)))]);
    }
  }

  /** Where a request is when the run ends. */
  public enum Fortune {
    DONE("done"),
    TAKEN("taken, not yet done"),
    WAITING("being asked or held"),
    CANCELLED("dropped by the resident"),
    UNMET("nobody could");

    private final String label;

    Fortune(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    static Fortune of(Fate fate) {
      return switch (fate.status().toLowerCase(Locale.ROOT)) {
        case "done" -> DONE;
        case "accepted" -> TAKEN;
        case "cancelled" -> CANCELLED;
        case "unmet" -> UNMET;
        default -> WAITING;
      };
    }
  }

  private static final List<String> BOROUGHS =
      List.of("Manhattan", "Brooklyn", "Queens", "Bronx", "Staten Island");
  private static final String NO_PLACE = "no place";

  private final SequencedMap<String, Group> byBorough = new LinkedHashMap<>();
  private final Map<String, Group> byLanguage = new TreeMap<>();
  private final Group all = new Group();
  private final Map<Invariant, Long> looked = new EnumMap<>(Invariant.class);
  private final Map<Invariant, Integer> broken = new EnumMap<>(Invariant.class);
  private final List<Result> failed = new ArrayList<>();
  private int runs;
  private long received;
  private long sent;
  private long crashes;
  private Duration took = Duration.ZERO;

  public Figures() {
    BOROUGHS.forEach(borough -> byBorough.put(borough, new Group()));
  }

  /** Adds a run. */
  public void add(Result result) {
    runs++;
    received += result.received();
    sent += result.sent();
    crashes += result.crashes();
    took = took.plus(result.took());
    result.looked().forEach((invariant, count) -> looked.merge(invariant, count, Long::sum));
    result.broken().forEach((invariant, count) -> broken.merge(invariant, count, Integer::sum));
    if (!result.holds()) {
      failed.add(result);
    }
    for (Fate fate : result.fates()) {
      all.add(fate);
      group(byBorough, fate, f -> f.borough().orElse(NO_PLACE)).add(fate);
      group(byLanguage, fate, Fate::language).add(fate);
    }
  }

  private static Group group(Map<String, Group> groups, Fate fate, Function<Fate, String> by) {
    return groups.computeIfAbsent(by.apply(fate), _ -> new Group());
  }

  public Map<String, Group> byBorough() {
    return byBorough;
  }

  public Map<String, Group> byLanguage() {
    return byLanguage;
  }

  public Group all() {
    return all;
  }

  public long looked(Invariant invariant) {
    return looked.getOrDefault(invariant, 0L);
  }

  public int broken(Invariant invariant) {
    return broken.getOrDefault(invariant, 0);
  }

  /** Runs in which a promise was broken. */
  public List<Result> failed() {
    return failed;
  }

  public int runs() {
    return runs;
  }

  public long received() {
    return received;
  }

  public long sent() {
    return sent;
  }

  public long crashes() {
    return crashes;
  }

  public Duration took() {
    return took;
  }
}
