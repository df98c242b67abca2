package org.neighborline.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives up on turns that take too long. One look at all of them now and then: a timer for each
 * costs a twentieth of everything, and keeps each turn in memory until it would have rung.
 */
final class Patience implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
  private final long nanos;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("patience").daemon().factory());

  /** A turn and when we began to wait; two are never the same. */
  private static final class Waiting {
    private final CompletableFuture<?> turn;
    private final long since;

    Waiting(CompletableFuture<?> turn, long since) {
      this.turn = turn;
      this.since = since;
    }
  }

  /** With turns that take longer than this, give or take a fifth of a second. */
  Patience(Duration limit) {
    this.nanos = limit.toNanos();
    var _ =
        watch.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The turn's outcome, or a {@link TimeoutException}; the turn itself goes on. */
  <T> CompletableFuture<T> with(CompletableFuture<T> turn) {
    CompletableFuture<T> waited = turn.copy();
    if (waited.isDone()) {
      return waited;
    }
    Waiting one = new Waiting(waited, System.nanoTime());
    waiting.add(one);
    return waited.whenComplete((_, _) -> waiting.remove(one));
  }

  private void look() {
    long now = System.nanoTime();
    for (Waiting one : waiting) {
      if (now - one.since > nanos) {
        one.turn.completeExceptionally(new TimeoutException());
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
