import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one run of one program came to. Times are in milliseconds, memory in MB. */
record Measured(
    double perSecond,
    double ratio,
    double p50,
    double p99,
    double p999,
    double cpuMicros,
    double memory,
    long requests,
    List<String> faults) {

  Measured against(Measured bare) {
    return new Measured(
        perSecond, perSecond / bare.perSecond, p50, p99, p999, cpuMicros, memory, requests, faults);
  }

  /** Medians over the rounds; of memory, the most; of faults, all. */
  static Measured median(List<Measured> rounds) {
    return new Measured(
        median(rounds, Measured::perSecond),
        median(rounds, Measured::ratio),
        median(rounds, Measured::p50),
        median(rounds, Measured::p99),
        median(rounds, Measured::p999),
        median(rounds, Measured::cpuMicros),
        rounds.stream().mapToDouble(Measured::memory).max().orElse(0),
        rounds.stream().mapToLong(Measured::requests).sum(),
        rounds.stream().flatMap(round -> round.faults.stream()).distinct().toList());
  }

  static double median(List<Measured> rounds, ToDoubleFunction<Measured> what) {
    return middle(rounds.stream().map(what::applyAsDouble).toList());
  }

  static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
