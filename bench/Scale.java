import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neighborline.HotlineFiles;

/** Measures what grows: groups, places, and years of stored requests. Start with bench/scale. */
public final class Scale {
  private static final int REQUESTS = 1_000_000;

  private Scale() {}

  public static void main(String[] args) throws Exception {
    int requests = REQUESTS;
    for (String arg : args) {
      if (!arg.matches("--requests=\\d{1,8}")) {
        System.err.println("bench/scale [--requests=1000000]. Not understood: " + arg);
        System.exit(2);
      }
      requests = Integer.parseInt(arg.replaceAll(".*=", ""));
    }
    HotlineFiles files =
        HotlineFiles.read(
            Peer.HOME.resolve("samples/newyork/neighborline.yaml"),
            Peer.HOME.resolve("translations"));
    List<Goal> goals = new ArrayList<>();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cores", Runtime.getRuntime().availableProcessors());
    all.put("groups", ManyGroups.measure(goals));
    all.put("places", ManyPlaces.measure(files, goals));
    all.put("requests", ManyRequests.measure(files, requests, goals));
    all.put("goals", goals);
    System.out.println();
    goals.forEach(System.out::println);
    Path results = Files.createDirectories(Peer.HOME.resolve("bench/results"));
    Files.writeString(
        results.resolve("scale.json"),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    System.out.println("\nwritten: " + results.resolve("scale.json"));
    System.exit(goals.stream().allMatch(Goal::reached) ? 0 : 1);
  }

  /** Microseconds of a piece of work, once for each number up to a count. */
  interface Work {
    void run(int i) throws Exception;
  }

  static double[] micros(int count, Work work) throws Exception {
    double[] micros = new double[count];
    for (int i = 0; i < count; i++) {
      long before = System.nanoTime();
      work.run(i);
      micros[i] = (System.nanoTime() - before) / 1e3;
    }
    return IntStream.range(0, count).mapToDouble(i -> micros[i]).sorted().toArray();
  }

  /** What is told of sorted times, and printed. */
  static Map<String, Double> told(String what, double[] sorted) {
    Map<String, Double> told = new LinkedHashMap<>();
    Stream.of(50, 90, 99)
        .forEach(p -> told.put("p" + p, rounded(sorted[(sorted.length - 1) * p / 100])));
    System.out.printf(
        "%-44s p50 %9.1f us  p90 %9.1f us  p99 %9.1f us%n",
        what, told.get("p50"), told.get("p90"), told.get("p99"));
    return told;
  }

  static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
