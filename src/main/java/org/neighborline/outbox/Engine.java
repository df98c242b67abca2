package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.neighborline.store.Dialect;
import org.neighborline.store.Lease;
import org.neighborline.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the work going that no webhook starts: sending, timers, rescue, fetching what was missed.
 * With several nodes on one database, one at a time does each of these.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final long STOP_SECONDS = 20;

  private final Store store;
  private final InstantSource clock;
  private final String node;
  private final Set<String> here = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * @param node this process' name among those that share the database
   */
  public Engine(Store store, InstantSource clock, String node) {
    this.store = store;
    this.clock = clock;
    this.node = node;
  }

  /**
   * Runs a piece of work again and again.
   *
   * @param name of the lease under which one node at a time does it
   * @param work one step at a moment; tells how long to wait before the next
   */
  public void keep(String name, Function<Instant, Duration> work) {
    threads.add(Thread.ofPlatform().name(name).daemon().start(() -> run(name, work)));
  }

  /** The same for what every node does for itself. */
  public void keepHere(String name, Function<Instant, Duration> work) {
    here.add(name);
    keep(name, work);
  }

  private void run(String name, Function<Instant, Duration> work) {
    Instant held = Instant.EPOCH;
    boolean mine = false;
    while (stopping.getCount() > 0) {
      Duration wait;
      try {
        Instant now = clock.instant();
        if (held.plus(RENEW).isBefore(now)) {
          mine = hold(name, now);
          held = now;
        }
        wait = mine ? work.apply(now) : RENEW;
      } catch (RuntimeException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        LOG.error(
            "{} failed and goes on: {} at {}",
            name,
            cause.getClass().getName(),
            cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "?");
        wait = AFTER_FAILURE;
      }
      pause(wait);
    }
  }

  private boolean hold(String name, Instant now) {
    return store.dialect() == Dialect.SQLITE
        || here.contains(name)
        || store.write(tx -> Lease.tryHold(tx, name, node, now, LEASE)).join();
  }

  private void pause(Duration wait) {
    if (!wait.isPositive()) {
      return;
    }
    try {
      boolean stopped =
          stopping.await(Math.min(wait.toMillis() + 1, RENEW.toMillis()), TimeUnit.MILLISECONDS);
      LOG.trace("woke, stopping: {}", stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  /** Lets what is under way finish, then stops; another node takes over at its next look. */
  @Override
  public void close() {
    stopping.countDown();
    for (Thread thread : threads) {
      try {
        if (thread.join(Duration.ofSeconds(STOP_SECONDS))) {
          giveBack(thread.getName());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void giveBack(String name) {
    if (store.dialect() != Dialect.SQLITE) {
      store
          .write(tx -> {
            Lease.release(tx, name, node);
            return true;
          })
          .join();
    }
  }
}
