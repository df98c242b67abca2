package org.neighborline.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Completes futures away from the writer, each on a virtual thread of its own: what hangs on a
 * future may be slow, and must delay neither the next batch nor its neighbours.
 */
final class Tellers implements AutoCloseable {
  /** How long a closing store waits until the last callers have been told. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("told-", 0).factory());

  void tell(List<Turn<?>> batch) {
    for (var turn : batch) {
      threads.execute(turn::settle);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
