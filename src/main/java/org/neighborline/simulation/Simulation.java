package org.neighborline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.carrier.Carrier;
import org.neighborline.language.Catalog;
import org.neighborline.request.Code;
import org.neighborline.simulator.DirectCarrier;
import org.neighborline.simulator.Faults;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.SimulatedCarrier;
import org.neighborline.simulator.SimulatorOptions;
import org.neighborline.simulator.VirtualClock;
import org.neighborline.simulator.Webhooks;
import org.neighborline.store.Audit;
import org.neighborline.store.Books;
import org.neighborline.store.Migrations;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;

/** One run: a plan, a city and an empty database become days of a hotline's life. */
public final class Simulation implements AutoCloseable {
  /** A Thursday before the night in which the clocks go back. */
  private static final LocalDateTime START = LocalDateTime.of(2026, 10, 29, 0, 0);

  /** What was begun on the last day comes to rest. */
  private static final Duration REST = Duration.ofHours(5);

  /** A process lives for so many writes on average: some hours of a busy day. */
  private static final int LIVES = 3_000;

  private static final int FOREVER = Integer.MAX_VALUE;
  private static final int LONGEST_DOWN_SECONDS = 240;
  private static final int SHORTEST_DOWN_SECONDS = 5;
  private static final int TRANSCRIPT_LINES = 60;

  private final World world;
  private final SplittableRandom random;
  private final Instant end;
  private final Store store;
  private final SimulatedCarrier model;
  private final Ledger ledger;
  private final Watch watch;
  private final Accountant accountant;
  private final Crowd crowd;
  private final Inspector inspector;
  private final Door door;
  private final Carrier carrier;
  private final List<Berth> berths = new ArrayList<>();
  private List<Roster.Seed> seeds;
  private Instant leaveAt;
  private Instant inspectAt;
  private int crashes;

  /** A place for a process: one is there, or will be. */
  private static final class Berth {
    private final String name;
    private Optional<Node> node = Optional.empty();
    private Instant startAt;

    Berth(String name, Instant startAt) {
      this.name = name;
      this.startAt = startAt;
    }
  }

  /**
   * @param database the JDBC address of an empty database
   * @param vault its keys
   */
  public Simulation(City city, Plan plan, String database, Vault vault, Fitting fitting) {
    ZoneId zone = city.configuration().house().rules().zone();
    VirtualClock clock = new VirtualClock(START.atZone(zone).toInstant());
    Instant start = clock.instant();
    Catalog catalog = new Catalog(city.translations(), zone, city.configuration().region());
    this.world = new World(city, plan, fitting, database, Books.of(vault), catalog, clock);
    this.random = new SplittableRandom(plan.seed());
    this.end = start.plus(Duration.ofDays(plan.days())).plus(REST);
    this.store = Store.openAlone(database, Migrations.ofProgram());
    this.model =
        new SimulatedCarrier(
            SimulatorOptions.defaults()
                .withNumbers(city.configuration().numbers())
                .withWebhooks(Webhooks.below(Door.PUBLIC_URL))
                .withClock(clock)
                .withSeed(plan.seed()));
    if (plan.carrierFaults()) {
      faults(model.faults());
    }
    this.ledger = new Ledger(zone);
    this.watch = new Watch(world, store);
    this.accountant = new Accountant(world, watch, store, model);
    this.crowd = new Crowd(world, model, accountant, watch, ledger);
    this.inspector = new Inspector(world, watch, store, ledger, crowd);
    this.carrier = watch.over(new DirectCarrier(model, Door.PUBLIC_URL));
    this.door = new Door(city, this::someNode, accountant, this::failed);
    this.seeds = city.seeds();
    this.inspectAt = start.plus(Inspector.EVERY);
    this.leaveAt = start.plus(Duration.ofHours(10));
    for (int i = 0; i < plan.nodes(); i++) {
      berths.add(new Berth("node " + (i + 1), start));
    }
  }

  /** A carrier on a bad week. */
  private static void faults(Faults faults) {
    faults.set(Kind.WEBHOOK_LOST, new Faults.Setting(0.005, 0));
    faults.set(Kind.WEBHOOK_LATE, new Faults.Setting(0.01, 0));
    faults.set(Kind.WEBHOOK_DOUBLED, new Faults.Setting(0.03, 0));
    faults.set(Kind.WEBHOOK_UNREACHABLE, new Faults.Setting(0.01, 0));
    faults.set(Kind.WEBHOOK_ANSWER_LOST, new Faults.Setting(0.01, 0));
    faults.set(Kind.CALLBACK_LOST, new Faults.Setting(0.03, 0));
    faults.set(Kind.CALLBACK_LATE, new Faults.Setting(0.03, 0));
    faults.set(Kind.CALLBACK_DOUBLED, new Faults.Setting(0.03, 0));
    faults.set(Kind.CALLBACK_REORDERED, new Faults.Setting(0.03, 0));
    faults.set(Kind.TOO_MANY_REQUESTS, new Faults.Setting(0.01, 0));
    faults.set(Kind.SERVER_ERROR, new Faults.Setting(0.01, 0));
    faults.set(Kind.HUNG, new Faults.Setting(0.01, 0));
    faults.set(Kind.ANSWER_LOST, new Faults.Setting(0.01, 0));
    faults.set(Kind.UNDELIVERED, new Faults.Setting(0.01, 0));
  }

