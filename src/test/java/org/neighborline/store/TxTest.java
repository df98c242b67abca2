package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a repository may do in a turn, and that both engines take and give the same values. */
@ParameterizedClass
@EnumSource(Databases.class)
class TxTest {
  private enum Kind {
    SPOKEN,
    WRITTEN
  }

  private final Store store;

  TxTest(Databases engine) {
    store = engine.open(StoreTest.SCHEMA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void insert_tells_the_id_and_zero_where_nothing_was_inserted() {
    var either = StoreTest.ADD + " ON CONFLICT (name) DO NOTHING";
    long first = store.write(tx -> tx.insert(either, "a", 1)).join();
    long second = store.write(tx -> tx.insert(either, "b", 1)).join();
    long none = store.write(tx -> tx.insert(either, "a", 1)).join();
    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first);
    assertThat(none).isZero();
  }

  @Test
  void every_kind_of_value_comes_back_as_it_went_in() {
    var at = Instant.parse("2026-11-24T10:00:00.123Z");
    byte[] words = {0, 1, -1, 127};
    var insert = "INSERT INTO note (words, at, seen, share, kind) VALUES (?, ?, ?, ?, ?)";
    long id =
        store
            .write(tx -> tx.insert(insert, words, at, true, Optional.of(0.25), Kind.SPOKEN))
            .join();
    long bare =
        store
            .write(tx -> tx.insert(insert, words, at, false, Optional.empty(), Optional.empty()))
            .join();
    record Note(
        List<Byte> words, Instant at, boolean seen, Optional<Double> share, Optional<Kind> kind) {}
    RowMapper<Note> toNote =
        row ->
            new Note(
                List.of(row.bytes("words")[0], row.bytes("words")[3]),
                row.instant("at"),
                row.flag("seen"),
                row.optionalReal("share"),
                row.optionalNamed("kind", Kind.class));
    var byId = "SELECT * FROM note WHERE id = ?";
    var full = store.read(tx -> tx.first(byId, toNote, id)).orElseThrow();
    assertThat(full.words).containsExactly((byte) 0, (byte) 127);
    assertThat(full.at).isEqualTo(at);
    assertThat(full.seen).isTrue();
    assertThat(full.share).contains(0.25);
    assertThat(full.kind).contains(Kind.SPOKEN);
    var empty = store.read(tx -> tx.first(byId, toNote, bare)).orElseThrow();
    assertThat(empty.share).isEmpty();
    assertThat(empty.kind).isEmpty();
  }

  @Test
  void a_missing_value_and_a_missing_column_are_named() {
    store.write(tx -> tx.insert(StoreTest.ADD, "a", 1)).join();
    assertThatThrownBy(
            () -> store.read(tx -> tx.list("SELECT NULL AS gone", row -> row.text("gone"))))
        .hasMessageContaining("gone");
    assertThatThrownBy(
            () -> store.read(tx -> tx.list("SELECT name FROM counter", row -> row.text("nam"))))
        .hasMessageContaining("nam");
  }

  @Test
  void text_with_a_nul_is_refused_by_both_engines_alike() {
    var refused = store.write(tx -> tx.insert(StoreTest.ADD, "a\0b", 1));
    assertThatThrownBy(refused::join).hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fluent_statements_are_part_of_the_turn() {
    var failed =
        store.write(tx -> {
          tx.handle()
              .createUpdate("INSERT INTO counter (name, value) VALUES (:name, 1)")
              .bind("name", "fluent")
              .execute();
          throw new IllegalArgumentException("after the insert");
        });
    assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalArgumentException.class);
    var left = store.read(tx -> tx.list("SELECT id FROM counter", row -> row.longInteger("id")));
    assertThat(left).isEmpty();
    assertThatThrownBy(() -> store.write(tx -> tx.handle().commit()).join())
        .hasCauseInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_kept_tx_is_refused_after_its_turn() {
    var kept = store.write(tx -> tx).join();
    assertThatThrownBy(() -> kept.update("UPDATE counter SET value = 2 WHERE name = ?", "a"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_mapper_that_runs_its_own_query_again_is_refused() {
    store.write(tx -> tx.insert(StoreTest.ADD, "a", 1)).join();
    var names = "SELECT name FROM counter";
    assertThatThrownBy(() ->
            store.read(tx -> tx.list(names, _ -> tx.list(names, row -> row.text("name")).size())))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("mapper");
  }

  @Test
  void more_statements_than_are_kept_still_work() {
    for (int i = 0; i < Session.KEPT + 10; i++) {
      var sql = "SELECT " + i + " AS number FROM counter WHERE name = ?";
      var rows = store.read(tx -> tx.list(sql, row -> row.integer("number"), "a"));
      assertThat(rows).isEmpty();
    }
  }

  @Test
  void text_sorts_by_its_bytes_on_both_engines() {
    for (var name : List.of("b", "a", "B", "é", "_")) {
      store.write(tx -> tx.insert(StoreTest.ADD, name, 1)).join();
    }
    var sorted =
        store.read(
            tx -> tx.list("SELECT name FROM counter ORDER BY name", row -> row.text("name")));
    assertThat(sorted).containsExactly("B", "_", "a", "b", "é");
  }
}
