import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times starts, from exec to the first signed text answered: start with bench/start. */
public final class Start {
  private static final int RUNS = 5;

  private Start() {}

  public static void main(String[] args) throws Exception {
    Peer peer = args.length > 0 ? Peer.named(args[0]) : Peer.SQLITE;
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("with the class cache", "");
    ways.put("without", "-XX:AOTMode=off");
    Map<String, List<Double>> times = new LinkedHashMap<>();
    Map<String, Double> memory = new LinkedHashMap<>();
    Path folder = Peer.HOME.resolve("target/bench/work/start");
    try (FakeCarrier carrier = new FakeCarrier()) {
      for (int run = 0; run < RUNS; run++) {
        for (var way : ways.entrySet()) {
          Bench.delete(folder);
          long before = System.nanoTime();
          try (Running running =
              peer.start(
                  folder,
                  peer.database(folder, ""),
                  carrier.url(),
                  Map.of("NEIGHBORLINE_JAVA_OPTIONS", way.getValue()))) {
            running.awaitAnswer(Bodies.text(run));
            double millis = (System.nanoTime() - before) / 1e6;
            times.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(millis);
            memory.merge(way.getKey(), running.memory(), Math::max);
          }
        }
      }
    }
    System.out.println("from exec to the first text answered, new database, launcher included");
    Map<String, Object> all = new LinkedHashMap<>();
    times.forEach((way, each) -> {
      double median = Measured.middle(each);
      System.out.printf("%-24s %6.0f ms  %5.0f MB%n", way, median, memory.get(way));
      all.put(way, Map.of("millis", each, "median", median, "megabytes", memory.get(way)));
    });
    Path results = Files.createDirectories(Peer.HOME.resolve("bench/results"));
    Files.writeString(
        results.resolve("start.json"),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }
}
