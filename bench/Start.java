import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times starts, from exec to the first signed text answered: start with bench/start. */
public final class Start {
  private static final int RUNS = 5;

  /** How it is started. */
  private enum Way {
    NEW("a new database, with the class cache", "", true),
    AGAIN("the next start, with the class cache", "", false),
    PLAIN("a new database, without the cache", "-XX:AOTMode=off", true);

    final String title;
    final String options;
    final boolean isNew;

    Way(String title, String options, boolean isNew) {
      this.title = title;
      this.options = options;
      this.isNew = isNew;
    }
  }

  private Start() {}

  public static void main(String[] args) throws Exception {
    Peer peer = args.length > 0 ? Peer.named(args[0]) : Peer.SQLITE;
    Map<Way, List<Double>> times = new EnumMap<>(Way.class);
    Map<Way, Double> memory = new EnumMap<>(Way.class);
    Path folder = Peer.HOME.resolve("target/bench/work/start");
    try (FakeCarrier carrier = new FakeCarrier()) {
      for (int run = 0; run < RUNS; run++) {
        for (Way way : Way.values()) {
          if (way.isNew) {
            Bench.delete(folder);
          }
          long before = System.nanoTime();
          try (Running running =
              peer.start(
                  folder,
                  peer.database(folder, ""),
                  carrier.url(),
                  Map.of("NEIGHBORLINE_JAVA_OPTIONS", way.options))) {
            running.awaitAnswer(Bodies.text(run * Way.values().length + way.ordinal()));
            double millis = (System.nanoTime() - before) / 1e6;
            times.computeIfAbsent(way, _ -> new ArrayList<>()).add(millis);
            memory.merge(way, running.memory(), Math::max);
          }
        }
      }
    }
    System.out.println("from exec to the first text answered, launcher included");
    Map<String, Object> all = new LinkedHashMap<>();
    times.forEach((way, each) -> {
      double median = Measured.middle(each);
      System.out.printf("%-40s %6.0f ms  %5.0f MB%n", way.title, median, memory.get(way));
      all.put(way.title, Map.of("millis", each, "median", median, "megabytes", memory.get(way)));
    });
    Path results = Files.createDirectories(Peer.HOME.resolve("bench/results"));
    Files.writeString(
        results.resolve("start.json"),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }
}
