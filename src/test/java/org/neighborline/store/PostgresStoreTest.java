package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only PostgreSQL can do to a turn. */
@Timeout(30)
class PostgresStoreTest {
  private static final String COUNT = "UPDATE counter SET value = value + 1 WHERE name = ?";
  private final Store store = Databases.POSTGRESQL.open(StoreTest.SCHEMA);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void of_two_turns_in_a_deadlock_the_loser_runs_again_and_both_are_written() {
    store.write(tx -> tx.insert(StoreTest.ADD, "a", 0)).join();
    store.write(tx -> tx.insert(StoreTest.ADD, "b", 0)).join();
    var runs = new AtomicInteger();
    var both = new CyclicBarrier(2);
    var one = store.write(tx -> cross(tx, "a", "b", runs, both));
    var other = store.write(tx -> cross(tx, "b", "a", runs, both));
    CompletableFuture.allOf(one, other).join();
    assertThat(runs).hasValue(3);
    var values =
        store.read(tx -> tx.list("SELECT value FROM counter", row -> row.integer("value")));
    assertThat(values).containsExactly(2, 2);
  }

  @Test
  void a_turn_that_never_wins_gives_up_after_its_tries() {
    var runs = new AtomicInteger();
    var lost =
        store.write(tx -> {
          runs.incrementAndGet();
          return tx.update("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
        });
    assertThatThrownBy(lost::join).hasCauseInstanceOf(RaceException.class);
    assertThat(runs).hasValue(PostgresStore.TRIES);
  }

  @Test
  void a_value_that_does_not_fit_is_not_quoted() {
    var text = store.write(tx -> tx.update("UPDATE counter SET value = ?::bigint", "food, 11221"));
    assertThatThrownBy(text::join).hasMessageContaining("22P02").cause().hasNoCause();
  }

  private static int cross(
      Tx tx, String first, String second, AtomicInteger runs, CyclicBarrier both) {
    int run = runs.incrementAndGet();
    tx.update(COUNT, first);
    if (run <= 2) {
      meet(both);
    }
    return tx.update(COUNT, second);
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(20, TimeUnit.SECONDS);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
