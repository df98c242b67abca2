import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs every program in turn, several rounds, and tells medians and ratios: start with bench/run.
 */
public final class Bench {
  private static final Path WORK = Peer.HOME.resolve("target/bench/work");

  /** Many more than two cores answer in a run, so that none is sent twice. */
  private static final int TEXTS = 240_000;

  private final int rounds;
  private final List<Peer> peers;
  private final Load load;
  private final Map<Peer, List<Measured>> measured = new EnumMap<>(Peer.class);
  private final Map<Peer, String> missing = new EnumMap<>(Peer.class);

  private Bench(int rounds, List<Peer> peers, Load load) {
    this.rounds = rounds;
    this.peers = peers;
    this.load = load;
  }

  public static void main(String[] args) throws Exception {
    Map<String, String> options = options(args);
    int texts = Integer.parseInt(options.getOrDefault("texts", "" + TEXTS));
    Path requests = Peer.HOME.resolve("target/bench/requests-" + texts);
    if (!Files.exists(requests)) {
      System.err.println("writing " + texts + " signed texts …");
      Bodies.write(requests, texts);
    }
    List<Peer> peers =
        options.containsKey("only")
            ? Stream.of(options.get("only").split(",")).map(Peer::named).sorted().toList()
            : List.of(Peer.values());
    Load load =
        new Load(
            requests,
            texts,
            Integer.parseInt(options.getOrDefault("seconds", "5")),
            Integer.parseInt(options.getOrDefault("connections", "64")));
    Bench bench = new Bench(Integer.parseInt(options.getOrDefault("rounds", "3")), peers, load);
    boolean good = bench.run();
    System.exit(good || !options.containsKey("gate") ? 0 : 1);
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new TreeMap<>();
    for (String arg : args) {
      if (!arg.matches("--(rounds|seconds|connections|texts)=\\d+|--only=[a-z,]+|--gate")) {
        System.err.println(
            "bench/run [--rounds=3] [--seconds=5] [--connections=64] [--texts=240000]"
                + " [--only=bare,sqlite,postgres,node] [--gate]\n"
                + "--gate ends with 1 when a goal is missed. Not understood: "
                + arg);
        System.exit(2);
      }
      options.put(arg.replaceAll("^--|=.*", ""), arg.replaceAll("^[^=]*=?", ""));
    }
    return options;
  }

  private boolean run() throws Exception {
    Map<String, Object> machine = machine();
    System.out.println("machine: " + machine);
    try (FakeCarrier carrier = new FakeCarrier()) {
      for (int round = 1; round <= rounds; round++) {
        Measured bare = null;
        for (Peer peer : peers) {
          if (missing.containsKey(peer)) {
            continue;
          }
          System.err.printf("round %d of %d: %s …%n", round, rounds, peer.title);
          try {
            Measured one = measure(peer, round, carrier);
            bare = peer == Peer.BARE ? one : bare;
            measured
                .computeIfAbsent(peer, _ -> new ArrayList<>())
                .add(bare == null ? one : one.against(bare));
          } catch (IOException e) {
            missing.put(peer, String.valueOf(e.getMessage()));
            System.err.println("left out: " + e.getMessage());
          }
        }
      }
    }
    return report(machine);
  }

  private Measured measure(Peer peer, int round, FakeCarrier carrier) throws Exception {
    Path folder = WORK.resolve(peer.id());
    delete(folder);
    Files.createDirectories(folder);
    if (peer != Peer.POSTGRES) {
      return load.measure(peer, folder, peer.database(folder, ""), carrier.url(), null);
    }
    Process server = postgres();
    try {
      String url = server.inputReader().readLine();
      if (url == null) {
        throw new IOException("PostgreSQL did not start");
      }
      try (var connection = DriverManager.getConnection(url)) {
        connection.createStatement().execute("CREATE DATABASE bench" + round);
      }
      String fresh = url.replace("/postgres?", "/bench" + round + "?");
      return load.measure(peer, folder, fresh, carrier.url(), server.toHandle());
    } finally {
      server.getOutputStream().close(); // It ends with its input, and stops its server.
      server.waitFor();
    }
  }

