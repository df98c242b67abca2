package org.neighborline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.endtoend.Hotline.ANA;
import static org.neighborline.endtoend.Hotline.ROSA;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.simulator.Faults;
import org.neighborline.simulator.Faults.Kind;
import org.neighborline.simulator.SimulatedMessage.Direction;
import org.neighborline.simulator.Webhooks;
import org.neighborline.store.Databases;
import org.neighborline.store.Migrations;
import org.neighborline.store.Vault;

/** The main job on PostgreSQL, by two nodes on one database. */
@Timeout(120)
final class TwoNodesTest {
  @TempDir private Path one = Path.of("");
  @TempDir private Path two = Path.of("");
  private Hotline first = null;
  private Hotline second = null;

  @BeforeEach
  void start() {
    Vault.open(one.resolve("key"), true);
    first = Hotline.start(one, Databases.POSTGRESQL.address(Migrations.ofProgram()));
    second = Hotline.beside(first, two);
  }

  @AfterEach
  void stop() {
    second.stop();
    first.close();
  }

  @Test
  void what_one_node_takes_the_other_sends_once_and_goes_on_with_when_it_closes() {
    assertThat(Files.exists(two.resolve("key"))).isFalse();
    first.faults().set(Kind.WEBHOOK_DOUBLED, new Faults.Setting(1, 0));
    first.text(ROSA, "need groceries for 4, 11221");
    first.await(() -> first.textsTo(ROSA).size() == 2);
    first.text(ROSA, "1");
    first.await(() -> first.textsTo(ANA).size() == 1);
    assertThat(first.count("lease WHERE name = 'outbox'")).isEqualTo(1);

    first.stop();
    first.simulator.carrier().use(Webhooks.below(second.url()));
    first.text(ANA, "1");
    first.await(
        () -> first.textsTo(ROSA).stream().anyMatch(t -> t.contains("Ana from")),
        Duration.ofSeconds(9));
    second.settle();
    assertThat(first.textsTo(ROSA)).filteredOn(t -> t.contains("Ana from")).hasSize(1);
    assertThat(first.count("request")).isEqualTo(1);
    assertThat(first.count("dispatch")).isEqualTo(1);
  }

  @Test
  void both_at_once_neither_double_nor_lose_anything() {
    List<String> people =
        IntStream.range(0, 40).mapToObj(i -> String.format("+1%d555%04d", 202, 100 + i)).toList();
    for (int i = 0; i < people.size(); i++) {
      first.simulator.carrier().use(Webhooks.below(i % 2 == 0 ? first.url() : second.url()));
      first.text(people.get(i), "need groceries for 4, 11221");
    }
    first.await(() -> people.stream().allMatch(p -> first.textsTo(p).size() == 1));
    for (int i = 0; i < people.size(); i++) {
      first.simulator.carrier().use(Webhooks.below(i % 2 == 0 ? second.url() : first.url()));
      first.text(people.get(i), "1");
    }
    first.await(() -> first.count("request WHERE round = 1") == people.size());
    first.settle();
    assertThat(first.count("request")).isEqualTo(people.size());
    assertThat(first.count("dispatch")).isEqualTo(people.size());
    List<String> sent =
        first.simulator.carrier().messages().stream()
            .filter(m -> m.direction() == Direction.OUTBOUND_API)
            .map(m -> Hotline.code(m.body().replaceFirst(".*English\\. |.*ingl.s\\. ", "")))
            .toList();
    assertThat(sent).hasSize(people.size()).doesNotHaveDuplicates();
  }
}
