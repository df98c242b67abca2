package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store promises, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
@Timeout(30)
class StoreTest {
  static final Migrations SCHEMA = Migrations.with("db/storetest");
  static final String ADD = "INSERT INTO counter (name, value) VALUES (?, ?)";
  private static final String COUNT = "UPDATE counter SET value = value + 1 WHERE name = ?";
  private static final String VALUE = "SELECT value FROM counter WHERE name = ?";

  private final Databases engine;
  private final Store store;

  StoreTest(Databases engine) {
    this.engine = engine;
    this.store = engine.open(SCHEMA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_turn_sees_the_turn_before_it() {
    store.write(tx -> tx.insert(ADD, "a", 1)).join();
    int seen = store.write(tx -> value(tx, "a").orElseThrow()).join();
    assertThat(seen).isEqualTo(1);
  }

  @Test
  void turns_that_wait_together_see_each_other_and_lose_nothing() {
    store.write(tx -> tx.insert(ADD, "a", 0)).join();
    inParallel(64, 10, () -> store.write(tx -> tx.update(COUNT, "a")));
    assertThat(read("a")).contains(640);
  }

  @Test
  void what_was_read_for_update_is_still_so_when_it_is_written() {
    store.write(tx -> tx.insert(ADD, "a", 0)).join();
    inParallel(
        64,
        5,
        () ->
            store.write(tx -> {
              int now = tx.first(VALUE + tx.forUpdate(), StoreTest::toValue, "a").orElseThrow();
              return tx.update("UPDATE counter SET value = ? WHERE name = ?", now + 1, "a");
            }));
    assertThat(read("a")).contains(320);
  }

  @Test
  void a_failing_turn_fails_alone_and_leaves_nothing() {
    var gate = new CountDownLatch(1);
    var first = store.write(tx -> await(gate));
    var futures = new ArrayList<CompletableFuture<Long>>();
    for (int i = 0; i < 40; i++) {
      int number = i;
      futures.add(
          store.write(tx -> {
            long id = tx.insert(ADD, "n" + number, number);
            if (number % 10 == 3) {
              throw new IllegalArgumentException("turn " + number);
            }
            return id;
          }));
    }
    gate.countDown();
    first.join();
    for (int i = 0; i < 40; i++) {
      var future = futures.get(i);
      if (i % 10 == 3) {
        assertThatThrownBy(future::join)
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(read("n" + i)).isEmpty();
      } else {
        future.join();
        assertThat(read("n" + i)).contains(i);
      }
    }
  }

  @Test
  void an_error_in_a_turn_is_told_and_the_store_goes_on() {
    var overflow = store.write(tx -> endless(tx, 0));
    assertThatThrownBy(overflow::join).hasCauseInstanceOf(StackOverflowError.class);
    store.write(tx -> tx.insert(ADD, "after", 1)).join();
    assertThat(read("after")).contains(1);
  }

  @Test
  void a_taken_key_is_a_conflict_that_names_no_value() {
    store.write(tx -> tx.insert(ADD, "+12125550100", 1)).join();
    var again = store.write(tx -> tx.insert(ADD, "+12125550100", 2));
    assertThatThrownBy(again::join)
        .hasCauseInstanceOf(ConflictException.class)
        .hasMessageContaining("counter")
        .hasMessageNotContaining("5550100");
    assertThat(read("+12125550100")).contains(1);
  }

  @Test
  void a_conflict_that_the_work_swallows_still_fails_the_turn() {
    store.write(tx -> tx.insert(ADD, "a", 1)).join();
    var swallowed =
        store.write(tx -> {
          tx.insert(ADD, "b", 1);
          try {
            tx.insert(ADD, "a", 2);
          } catch (ConflictException ignored) {
            return "went on";
          }
          return "inserted";
        });
    assertThatThrownBy(swallowed::join).hasCauseInstanceOf(ConflictException.class);
    assertThat(read("b")).isEmpty();
  }

  @Test
  void a_race_for_one_key_has_one_winner_and_the_others_see_it() {
    var winners =
        inParallel(
            32,
            1,
            () ->
                store.write(tx -> {
                  if (value(tx, "key").isPresent()) {
                    return 0;
                  }
                  tx.insert(ADD, "key", 1);
                  return 1;
                }));
    assertThat(winners.stream().mapToInt(n -> n).sum()).isEqualTo(1);
  }

  @Test
  void a_future_completes_only_when_a_reader_sees_the_commit() {
    for (int i = 0; i < 50; i++) {
      var name = "n" + i;
      var seen = store.write(tx -> tx.insert(ADD, name, 7)).thenApply(_ -> read(name)).join();
      assertThat(seen).contains(7);
    }
  }

  @Test
  void a_reader_sees_nothing_of_a_turn_that_is_not_committed() {
    var inside = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var turn =
        store.write(tx -> {
          tx.insert(ADD, "a", 1);
          inside.countDown();
          return await(gate);
        });
    await(inside);
    assertThat(read("a")).isEmpty();
    assertThat(turn).isNotDone();
    gate.countDown();
    turn.join();
    assertThat(read("a")).contains(1);
  }

  @Test
  void all_statements_of_a_read_see_one_state() {
    store.write(tx -> tx.insert(ADD, "a", 1)).join();
    var twice =
        store.read(tx -> {
          var before = value(tx, "a");
          store.write(other -> other.update(COUNT, "a")).join();
          return List.of(before, value(tx, "a"));
        });
    assertThat(twice).containsExactly(Optional.of(1), Optional.of(1));
    assertThat(read("a")).contains(2);
  }

  @Test
  void a_reader_cannot_write() {
    assertThatThrownBy(() -> store.read(tx -> tx.insert(ADD, "a", 1)))
        .isInstanceOf(StoreException.class);
    assertThat(read("a")).isEmpty();
  }

  @Test
  void more_readers_than_connections_all_get_their_turn() {
    store.write(tx -> tx.insert(ADD, "a", 5)).join();
    var seen = inParallel(64, 5, () -> CompletableFuture.completedFuture(read("a")));
    assertThat(seen).hasSize(320).allMatch(value -> value.equals(Optional.of(5)));
  }

  @Test
  void closing_finishes_what_was_taken_and_takes_no_more() {
    var gate = new CountDownLatch(1);
    var address = engine.address(SCHEMA);
    var closing = Store.open(address, SCHEMA);
    var first = closing.write(tx -> await(gate));
    var futures =
        IntStream.range(0, 100)
            .mapToObj(i -> closing.write(tx -> tx.insert(ADD, "n" + i, i)))
            .toList();
    gate.countDown();
    closing.close();
    first.join();
    assertThat(futures).allMatch(CompletableFuture::isDone);
    futures.forEach(CompletableFuture::join);
    assertThatThrownBy(() -> closing.write(tx -> 1).join())
        .hasCauseInstanceOf(IllegalStateException.class);
    try (var again = Store.open(address, SCHEMA)) {
      var rows = again.read(tx -> tx.list("SELECT name FROM counter", row -> row.text("name")));
      assertThat(rows).hasSize(100);
    }
  }

  @Test
  void a_slow_answer_does_not_stop_the_next_turn() throws Exception {
    var gate = new CountDownLatch(1);
    var attached = new CountDownLatch(1);
    var slow = store.write(tx -> await(attached)).thenApply(_ -> await(gate));
    attached.countDown();
    store.write(tx -> tx.insert(ADD, "b", 1)).get(10, TimeUnit.SECONDS);
    gate.countDown();
    slow.get(10, TimeUnit.SECONDS);
  }

  private Optional<Integer> read(String name) {
    return store.read(tx -> value(tx, name));
  }

  private static Optional<Integer> value(Tx tx, String name) {
    return tx.first(VALUE, StoreTest::toValue, name);
  }

  private static int toValue(Row row) {
    return row.integer("value");
  }

  private int endless(Tx tx, int depth) {
    return depth < 0 ? 0 : 1 + endless(tx, (depth + 1) & 1);
  }

  private static long await(CountDownLatch gate) {
    try {
      if (!gate.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the gate");
      }
      return gate.getCount();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private interface Ask<T> {
    CompletableFuture<T> ask();
  }

  private static <T> List<T> inParallel(int callers, int times, Ask<T> work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, callers * times)
              .mapToObj(_ -> threads.submit(() -> work.ask().get(20, TimeUnit.SECONDS)))
              .toList();
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get(20, TimeUnit.SECONDS));
      }
      return results;
    } catch (InterruptedException | ExecutionException | TimeoutException thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
