package org.neighborline;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neighborline.audio.PromptFiles;
import org.neighborline.carrier.Carrier;
import org.neighborline.carrier.twilio.TwilioCarrier;
import org.neighborline.config.Configuration;
import org.neighborline.geocode.GeoSearch;
import org.neighborline.geocode.SurerReader;
import org.neighborline.language.Catalog;
import org.neighborline.language.Fault;
import org.neighborline.outbox.Clockwork;
import org.neighborline.outbox.Engine;
import org.neighborline.outbox.Missed;
import org.neighborline.outbox.Recorder;
import org.neighborline.outbox.Redactor;
import org.neighborline.outbox.Rescuer;
import org.neighborline.outbox.Worker;
import org.neighborline.place.Geocoder;
import org.neighborline.store.Books;
import org.neighborline.store.KeyProof;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import org.neighborline.switchboard.Playback;
import org.neighborline.switchboard.Replies;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reading;
import org.neighborline.web.Server;
import org.neighborline.web.Traffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: puts a whole hotline together, and takes it apart in order. */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  private static final Duration RESCUE_EVERY = Duration.ofSeconds(15);
  private static final Duration FETCH_EVERY = Duration.ofMinutes(5);
  private static final Duration FORGET_EVERY = Duration.ofSeconds(10);
  private static final Duration RECORDINGS_EVERY = Duration.ofSeconds(1);
  private static final Duration REPLIES_EVERY = Duration.ofSeconds(1);
  private static final Duration ROSTER_EVERY = Duration.ofSeconds(3);
  private static final int ADDRESSES = 5; // asked of a geocoder in a second
  private static final String FIRST_TEXT = "need groceries for 4, 11221";
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Server server;
  private final Engine engine;
  private final Store store;
  private final Replies replies;

  private App(Server server, Engine engine, Store store, Replies replies) {
    this.replies = replies;
    this.server = server;
    this.engine = engine;
    this.store = store;
  }

  /**
   * Starts a hotline: database, keys, texts, groups, work, and at last the door.
   *
   * @param host where to listen; all addresses when empty
   */
  public static App start(Settings settings, HotlineFiles files, String host) {
    return start(settings, () -> files, host);
  }

  /**
   * The same, with files that are still being read: database and files take as long as each other,
   * and whoever texts right after a start must not wait for both.
   */
  public static App start(Settings settings, Supplier<HotlineFiles> files, String host) {
    boolean isNew = Store.isAbsent(settings.database());
    Store store = Store.open(settings.database(), Migrations.ofProgram());
    try {
      // The key is made beside the new database, whatever else turns out to be wrong.
      if (!isNew) {
        KeyProof.requireKey(store, settings.key());
      }
      Vault vault = Vault.open(settings.key(), isNew);
      KeyProof.check(store, vault);
      Books books = Books.of(vault);
      Carrier carrier = new TwilioCarrier(settings.credentials(), settings.publicUrl());
      // Files take longest: what comes after them is tried out meanwhile, and again on the side
      // once they are there. The first look at anything is slow, and nobody waits for this one.
      store.read(books.roster()::groups);
      HotlineFiles read = files.get();
      var _ = CompletableFuture.runAsync(() -> read.reader().join().read(FIRST_TEXT));
      return started(settings, read, host, store, books, carrier);
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  private static App started(
      Settings settings,
      HotlineFiles files,
      String host,
      Store store,
      Books books,
      Carrier carrier) {
    Configuration configuration = files.configuration();
    Catalog catalog = files.catalog();
    PromptFiles prompts = PromptFiles.read(settings.prompts(), catalog, files.translations());
    InstantSource clock = InstantSource.system();
    Function<String, Reading> reader = reader(files, clock);
    SecureRandom random = new SecureRandom();
    Switchboard switchboard =
        new Switchboard(
            new Switchboard.Parts(
                store,
                books,
                catalog,
                configuration.house().speaking(prompts.spoken()),
                clock,
                random,
                configuration.regions(),
                configuration.retention()));
    switchboard.seed(files.seeds()).join();
    Worker worker =
        new Worker(
            new Worker.Parts(
                store,
                books,
                switchboard,
                carrier,
                configuration.numbers(),
                configuration.pace(),
                random));
    Rescuer rescuer = new Rescuer(store, books, switchboard, carrier, configuration.numbers());
    Traffic traffic = traffic(store, books, worker, rescuer);
    Server.Parts parts =
        new Server.Parts(
            switchboard,
            reader,
            catalog,
            settings.tokens(),
            settings.publicUrl(),
            prompts,
            new Playback(store, books, clock),
            traffic,
            clock,
            () -> store.read(tx -> books.outbox().open(tx)) >= 0,
            () -> reload(settings, files, switchboard));
    Server server = Server.start(parts, host, settings.port());
    // Streets and corners are loaded by the first text that names some: better by this one, and
    // better not while the first texts come in.
    CompletableFuture.delayedExecutor(SETTLED.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> files.reader().join().read("Nostrand & Fulton"));
    Engine engine = new Engine(store, clock, UUID.randomUUID().toString());
    engine.keep("outbox", worker::runOnce);
    Clockwork clockwork = new Clockwork(store, books, switchboard);
    engine.keep("timers", now -> clockwork.runOnce(now) ? Duration.ZERO : TICK);
    engine.keep("rescue", every(RESCUE_EVERY, rescuer::runOnce)::apply);
    Redactor redactor = new Redactor(store, books, carrier, configuration.numbers());
    traffic.watch("redactions_open", "texts that the carrier must still forget", redactor::open);
    engine.keep("redaction", every(FORGET_EVERY, redactor::runOnce)::apply);
    Recorder recorder = new Recorder(store, books, carrier);
    traffic.watch("recordings_open", "recordings that the carrier still has", recorder::open);
    engine.keep("recordings", every(RECORDINGS_EVERY, recorder::runOnce)::apply);
    Replies replies = switchboard.replies();
    traffic.watch(
        "replies_sent_again",
        "replies sent again since a process was killed before their answers were out",
        replies::sentAgain);
    engine.keepHere("replies", every(REPLIES_EVERY, replies::keep)::apply);
    engine.keep("recovery", every(RESCUE_EVERY, replies::recover)::apply);
    engine.keepHere("roster", every(ROSTER_EVERY, _ -> switchboard.refresh())::apply);
    Missed missed = new Missed(store, books, switchboard, carrier, configuration.numbers(), reader);
    traffic.watch("missed_failed", "missed texts that could not be taken in", missed::failed);
    // Those who text now come before those who wrote while we were down.
    Instant settled = clock.instant().plus(SETTLED);
    engine.keep("missed", every(FETCH_EVERY, now -> told(missed.runOnce(now)), settled)::apply);
    return new App(server, engine, store, replies);
  }

  /** Reads texts, with the help of a geocoder where the hotline chose one. */
  private static Function<String, Reading> reader(HotlineFiles files, InstantSource clock) {
    Function<String, Reading> reader = text -> files.reader().join().read(text);
    return files
        .configuration()
        .geocoder()
        .<Function<String, Reading>>map(choice -> {
          Geocoder geocoder = new GeoSearch(choice.url(), choice.timeout(), ADDRESSES, clock);
          return new SurerReader(reader, files.places(), geocoder);
        })
        .orElse(reader);
  }

  /** A step that has its own rhythm. */
  private interface Step {
    Duration apply(Instant now);
  }

  private interface Work {
    void at(Instant now);
  }

  private static Step every(Duration rhythm, Work work) {
    return every(rhythm, work, Instant.EPOCH);
  }

  private static Step every(Duration rhythm, Work work, Instant from) {
    AtomicReference<Instant> next = new AtomicReference<>(from);
    return now -> {
      if (!next.get().isAfter(now)) {
        work.at(now);
        next.set(now.plus(rhythm));
      }
      return Duration.between(now, next.get());
    };
  }

  private static void told(int taken) {
    if (taken > 0) {
      LOG.info("{} texts that came while we were down were taken in", taken);
    }
  }

  private static Traffic traffic(Store store, Books books, Worker worker, Rescuer rescuer) {
    Traffic traffic = new Traffic();
    Supplier<Number> open = () -> store.read(tx -> books.outbox().open(tx));
    traffic.watch("outbox_open", "texts that wait to be sent", open);
    traffic.watch("outbox_sent", "texts that the carrier took since the start", worker::sent);
    traffic.watch(
        "outbox_resent",
        "texts sent again without knowing what became of the first try",
        rescuer::resent);
    traffic.watch(
        "sender_fault",
        "the carrier's code of a fault on our side that stops the sender, or 0",
        worker::fault);
    traffic.watch("turns_waiting", "turns that wait for the database", store::waiting);
    return traffic;
  }

  /** Groups and leads are taken over; everything else in the configuration needs a start. */
  private static List<String> reload(
      Settings settings, HotlineFiles files, Switchboard switchboard) {
    try {
      switchboard.seed(files.seedsNow(settings.config(), settings.translations())).join();
      return List.of();
    } catch (HotlineFiles.FaultyFiles faulty) {
      return faulty.faults().stream().map(Fault::toString).toList();
    }
  }

  public int port() {
    return server.port();
  }

  /** Takes nothing new, finishes what is under way, closes the database. */
  @Override
  public void close() {
    server.close();
    engine.close();
    replies.close();
    store.close();
  }
}
