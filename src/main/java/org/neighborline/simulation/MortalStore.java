package org.neighborline.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.neighborline.store.Dialect;
import org.neighborline.store.Store;
import org.neighborline.store.Tx;

/**
 * A store whose process dies at a write: before it begins, in the middle of it, or after the commit
 * and before anyone hears of it. A write is over when it returns, so that all goes on one thread.
 */
final class MortalStore implements Store {
  private final Store store;
  private final RandomGenerator random;
  private int left;
  private long writes;

  /**
   * @param left how many writes it has to live
   */
  MortalStore(Store store, int left, RandomGenerator random) {
    this.store = store;
    this.left = left;
    this.random = random;
  }

  /** How many writes there were: nothing has changed while this stays. */
  long writes() {
    return writes;
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
    writes++;
    if (left <= 0) {
      throw new Crash();
    }
    if (--left > 0) {
      return over(store.write(work));
    }
    switch (random.nextInt(3)) {
      case 0 ->
          ends(
              store.<T>write(tx -> {
                T _ = work.apply(tx);
                throw new Crash();
              }));
      case 1 -> ends(store.write(work));
      default -> {}
    }
    throw new Crash();
  }

  private static <T extends @Nullable Object> CompletableFuture<T> over(
      CompletableFuture<T> future) {
    ends(future);
    return future;
  }

  /** Waits; how it ended is for whoever has the future. */
  private static void ends(CompletableFuture<?> future) {
    future.handle((_, _) -> true).join();
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  @Override
  public boolean forgetLog() {
    return store.forgetLog();
  }

  @Override
  public Dialect dialect() {
    return store.dialect();
  }

  @Override
  public int waiting() {
    return store.waiting();
  }

  @Override
  public void close() {
    store.close();
  }
}
