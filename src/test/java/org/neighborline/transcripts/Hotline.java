package org.neighborline.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.neighborline.HotlineFiles;
import org.neighborline.config.Configuration;
import org.neighborline.language.Catalog;
import org.neighborline.outbox.Clockwork;
import org.neighborline.outbox.Recorder;
import org.neighborline.outbox.Worker;
import org.neighborline.store.Books;
import org.neighborline.store.Databases;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reader;
import org.neighborline.understanding.Reading;

/**
 * A whole hotline but for the web: the real switchboard, texts, groups and worker on a new
 * database, a carrier that only remembers, and a clock that moves when a page says so.
 */
final class Hotline implements AutoCloseable {
  private static final Vault VAULT = vault();
  private static final long SEED = 20261124;

  /** A day of timers has far fewer; a loop of them fails instead of hanging. */
  private static final int MOST_STEPS = 5_000;

  final Store store;
  final Books books = Books.of(VAULT);
  final FakeCarrier carrier = new FakeCarrier();
  final Codes codes = new Codes();
  final Switchboard switchboard;
  final ZoneId zone;

  private final AtomicReference<Instant> clock;
  private final Reader reader;
  private final Worker worker;
  private final Clockwork clockwork;
  private final Recorder recorder;

  Hotline(HotlineFiles files, Page page) {
    Configuration configuration = files.configuration();
    this.zone = configuration.house().rules().zone();
    this.clock = new AtomicReference<>(page.start(zone));
    this.store = Databases.SQLITE.open(Migrations.ofProgram());
    this.reader = City.reader(files);
    this.switchboard =
        new Switchboard(
            new Switchboard.Parts(
                store,
                books,
                new Catalog(files.translations(), zone, configuration.region()),
                configuration.house(),
                clock::get,
                codes,
                configuration.regions(),
                configuration.retention()));
    switchboard.seed(files.seeds()).join();
    this.worker =
        new Worker(
            new Worker.Parts(
                store,
                books,
                switchboard,
                carrier,
                configuration.numbers(),
                Double.POSITIVE_INFINITY,
                new SplittableRandom(SEED)));
    this.clockwork = new Clockwork(store, books, switchboard);
    this.recorder = new Recorder(store, books, carrier);
  }

  Instant now() {
    return clock.get();
  }

  /** Someone sets the machine's clock back. */
  void setBack(Duration time) {
    clock.set(now().minus(time));
  }

  /** Other files are taken over, as {@code reload} does. */
  void take(HotlineFiles files) {
    nextCode();
    switchboard.seed(files.seeds()).join();
  }

  Reading read(String text) {
    return reader.read(text);
  }

  /** Before each event: the next request gets the next code. */
  void nextCode() {
    codes.used(
        store
            .read(tx -> tx.first("SELECT COUNT(*) AS n FROM request", r -> r.integer("n")))
            .orElse(0));
  }

  /** Everything that may go now goes. */
  void send() {
    nextCode();
    for (int i = 0; i < MOST_STEPS; i++) {
      if (!worker.runOnce(now()).isZero()) {
        recorder.runOnce(now());
        recorder.runOnce(now());
        return;
      }
    }
    throw new IllegalStateException("the outbox never comes to rest");
  }

  /**
   * Time passes: every timer and every text in between has its moment, in order.
   *
   * @param step what else happens at each such moment
   */
  void until(Instant then, Runnable step) {
    for (int i = 0; i < MOST_STEPS; i++) {
      Optional<Instant> next = next().filter(at -> !at.isAfter(then));
      Instant moment = next.orElse(then);
      clock.set(moment);
      nextCode();
      clockwork.runOnce(moment);
      send();
      step.run();
      if (next.isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("the timers never come to rest");
  }

  /** When something is due; what is overdue waits for something else, and is looked at soon. */
  private Optional<Instant> next() {
    Instant soon = now().plusSeconds(1);
    return store.read(tx ->
        Stream.of(books.timers().next(tx), books.outbox().nextAt(tx))
            .flatMap(Optional::stream)
            .map(at -> at.isAfter(now()) ? at : soon)
            .min(Instant::compareTo));
  }

  @Override
  public void close() {
    store.close();
  }

  private static Vault vault() {
    try {
      Path folder = Files.createTempDirectory("neighborline-key");
      Path file = folder.resolve("key");
      Vault vault = Vault.open(file, true);
      Files.delete(file);
      Files.delete(folder);
      return vault;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
