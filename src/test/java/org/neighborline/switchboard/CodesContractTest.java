package org.neighborline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.conversation.Event;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.store.Books;
import org.neighborline.store.Databases;
import org.neighborline.store.Dialect;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Tx;
import org.neighborline.store.Vault;

/** Names are counted as the database has them, though each turn runs twice; on both engines. */
@Timeout(120)
@ParameterizedClass
@EnumSource(Databases.class)
final class CodesContractTest {
  private static final PhoneNumber ROSA = new PhoneNumber("+17185550191");

  private final AtomicReference<Instant> clock =
      new AtomicReference<>(Instant.parse("2026-11-24T19:00:00Z"));
  private final Store store;
  private final Books books;
  private final Switchboard switchboard;
  private int texts;

  CodesContractTest(Databases engine, @TempDir Path folder) {
    store = engine.open(Migrations.ofProgram());
    books = Books.of(Vault.open(folder.resolve("key"), true));
    switchboard = Nodes.on(new Replaying(store), books, clock::get);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_turn_that_runs_twice_counts_its_name_once() {
    text("I need food 11221");
    assertThat(switchboard.codes().inUse()).isEqualTo(1);
    assertThat(switchboard.codes().remembers(code())).isTrue();
  }

  @Test
  void a_turn_that_opens_nothing_leaves_no_name_behind() {
    text("hello");
    assertThat(switchboard.codes().inUse()).isZero();
    assertThat(switchboard.codes().remembered()).isZero();
  }

  @Test
  void a_turn_that_fails_leaves_no_name_behind() {
    Codes.Claim claim = switchboard.codes().claim();
    Code drawn = claim.anew().draw();
    assertThat(switchboard.codes().remembers(drawn)).as("nobody else draws it").isTrue();
    claim.settle(false);
    assertThat(switchboard.codes().remembered()).isZero();
  }

  @Test
  void who_is_forgotten_frees_the_name() {
    text("I need food 11221");
    Code code = code();
    text("forget me");
    assertThat(switchboard.codes().inUse()).isZero();
    assertThat(switchboard.codes().remembers(code)).isFalse();
  }

  @Test
  void a_name_is_free_when_its_time_is_up() {
    text("I need food 11221");
    text("1");
    Code code = code();
    text("drop");
    clock.updateAndGet(now -> now.plus(Duration.ofDays(40)));
    switchboard.wake("sweep").join();
    assertThat(switchboard.codes().inUse()).isZero();
    assertThat(switchboard.codes().remembers(code)).isFalse();
    switchboard.reload();
    assertThat(switchboard.codes().inUse()).as("as the database says").isZero();
  }

  private Code code() {
    return store.read(tx -> books.requests().codes(tx, 1)).getFirst();
  }

  private void text(String words) {
    Event.Answered event = new Event.Answered(Nodes.FILES.reader().join().read(words), false);
    switchboard.take(Inbound.text("SM" + ++texts, ROSA, event)).join();
    clock.updateAndGet(now -> now.plusSeconds(20));
  }

  /** A database on which each turn is taken back once, as when another of its batch fails. */
  private record Replaying(Store inner) implements Store {
    @Override
    public <T extends @Nullable Object> CompletableFuture<T> write(Function<Tx, T> work) {
      return inner
          .<T>write(tx -> {
            var _ = work.apply(tx);
            throw new IllegalStateException("another turn of the batch failed");
          })
          .handle((_, _) -> true)
          .thenCompose(_ -> inner.write(work));
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
      return inner.read(work);
    }

    @Override
    public boolean forgetLog() {
      return inner.forgetLog();
    }

    @Override
    public Dialect dialect() {
      return inner.dialect();
    }

    @Override
    public int waiting() {
      return inner.waiting();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
