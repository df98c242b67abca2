package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SqliteWriterTest {
  private static final Duration SHORT = Duration.ofMillis(5);
  private final SqliteFile file = SqliteFile.of(Databases.SQLITE.address(StoreTest.SCHEMA));

  @Test
  void a_full_queue_is_told_to_the_caller_and_what_waited_is_still_written() {
    var inside = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    try (var writer = new SqliteWriter(file, 2, SHORT)) {
      var first = writer.write(_ -> pass(inside, gate));
      assertThat(pass(gate(), inside)).isTrue();
      var waiting = writer.write(tx -> tx.insert(StoreTest.ADD, "a", 1));
      var also = writer.write(tx -> tx.insert(StoreTest.ADD, "b", 1));
      var refused = writer.write(tx -> tx.insert(StoreTest.ADD, "c", 1));
      assertThatThrownBy(refused::join)
          .hasCauseInstanceOf(BusyException.class)
          .hasMessageContaining("2 turns wait");
      assertThat(writer.waiting()).isEqualTo(2);
      gate.countDown();
      CompletableFuture.allOf(first, waiting, also).join();
    }
  }

  @Test
  void a_turn_that_writes_through_the_store_is_refused_instead_of_waiting_for_itself() {
    try (var writer = new SqliteWriter(file)) {
      var nested = writer.write(_ -> writer.write(tx -> 1).join());
      assertThatThrownBy(nested::join).hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  private static CountDownLatch gate() {
    return new CountDownLatch(1);
  }

  private static boolean pass(CountDownLatch told, CountDownLatch gate) {
    told.countDown();
    try {
      return gate.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
