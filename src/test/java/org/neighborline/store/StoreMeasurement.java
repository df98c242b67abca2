package org.neighborline.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Measures turns a second with many waiting callers; no test, as figures depend on the machine. For
 * PostgreSQL set {@code -Dpostgres.fsync=on}.
 *
 * <p>Arguments: engine (SQLITE), callers (64), seconds a round (5), rounds (3).
 */
final class StoreMeasurement {
  private static final Migrations SCHEMA = Migrations.with("db/storebench");
  private static final int CONTACTS = 5_000;
  private static final AtomicLong number = new AtomicLong();

  private StoreMeasurement() {}

  public static void main(String[] arguments) throws InterruptedException {
    var engine = Databases.valueOf(arguments.length > 0 ? arguments[0] : "SQLITE");
    int callers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
    try (var store = engine.open(SCHEMA)) {
      var durable = engine == Databases.SQLITE ? "PRAGMA synchronous" : "SHOW fsync";
      System.out.println(store.write(tx -> tx.handle().select(durable).mapToMap().list()).join());
      round(store, callers, seconds);
      for (int i = 0; i < rounds; i++) {
        System.out.println(engine + " " + callers + " callers: " + round(store, callers, seconds));
      }
    }
    System.exit(0);
  }

  private static String round(Store store, int callers, int seconds) throws InterruptedException {
    var all = new AtomicReferenceArray<long[]>(callers);
    var done = new CountDownLatch(callers);
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    for (int i = 0; i < callers; i++) {
      int caller = i;
      Thread.startVirtualThread(() -> {
        all.set(caller, call(store, new Random(caller), end));
        done.countDown();
      });
    }
    done.await();
    double taken = (System.nanoTime() - start) / 1e9;
    var sorted =
        IntStream.range(0, callers)
            .mapToObj(all::get)
            .flatMapToLong(Arrays::stream)
            .sorted()
            .toArray();
    return "%,.0f turns/s, p50 %.2f ms, p99 %.2f ms"
        .formatted(
            sorted.length / taken,
            sorted[sorted.length / 2] / 1e6,
            sorted[sorted.length * 99 / 100] / 1e6);
  }

  private static long[] call(Store store, Random random, long end) {
    var took = new long[1 << 18];
    int count = 0;
    for (long now = System.nanoTime(); now < end && count < took.length; ) {
      long turn = number.incrementAndGet();
      var contact = new byte[16];
      new Random(random.nextInt(CONTACTS)).nextBytes(contact);
      try {
        long _ = store.write(tx -> turn(tx, turn, contact)).join();
      } catch (CompletionException thrown) {
        System.out.println(thrown.getMessage());
      }
      long after = System.nanoTime();
      took[count++] = after - now;
      now = after;
    }
    return Arrays.copyOf(took, count);
  }

  /** Eight statements, as an intake turn has them. */
  private static long turn(Tx tx, long turn, byte[] contact) {
    var sealed = new byte[93];
    var now = Instant.ofEpochMilli(1_800_000_000_000L + turn);
    var key = "SM%032x".formatted(turn * 0x9E3779B97F4A7C15L);
    var seen = tx.first("SELECT reply FROM inbound WHERE key = ?", row -> row.bytes("reply"), key);
    if (seen.isPresent()) {
      return 0;
    }
    int before =
        tx.first(
                "SELECT turn, step, state FROM conversation WHERE contact = ?" + tx.forUpdate(),
                row -> row.integer("turn"),
                contact)
            .orElse(0);
    tx.update(
        """
        INSERT INTO conversation (contact, step, turn, state) VALUES (?, ?, ?, ?)
        ON CONFLICT (contact) DO UPDATE SET step = excluded.step, turn = excluded.turn,
          state = excluded.state
        """,
        contact,
        "ReadBack",
        before + 1,
        sealed);
    tx.update(
        "INSERT INTO inbound (key, words, reply, at) VALUES (?, ?, ?, ?)",
        key,
        sealed,
        sealed,
        now);
    long id =
        tx.insert(
            "INSERT INTO request (code, contact, words, at) VALUES (?, ?, ?, ?)",
            "K7M2",
            contact,
            sealed,
            now);
    for (int i = 0; i < 2; i++) {
      tx.insert("INSERT INTO outbox (contact, body, due) VALUES (?, ?, ?)", contact, sealed, now);
    }
    tx.update(
        "INSERT INTO timer (subject, due) VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET due ="
            + " excluded.due",
        "request:" + id,
        now);
    return id;
  }
}
