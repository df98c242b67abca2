package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class LeaseTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final Store store;

  LeaseTest(Databases engine) {
    store = engine.open(StoreTest.SCHEMA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void one_holds_it_until_its_time_is_over() {
    assertThat(tryHold("one", NOW)).isTrue();
    assertThat(tryHold("two", NOW.plusSeconds(59))).isFalse();
    assertThat(tryHold("two", NOW.plusSeconds(60))).isTrue();
    assertThat(tryHold("one", NOW.plusSeconds(61))).isFalse();
  }

  @Test
  void its_holder_renews_it() {
    assertThat(tryHold("one", NOW)).isTrue();
    assertThat(tryHold("one", NOW.plusSeconds(30))).isTrue();
    assertThat(tryHold("two", NOW.plusSeconds(89))).isFalse();
  }

  @Test
  void given_back_by_its_holder_alone_it_is_free_at_once() {
    assertThat(tryHold("one", NOW)).isTrue();
    release("two");
    assertThat(tryHold("two", NOW)).isFalse();
    release("one");
    assertThat(tryHold("two", NOW)).isTrue();
  }

  @Test
  void of_many_nodes_that_ask_at_once_one_gets_it() {
    var asked =
        IntStream.range(0, 32)
            .mapToObj(i -> store.write(tx -> Lease.tryHold(tx, "outbox", "node" + i, NOW, MINUTE)))
            .toList();
    assertThat(asked.stream().filter(future -> future.join())).hasSize(1);
  }

  private boolean tryHold(String owner, Instant now) {
    return store.write(tx -> Lease.tryHold(tx, "outbox", owner, now, MINUTE)).join();
  }

  private void release(String owner) {
    store
        .write(tx -> {
          Lease.release(tx, "outbox", owner);
          return owner;
        })
        .join();
  }
}
