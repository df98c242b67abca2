package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.request.HelpRequest;

/** What the carrier must still forget, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class RedactionsContractTest {
  private final Shelf shelf;
  private final Redactions redactions;

  RedactionsContractTest(Databases engine) {
    shelf = new Shelf(engine);
    redactions = shelf.books.redactions();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void a_number_waits_sealed_until_the_carrier_has_forgotten_it() {
    shelf.run(tx -> redactions.add(tx, ROSA, NOW));
    assertThat(shelf.everything()).noneMatch(value -> value.contains("3475550190"));
    Redactions.Redaction due = shelf.read(tx -> redactions.due(tx, NOW, 9)).getFirst();
    assertThat(due)
        .isEqualTo(new Redactions.Redaction(due.id(), Optional.of(ROSA), Optional.empty(), NOW, 0));

    shelf.run(tx -> redactions.later(tx, due.id(), NOW.plusSeconds(30)));
    shelf.list(tx -> redactions.due(tx, NOW, 9)).isEmpty();
    Redactions.Redaction again =
        shelf.read(tx -> redactions.due(tx, NOW.plusSeconds(30), 9)).getFirst();
    assertThat(again.attempts()).isEqualTo(1);

    shelf.run(tx -> redactions.done(tx, again.id()));
    assertThat(shelf.everything()).noneMatch(value -> value.startsWith("redaction."));
  }

  @Test
  void every_text_that_the_carrier_took_about_a_request_is_one() {
    HelpRequest request = shelf.request("K7M2", shelf.contact(ROSA));
    shelf.run(tx -> {
      long taken = add(tx, OptionalLong.of(request.id()));
      shelf.books.outbox().accepted(tx, taken, "SM1");
      add(tx, OptionalLong.of(request.id()));
      shelf.books.outbox().accepted(tx, add(tx, OptionalLong.empty()), "SM2");
      redactions.addRequest(tx, request.id(), NOW);
    });
    shelf
        .list(tx -> redactions.due(tx, NOW, 9).stream().flatMap(r -> r.sid().stream()).toList())
        .containsExactly("SM1");
  }

  private long add(Tx tx, OptionalLong request) {
    long rosa = shelf.books.contacts().find(tx, ROSA).id();
    return shelf
        .books
        .outbox()
        .add(
            tx,
            new Outbox.Letter(
                rosa,
                "hello",
                1,
                Outbox.OTHERS,
                NOW.plusSeconds(60),
                request,
                OptionalLong.empty()),
            NOW);
  }
}
