package org.neighborline.store;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One waiting turn: its work, then its outcome, which nobody hears of before the commit. */
final class Turn<T extends @Nullable Object> {
  private final Function<Tx, T> work;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private Runnable outcome;
  private @Nullable Throwable failure;

  Turn(Function<Tx, T> work) {
    this.work = work;
    this.outcome = () -> future.completeExceptionally(new IllegalStateException("never ran"));
  }

  CompletableFuture<T> future() {
    return future;
  }

  /** Runs the work; what it returns or throws waits for {@link #settle}. Says whether it threw. */
  boolean run(Session session) {
    try {
      var tx = new Tx(session);
      var result = work.apply(tx);
      tx.end();
      failure = null;
      outcome = () -> future.complete(result);
      return true;
    } catch (Throwable thrown) { // one turn's StackOverflowError must not stop everyone's writer
      fail(thrown);
      return false;
    }
  }

  /** The transaction is gone, whatever the work returned. */
  void fail(Throwable thrown) {
    failure = thrown;
    outcome = () -> future.completeExceptionally(thrown);
  }

  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Tells the caller. This runs what hangs on the future, so never call it on the writer. */
  void settle() {
    outcome.run();
  }
}
