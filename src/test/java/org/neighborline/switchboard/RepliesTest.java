package org.neighborline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.conversation.Event;
import org.neighborline.group.Group;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.Databases;
import org.neighborline.store.Migrations;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;

/** Several processes on one database, one of which is killed; on both engines. */
@Timeout(120)
@ParameterizedClass
@EnumSource(Databases.class)
final class RepliesTest {
  private static final PhoneNumber ROSA = new PhoneNumber("+17185550191");
  private static final PhoneNumber LUIS = new PhoneNumber("+17185550192");
  private static final Duration DEAD = Duration.ofSeconds(30);

  private final AtomicReference<Instant> clock =
      new AtomicReference<>(Instant.parse("2026-11-24T19:00:00Z"));
  private final Store store;
  private final Books books;
  private int texts;

  RepliesTest(Databases engine, @TempDir Path folder) {
    store = engine.open(Migrations.ofProgram());
    books = Books.of(Vault.open(folder.resolve("key"), true));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_a_killed_process_took_and_did_not_answer_is_answered_once_by_another() {
    Switchboard killed = node();
    Inbound answered = text(killed, LUIS, "I need food 11221");
    killed.replies().handed(answered);
    passes(Duration.ofSeconds(2));
    killed.replies().keep(clock.get());
    text(killed, ROSA, "I need food 11221");
    text(killed, ROSA, "status");

    passes(DEAD);
    Switchboard next = node();
    next.replies().recover(clock.get());
    next.replies().recover(clock.get());
    assertThat(sent()).hasSize(1).first().asString().contains("food near 11221");
    assertThat(next.replies().sentAgain()).isEqualTo(1);
  }

  @Test
  void what_was_answered_before_a_stop_is_not_answered_again() {
    Switchboard first = node();
    first.replies().handed(text(first, ROSA, "I need food 11221"));
    first.replies().close();
    passes(DEAD);
    node().replies().recover(clock.get());
    assertThat(sent()).isEmpty();
  }

  @Test
  void a_roster_that_one_node_took_over_reaches_the_others() {
    Switchboard one = node();
    Switchboard other = node();
    List<Roster.Seed> fewer =
        Nodes.FILES.seeds().stream().filter(s -> !isBushwick(s.group())).toList();
    one.seed(fewer).join();
    assertThat(other.groups()).anyMatch(RepliesTest::isBushwick);
    other.refresh();
    assertThat(other.groups()).noneMatch(RepliesTest::isBushwick);
  }

  private static boolean isBushwick(Group group) {
    return group.id().equals("bushwick");
  }

  private Switchboard node() {
    return Nodes.on(store, books, clock::get);
  }

  private Inbound text(Switchboard node, PhoneNumber from, String words) {
    Event.Answered event = new Event.Answered(Nodes.FILES.reader().join().read(words), false);
    Inbound inbound = Inbound.text("SM" + ++texts, from, event);
    node.take(inbound).join();
    passes(Duration.ofMillis(10));
    return inbound;
  }

  private void passes(Duration span) {
    clock.updateAndGet(now -> now.plus(span));
  }

  private List<String> sent() {
    return store
        .write(tx -> {
          List<String> bodies = new ArrayList<>();
          for (PhoneNumber phone : List.of(ROSA, LUIS)) {
            books
                .outbox()
                .openOf(tx, books.contacts().find(tx, phone).id())
                .forEach(row -> bodies.add(row.body()));
          }
          return bodies;
        })
        .join();
  }
}