  /**
   * Lives through the plan's days.
   *
   * @param progress hears how much is done, from 0 to 1
   * @param whole whether to go on after a broken promise
   */
  public Result run(DoubleConsumer progress, boolean whole) {
    long began = System.nanoTime();
    Instant start = world.clock().instant();
    double length = Duration.between(start, end).toMillis();
    for (Instant next = start; !next.isAfter(end); next = next()) {
      world.clock().moveTo(next);
      step(next);
      progress.accept(Math.min(1, Duration.between(start, next).toMillis() / length));
      if (!whole && !watch.violations().isEmpty()) {
        break;
      }
    }
    return result(Duration.ofNanos(System.nanoTime() - began));
  }

  private Instant next() {
    Instant now = world.clock().instant();
    return Stream.of(
            model.nextDue(),
            crowd.next(),
            Optional.of(inspectAt),
            Optional.of(leaveAt),
            berths.stream().flatMap(b -> due(b, now).stream()).min(Instant::compareTo))
        .flatMap(Optional::stream)
        .map(at -> at.isBefore(now) ? now : at)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Optional<Instant> due(Berth berth, Instant now) {
    return berth.node.isEmpty()
        ? Optional.of(berth.startAt)
        : berth.node.get().isDue(now) ? Optional.of(now) : berth.node.get().next();
  }

  private void step(Instant now) {
    watch.look(Invariant.NO_FAILURE);
    for (Berth berth : berths) {
      if (berth.node.isEmpty() && !berth.startAt.isAfter(now)) {
        start(berth);
      }
    }
    model.settle(door);
    crowd.act(now);
    for (Berth berth : berths) {
      berth.node.filter(n -> n.isDue(now)).ifPresent(node -> alive(node, () -> work(node, now)));
    }
    crowd.listen();
    if (!leaveAt.isAfter(now)) {
      leaves(now);
    }
    if (!inspectAt.isAfter(now)) {
      inspectAt = now.plus(Inspector.EVERY);
      accountant.reconcile(Accountant.FOUND_WITHIN);
      inspector.everything(now);
      accountant.checkThatAllCameIn();
    }
  }

  private void work(Node node, Instant now) {
    node.work(now);
    if (node.hasFetched()) {
      accountant.reconcile(Duration.ofDays(1));
    }
  }

  // ---- processes

  private void start(Berth berth) {
    int lives = world.plan().crashes() ? 1 + random.nextInt(2 * LIVES) : FOREVER;
    Node node = new Node(world, berth.name, carrier, random.split(), lives);
    berth.node = Optional.of(node);
    alive(node, () -> node.seed(seeds));
    if (berth.node.isPresent()) {
      accountant.reconcile(Accountant.FOUND_WITHIN);
      inspector.afterACrash();
    }
  }

  private Optional<Node> someNode() {
    List<Node> up = berths.stream().flatMap(b -> b.node.stream()).toList();
    return up.isEmpty() ? Optional.empty() : Optional.of(up.get(random.nextInt(up.size())));
  }

  private void alive(Node node, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Crash thrown) {
      failed(node, thrown);
    }
  }

  private void failed(Node node, Throwable thrown) {
    Instant now = world.clock().instant();
    if (!Crash.isIn(thrown)) {
      watch.breaks(Invariant.NO_FAILURE, kind(thrown));
    }
    node.drop();
    crashes++;
    for (Berth berth : berths) {
      if (berth.node.filter(node::equals).isPresent()) {
        berth.node = Optional.empty();
        berth.startAt =
            now.plusSeconds(random.nextInt(SHORTEST_DOWN_SECONDS, LONGEST_DOWN_SECONDS));
        ledger.happened(now, berth.name + " dies");
      }
    }
  }

  /** What was thrown and where, without its message: that could hold someone's words. */
  private static String kind(Throwable thrown) {
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  // ---- the trees change

  /** A lead leaves for good, perhaps with a request in hand; the groups are read anew. */
  private void leaves(Instant now) {
    leaveAt = now.plusSeconds(random.nextInt(4 * 3600, 30 * 3600));
    Roster.Seed from = seeds.get(random.nextInt(seeds.size()));
    if (from.leads().size() < 2) {
      return;
    }
    Roster.LeadSeed gone = from.leads().get(random.nextInt(from.leads().size()));
    seeds =
        seeds.stream()
            .map(seed ->
                seed.equals(from)
                    ? new Roster.Seed(
                        seed.group(), seed.leads().stream().filter(l -> !l.equals(gone)).toList())
                    : seed)
            .toList();
    watch.acted();
    ledger.happened(now, gone.name() + " leaves " + from.group().id());
    for (Berth berth : berths) {
      berth.node.ifPresent(node -> alive(node, () -> node.seed(seeds)));
    }
  }

  private Result result(Duration took) {
    List<Violation> violations = watch.violations();
    return new Result(
        world.plan(),
        ledger.hash(),
        watch.looked(),
        watch.broken(),
        violations,
        store.read(tx -> new Audit().fates(tx)),
        accountant.texts(),
        watch.sent(),
        crashes,
        took,
        violations.isEmpty()
            ? List.of()
            : ledger.transcript(
                violations.getFirst().at(),
                concerned(violations.getFirst().what()),
                TRANSCRIPT_LINES));
  }

  /** The requests that a broken promise is about, as far as it names them, and who was kept. */
  private Set<String> concerned(String what) {
    Stream<String> codes =
        Arrays.stream(what.split(" "))
            .filter(
                word -> Code.parse(word).isPresent() && word.equals(word.toUpperCase(Locale.ROOT)));
    Stream<String> kept = world.plan().only().stream().sorted().map(Resident::called);
    return Stream.concat(codes, kept).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    berths.forEach(berth -> berth.node.ifPresent(Node::drop));
    store.close();
  }
}