  private static Process postgres() throws IOException {
    return new ProcessBuilder(
            Peer.env("JAVA_HOME") + "/bin/java",
            "-Xmx64m",
            "-cp",
            Peer.env("BENCH_POSTGRES_CLASSPATH"),
            "Postgres")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private boolean report(Map<String, Object> machine) throws Exception {
    Map<Peer, Measured> medians = new EnumMap<>(Peer.class);
    measured.forEach((peer, each) -> medians.put(peer, Measured.median(each)));
    System.out.printf(
        "%n%-36s %9s %7s %8s %8s %8s %8s %7s%n",
        "medians of " + rounds, "texts/s", "ratio", "p50 ms", "p99 ms", "p99.9", "CPU us", "MB");
    medians.forEach((peer, one) ->
        System.out.printf(
            "%-36s %,9.0f %7.3f %8.1f %8.1f %8.1f %8.0f %7.0f%s%n",
            peer.title,
            one.perSecond(),
            one.ratio(),
            one.p50(),
            one.p99(),
            one.p999(),
            one.cpuMicros(),
            one.memory(),
            one.faults().isEmpty() ? "" : "  INVALID: " + one.faults()));
    missing.forEach((peer, why) -> System.out.println(peer.title + ": not measured: " + why));
    List<Goal> goals = Goal.judge(medians);
    System.out.println();
    goals.forEach(System.out::println);
    write(machine, medians, goals);
    return missing.isEmpty()
        && medians.values().stream().allMatch(one -> one.faults().isEmpty())
        && goals.stream().allMatch(Goal::reached);
  }

  private void write(Map<String, Object> machine, Map<Peer, Measured> medians, List<Goal> goals)
      throws Exception {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    all.put("machine", machine);
    all.put("rounds", rounds);
    all.put("seconds", load.seconds());
    all.put("connections", load.connections());
    all.put("medians", medians);
    all.put("each", measured);
    all.put("missing", missing);
    all.put("goals", goals);
    Path results = Files.createDirectories(Peer.HOME.resolve("bench/results"));
    Path json = results.resolve("latest.json");
    Files.writeString(
        json,
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all)
            + "\n");
    Path svg = results.resolve("latest.svg");
    Files.writeString(svg, Chart.of(medians, rounds, load));
    System.out.println("\nwritten: " + json + ", " + svg);
    Path png = results.resolve("latest.png");
    Files.deleteIfExists(png);
    for (String tool : List.of("rsvg-convert", "magick", "convert")) {
      List<String> command =
          tool.equals("rsvg-convert")
              ? List.of(tool, "-z", "2", "-o", png.toString(), svg.toString())
              : List.of(tool, "-density", "192", svg.toString(), png.toString());
      if (succeeds(command) && Files.exists(png)) {
        System.out.println("written: " + png);
        return;
      }
    }
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // Not installed.
    }
  }

  private static Map<String, Object> machine() throws IOException {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("java", System.getProperty("java.runtime.version"));
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("flags", Peer.env("NEIGHBORLINE_JVM_FLAGS"));
    machine.put("sync_ms", syncMillis());
    return machine;
  }

  /** What one durable append costs here, which everything durable waits for. */
  private static double syncMillis() throws IOException {
    Files.createDirectories(WORK);
    Path file = WORK.resolve("sync");
    List<Double> times = new ArrayList<>();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int i = 0; i < 300; i++) {
        channel.write(ByteBuffer.allocate(4096));
        long before = System.nanoTime();
        channel.force(false);
        times.add((System.nanoTime() - before) / 1e6);
      }
    }
    Files.delete(file);
    return Math.round(100 * Measured.middle(times)) / 100.0;
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
