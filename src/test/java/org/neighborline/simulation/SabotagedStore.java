package org.neighborline.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neighborline.store.Dialect;
import org.neighborline.store.Store;
import org.neighborline.store.Tx;

/** A store with a hole: something goes wrong inside each turn's transaction, or instead of it. */
final class SabotagedStore implements Store {
  private final Store store;
  private final Consumer<Tx> sabotage;
  private final int forgetsEvery;
  private int writes;

  private SabotagedStore(Store store, Consumer<Tx> sabotage, int forgetsEvery) {
    this.store = store;
    this.sabotage = sabotage;
    this.forgetsEvery = forgetsEvery;
  }

  /** After each turn and before its commit, this happens too. */
  static Fitting each(Consumer<Tx> sabotage) {
    return fitting(sabotage, Integer.MAX_VALUE);
  }

  /** Each so many turns one is rolled back though its caller hears that it was stored. */
  static Fitting forgetting(int every) {
    return fitting(tx -> {}, every);
  }

  private static Fitting fitting(Consumer<Tx> sabotage, int forgetsEvery) {
    return new Fitting() {
      @Override
      public Store store(Store sound) {
        return new SabotagedStore(sound, sabotage, forgetsEvery);
      }
    };
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient @Nullable Object result;

    RolledBack(@Nullable Object result) {
      super("rolled back", null, false, false);
      this.result = result;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // what the turn came to is what was thrown with it
  public <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
    boolean forgets = ++writes % forgetsEvery == 0;
    return store
        .<T>write(tx -> {
          T result = work.apply(tx);
          sabotage.accept(tx);
          if (forgets) {
            throw new RolledBack(result);
          }
          return result;
        })
        .exceptionally(thrown -> {
          Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
          if (cause instanceof RolledBack lie) {
            return (T) lie.result;
          }
          throw cause instanceof RuntimeException failed
              ? failed
              : new IllegalStateException(cause);
        });
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
