package org.neighborline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.neighborline.carrier.Carrier;
import org.neighborline.config.Configuration;
import org.neighborline.outbox.Clockwork;
import org.neighborline.outbox.Missed;
import org.neighborline.outbox.Redactor;
import org.neighborline.outbox.Rescuer;
import org.neighborline.outbox.Worker;
import org.neighborline.simulation.Fitting.Chore;
import org.neighborline.store.Books;
import org.neighborline.store.Dialect;
import org.neighborline.store.Lease;
import org.neighborline.store.Migrations;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.switchboard.Switchboard;

/**
 * All that a serving process has in memory: the real switchboard, worker, timers, rescuer and
 * fetcher over the real store. It does by being asked what the engine does on its own threads.
 */
final class Node {
  private static final Duration RESCUE_EVERY = Duration.ofSeconds(15);

  /**
   * In life it is five minutes; each look tries a day of texts again, and an hour tests the same.
   */
  private static final Duration FETCH_EVERY = Duration.ofHours(1);

  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int MOST_SENT = 100_000;

  private final String name;
  private final MortalStore store;
  private final Books books;
  private final Fitting fitting;
  private final InstantSource clock;
  private final Switchboard switchboard;
  private final Worker worker;
  private final Clockwork clockwork;
  private final Rescuer rescuer;
  private final Missed missed;
  private final Redactor redactor;
  private final Map<String, Instant> held = new HashMap<>();
  private Instant rescueAt;
  private Instant fetchAt;
  private Instant sendFrom;
  private Optional<Instant> keepAt = Optional.empty();
  private boolean fetched;
  private long seen = -1;
  private Optional<Instant> next = Optional.empty();

  Node(World world, String name, Carrier carrier, SplittableRandom random, int lives) {
    Configuration configuration = world.city().configuration();
    Instant now = world.clock().instant();
    this.name = name;
    this.fitting = world.fitting();
    this.books = world.books();
    this.clock = fitting.clock(world.clock());
    this.store =
        new MortalStore(
            fitting.store(Store.openAlone(world.database(), Migrations.ofProgram())),
            lives,
            random.split());
    this.switchboard =
        new Switchboard(
            new Switchboard.Parts(
                store,
                books,
                world.catalog(),
                configuration.house(),
                clock,
                random.split(),
                configuration.regions(),
                Plan.RETENTION));
    this.worker =
        new Worker(
            new Worker.Parts(
                store,
                books,
                switchboard,
                fitting.carrier(carrier),
                configuration.numbers(),
                fitting.pace(configuration.pace()),
                random.split()));
    this.clockwork = new Clockwork(store, books, switchboard);
    this.rescuer =
        new Rescuer(store, books, switchboard, fitting.carrier(carrier), configuration.numbers());
    this.missed =
        new Missed(
            store,
            books,
            switchboard,
            fitting.carrier(carrier),
            configuration.numbers(),
            world.city().reader());
    this.redactor = new Redactor(store, books, fitting.carrier(carrier), configuration.numbers());
    this.rescueAt = now;
    this.fetchAt = now;
    this.sendFrom = now;
  }

  /** Takes over groups and leads, as a start and a reload do. */
  void seed(List<Roster.Seed> seeds) {
    switchboard.seed(seeds).join();
  }

  Switchboard switchboard() {
    return switchboard;
  }

  /** Whether there is something to do: something was written, or a time has come. */
  boolean isDue(Instant now) {
    return store.writes() != seen || next.filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whether the last look fetched texts of people; asked once. */
  boolean hasFetched() {
    boolean some = fetched;
    fetched = false;
    return some;
  }

  Optional<Instant> next() {
    return next;
  }

  /** One look at everything that no webhook starts. */
  void work(Instant now) {
    if (store.writes() != seen && keepAt.isEmpty()) {
      keepAt = Optional.of(now.plus(SOON));
    }
    seen = store.writes();
    if (keepAt.filter(at -> !at.isAfter(now)).isPresent()) {
      keepAt = Optional.empty();
      switchboard.replies().keep(clock.instant());
    }
    if (fitting.does(Chore.TIMERS) && holds("timers", now)) {
      while (clockwork.runOnce(now)) {
        // There were more than one look takes.
      }
    }
    if (fitting.does(Chore.OUTBOX) && holds("outbox", now)) {
      send(now);
    }
    if (!rescueAt.isAfter(now) && fitting.does(Chore.RESCUE) && holds("rescue", now)) {
      rescueAt = now.plus(RESCUE_EVERY);
      rescuer.runOnce(now);
      switchboard.replies().recover(now);
    }
    if (!fetchAt.isAfter(now) && fitting.does(Chore.MISSED) && holds("missed", now)) {
      fetchAt = now.plus(FETCH_EVERY);
      fetched = missed.runOnce(now) > 0;
      redactor.runOnce(now);
    }
    next = nextAt(now);
  }

  private void send(Instant now) {
    for (int i = 0; i < MOST_SENT; i++) {
      Duration wait = worker.runOnce(now);
      if (!wait.isZero()) {
        sendFrom = now.plus(wait);
        return;
      }
    }
    throw new IllegalStateException("the outbox never comes to rest");
  }

  private Optional<Instant> nextAt(Instant now) {
    Instant soon = now.plus(SOON);
    return store.read(tx -> {
      Optional<Instant> sends =
          books.outbox().nextAt(tx).map(at -> at.isAfter(sendFrom) ? at : sendFrom);
      Optional<Instant> rescues =
          books.outbox().unanswered(tx, now).isEmpty() ? Optional.empty() : Optional.of(rescueAt);
      return Stream.of(books.timers().next(tx), sends, rescues, keepAt, Optional.of(fetchAt))
          .flatMap(Optional::stream)
          .map(at -> at.isAfter(now) ? at : soon)
          .min(Instant::compareTo);
    });
  }

  /** With several nodes one at a time does each of these, as the engine has it. */
  private boolean holds(String lease, Instant now) {
    if (store.dialect() == Dialect.SQLITE) {
      return true;
    }
    Instant until = held.getOrDefault(lease, Instant.EPOCH);
    if (until.isAfter(now)) {
      return true;
    }
    boolean mine = store.write(tx -> Lease.tryHold(tx, lease, name, now, LEASE)).join();
    if (mine) {
      held.put(lease, now.plus(RENEW));
    }
    return mine;
  }

  /** The process is gone; what it had written is all there is. */
  void drop() {
    store.close();
  }
}
