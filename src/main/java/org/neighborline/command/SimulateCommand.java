package org.neighborline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.simulation.City;
import org.neighborline.simulation.Figures;
import org.neighborline.simulation.Fitting;
import org.neighborline.simulation.Picture;
import org.neighborline.simulation.Plan;
import org.neighborline.simulation.Report;
import org.neighborline.simulation.Result;
import org.neighborline.simulation.Shrinker;
import org.neighborline.simulation.Simulation;
import org.neighborline.store.Vault;
import org.neighborline.understanding.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lives through days of a whole city in minutes, and says which promises held. */
@Command(
    name = "simulate",
    description = {
      "Simulate days of a whole city: people with habits, a carrier that loses, doubles, delays and",
      "refuses, processes that die. Prints what was promised and whether it held; exit 1 if not."
    },
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  /** Commits cost nothing where nothing is written to a disk; what a crash drops is in memory. */
  private static final Path MEMORY = Path.of("/dev/shm");

  @Option(
      names = "--seed",
      description = "of all luck (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed = 1;

  @Option(
      names = "--seeds",
      description = "so many runs, from --seed on (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private int seeds = 1;

  @Option(
      names = "--days",
      description = "in each run (default: ${DEFAULT-VALUE})",
      defaultValue = "7")
  private int days = 7;

  @Option(
      names = "--requests",
      description = "residents who ask for help in each run (default: ${DEFAULT-VALUE})",
      defaultValue = "2000")
  private int requests = 2000;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description = "sample, or a configuration file (default: ${DEFAULT-VALUE})",
      defaultValue = "sample")
  private String city = "sample";

  @Option(
      names = "--database",
      paramLabel = "ADDRESS",
      description = "JDBC address of an empty database, for one run (default: SQLite in memory)")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--nodes",
      description = "processes on one PostgreSQL database (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private int nodes = 1;

  @Option(names = "--only", split = ",", description = "keep only these residents, by number")
  private List<Integer> only = new ArrayList<>();

  @Option(names = "--no-faults", description = "the carrier works as it should")
  private boolean soundCarrier;

  @Option(names = "--no-crashes", description = "no process dies")
  private boolean immortal;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "where the picture goes, as SVG (default: ${DEFAULT-VALUE})",
      defaultValue = "simulation.svg")
  private Path picture = Path.of("simulation.svg");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    require(days >= 1 && requests >= 1 && seeds >= 1 && nodes >= 1, "counts begin at 1");
    require(database.isEmpty() || seeds == 1, "--database is for one run: leave --seeds out");
    require(
        nodes == 1 || database.filter(d -> d.startsWith("jdbc:postgresql:")).isPresent(),
        "--nodes needs --database jdbc:postgresql://…");
    Settings settings = Settings.of(System.getenv());
    Path config = city.equals("sample") ? HotlineParts.sample(settings) : Path.of(city);
    City whole = city(HotlineFiles.read(config, settings.translations()));
    Path folder =
        Files.createTempDirectory(
            Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")),
            "neighborline-simulation");
    try {
      Vault vault = Vault.open(folder.resolve("key"), true);
      return simulate(new Bench(whole, vault, folder, database));
    } finally {
      Files.deleteIfExists(folder.resolve("key"));
      Files.deleteIfExists(folder);
    }
  }

  private int simulate(Bench bench) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Figures figures = new Figures();
    for (int i = 0; i < seeds; i++) {
      int run = i;
      Plan plan =
          new Plan(seed + i, days, requests, Set.copyOf(only), nodes, !soundCarrier, !immortal);
      ProgressBar bar = new ProgressBar(err);
      Result result =
          bench.run(
              plan,
              done ->
                  bar.show("seed " + plan.seed(), Math.round(1000 * (run + done)), 1000L * seeds),
              true);
      bar.clear();
      figures.add(result);
      out.printf(
          "seed %d: %,d requests, hash %s%s%n",
          plan.seed(),
          result.fates().size(),
          result.hash(),
          result.holds() ? "" : ", BROKEN " + result.broken());
      if (!result.holds()) {
        Report.of(result).forEach(out::println);
        out.println("looking for a shorter run that breaks it too …");
        out.flush();
        Result shortest =
            database.isPresent()
                ? result
                : Shrinker.shrink(shorter -> bench.run(shorter, _ -> {}, false), result);
        Report.of(shortest).forEach(out::println);
      }
    }
    Report.of(figures).forEach(out::println);
    Files.writeString(picture, Picture.of(figures, subtitle(figures)));
    out.println();
    out.println("Picture: " + picture.toAbsolutePath());
    return figures.failed().isEmpty() ? 0 : 1;
  }

  private String subtitle(Figures figures) {
    return String.format(
        Locale.ROOT,
        "%,d simulated requests in %d days of a made-up New York, seed%s, %,d crashes%s",
        figures.all().requests(),
        days,
        seeds == 1 ? " " + seed : "s " + seed + " to " + (seed + seeds - 1),
        figures.crashes(),
        soundCarrier ? "" : ", a carrier that loses, doubles, delays and refuses");
  }

  private void require(boolean right, String remedy) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), remedy);
    }
  }

  /** The city as a simulation takes it; what a text means is worked out once. */
  public static City city(HotlineFiles files) {
    Map<String, Reading> read = new ConcurrentHashMap<>();
    Function<String, Reading> reader =
        text -> read.computeIfAbsent(text, t -> files.reader().join().read(t));
    List<City.Home> homes =
        files.city().zips().stream().map(z -> new City.Home(z.zip(), z.borough())).toList();
    return new City(files.configuration(), files.seeds(), files.translations(), reader, homes);
  }

  /** Where runs happen: each on a database of its own. */
  private record Bench(City city, Vault vault, Path folder, Optional<String> database) {
    Result run(Plan plan, DoubleConsumer progress, boolean whole) {
      Path file = folder.resolve("city.db");
      String address = database.orElse("jdbc:sqlite:" + file);
      try (Simulation simulation = new Simulation(city, plan, address, vault, Fitting.SOUND)) {
        return simulation.run(progress, whole);
      } finally {
        for (String end : List.of("", "-wal", "-shm")) {
          delete(folder.resolve("city.db" + end));
        }
      }
    }

    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
