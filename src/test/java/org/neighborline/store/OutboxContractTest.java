package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.store.Shelf.LUIS;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.phone.PhoneNumber;

/** What the outbox promises the worker, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class OutboxContractTest {
  private final Shelf shelf;
  private final Outbox outbox;
  private final long rosa;
  private final long luis;

  OutboxContractTest(Databases engine) {
    shelf = new Shelf(engine);
    outbox = shelf.books.outbox();
    rosa = shelf.contact(ROSA).id();
    luis = shelf.contact(LUIS).id();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void a_text_comes_back_as_it_was_written() {
    Instant expires = NOW.plusSeconds(3_600);
    long id =
        shelf.write(tx ->
            outbox.add(
                tx,
                new Outbox.Letter(
                    rosa, "Good news! ☂", 2, 1, expires, OptionalLong.of(5), OptionalLong.of(6)),
                NOW));
    assertThat(find(id))
        .isEqualTo(
            new OutboxRow(
                id,
                rosa,
                "Good news! ☂",
                2,
                1,
                OutboxStatus.READY,
                NOW,
                expires,
                0,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(6)));
  }

  @Test
  void dispatches_go_first_then_residents_then_the_rest_each_oldest_first() {
    long other = add(rosa, Outbox.OTHERS);
    long resident = add(luis, Outbox.RESIDENTS);
    long third = contact("+13475550192");
    long fourth = contact("+13475550193");
    long later = add(third, Outbox.RESIDENTS);
    long dispatch = add(fourth, Outbox.FIRST);
    assertThat(sentInOrder()).containsExactly(dispatch, resident, later, other);
  }

  @Test
  void to_one_person_texts_go_in_the_order_they_were_written_whatever_their_priority() {
    long first = add(rosa, Outbox.OTHERS);
    long second = add(rosa, Outbox.FIRST);
    long elsewhere = add(luis, Outbox.RESIDENTS);
    assertThat(sentInOrder()).containsExactly(elsewhere, first, second);
  }

  @Test
  void a_text_that_waits_for_its_hour_holds_up_nothing_that_is_written_later() {
    Instant morning = NOW.plusSeconds(3_600);
    long waits =
        shelf.write(tx ->
            outbox.add(
                tx,
                new Outbox.Letter(
                    rosa, "news", 1, 2, morning, OptionalLong.empty(), OptionalLong.empty()),
                NOW,
                morning));
    long urgent = add(rosa, Outbox.FIRST);
    assertThat(sentInOrder()).containsExactly(urgent);
    assertThat(next(morning)).contains(waits);
  }

  @Test
  void what_goes_to_many_goes_last_and_holds_up_nothing() {
    long many = add(rosa, Outbox.MANY);
    long later = add(rosa, Outbox.FIRST);
    long other = add(luis, Outbox.OTHERS);
    assertThat(sentInOrder()).containsExactly(later, other, many);
  }

  @Test
  void while_a_text_is_on_its_way_or_unknown_or_waits_for_a_retry_the_next_one_waits() {
    long first = add(rosa, Outbox.RESIDENTS);
    long second = add(rosa, Outbox.FIRST);
    shelf.run(tx -> outbox.attempt(tx, first, NOW));
    assertThat(next(NOW)).isEmpty();
    shelf.run(tx -> outbox.mark(tx, first, OutboxStatus.UNKNOWN));
    assertThat(next(NOW)).isEmpty();
    shelf.run(tx -> outbox.retry(tx, first, NOW.plusSeconds(30)));
    assertThat(next(NOW.plusSeconds(29))).isEmpty();
    assertThat(next(NOW.plusSeconds(30))).contains(first);
    shelf.run(tx -> outbox.failed(tx, first, 30003));
    assertThat(next(NOW)).contains(second);
  }

  @Test
  void an_attempt_is_counted_and_found_again_while_it_has_no_answer() {
    long first = add(rosa, Outbox.RESIDENTS);
    shelf.run(tx -> outbox.attempt(tx, first, NOW));
    OutboxRow row = find(first);
    assertThat(row.status()).isEqualTo(OutboxStatus.SENDING);
    assertThat(row.attempts()).isEqualTo(1);
    assertThat(row.attemptedAt()).contains(NOW);
    assertThat(unanswered(NOW.minusSeconds(1))).isEmpty();
    assertThat(unanswered(NOW)).containsExactly(first);
    shelf.run(tx -> outbox.accepted(tx, first, "SM1"));
    assertThat(unanswered(NOW)).isEmpty();
    shelf.value(tx -> outbox.holds(tx, "SM1")).isEqualTo(true);
    shelf.value(tx -> outbox.holds(tx, "SM2")).isEqualTo(false);
  }

  @Test
  void open_texts_are_counted_and_the_next_time_is_told() {
    shelf.maybe(outbox::nextAt).isEmpty();
    long first = add(rosa, Outbox.RESIDENTS);
    long second = add(luis, Outbox.RESIDENTS);
    shelf.run(tx -> outbox.retry(tx, first, NOW.plusSeconds(9)));
    shelf.run(tx -> outbox.retry(tx, second, NOW.plusSeconds(3)));
    shelf.value(outbox::open).isEqualTo(2);
    shelf.maybe(outbox::nextAt).contains(NOW.plusSeconds(3));
    shelf.run(tx -> outbox.mark(tx, first, OutboxStatus.DELIVERED));
    shelf.value(outbox::open).isEqualTo(1);
    shelf.list(tx -> outbox.openOf(tx, luis)).hasSize(1);
    shelf.list(tx -> outbox.openOf(tx, rosa)).isEmpty();
  }

  @Test
  void an_opt_out_drops_what_was_not_sent() {
    long sent = add(rosa, Outbox.RESIDENTS);
    shelf.run(tx -> outbox.attempt(tx, sent, NOW));
    long unsent = add(rosa, Outbox.RESIDENTS);
    long other = add(luis, Outbox.RESIDENTS);
    shelf.run(tx -> outbox.dropAll(tx, rosa));
    assertThat(find(sent).status()).isEqualTo(OutboxStatus.SENDING);
    assertThat(find(unsent).status()).isEqualTo(OutboxStatus.DROPPED);
    assertThat(find(other).status()).isEqualTo(OutboxStatus.READY);
  }

  @Test
  void the_unsent_text_of_a_dispatch_is_found() {
    long id =
        shelf.write(tx ->
            outbox.add(
                tx,
                new Outbox.Letter(
                    rosa, "A: food", 1, 0, NOW, OptionalLong.of(1), OptionalLong.of(9)),
                NOW));
    shelf.list(tx -> outbox.unsentOf(tx, 9)).extracting(OutboxRow::id).containsExactly(id);
    shelf.run(tx -> outbox.attempt(tx, id, NOW));
    shelf.list(tx -> outbox.unsentOf(tx, 9)).isEmpty();
  }

  @Test
  void bodies_are_erased_for_a_contact_a_request_and_by_age() {
    long sent = add(rosa, Outbox.RESIDENTS);
    shelf.run(tx -> outbox.mark(tx, sent, OutboxStatus.DELIVERED));
    long waiting = add(rosa, Outbox.RESIDENTS);
    shelf.run(tx -> outbox.erase(tx, rosa));
    assertThat(find(sent).body()).isEmpty();
    assertThat(find(waiting).body()).isEqualTo("words");
    shelf.run(tx -> outbox.eraseRequest(tx, 77));
    assertThat(find(waiting).body()).isEmpty();
    long old = add(luis, Outbox.RESIDENTS);
    shelf.value(tx -> outbox.eraseBefore(tx, NOW)).isEqualTo(0);
    shelf.value(tx -> outbox.eraseBefore(tx, NOW.plusMillis(1))).isEqualTo(1);
    assertThat(find(old).body()).isEmpty();
  }

  private List<Long> sentInOrder() {
    List<Long> order = new ArrayList<>();
    for (Optional<Long> id = next(NOW); id.isPresent(); id = next(NOW)) {
      long sent = id.get();
      order.add(sent);
      shelf.run(tx -> outbox.accepted(tx, sent, "SM" + sent));
    }
    return order;
  }

  private long contact(String number) {
    return shelf.contact(new PhoneNumber(number)).id();
  }

  private long add(long contactId, int priority) {
    return shelf.write(tx ->
        outbox.add(
            tx,
            new Outbox.Letter(
                contactId,
                "words",
                1,
                priority,
                NOW.plusSeconds(60),
                OptionalLong.of(77),
                OptionalLong.empty()),
            NOW));
  }

  private OutboxRow find(long id) {
    return shelf.write(tx -> outbox.find(tx, id)).orElseThrow();
  }

  private Optional<Long> next(Instant now) {
    return shelf.read(tx -> outbox.next(tx, now)).map(OutboxRow::id);
  }

  private List<Long> unanswered(Instant since) {
    return shelf.read(tx -> outbox.unanswered(tx, since)).stream().map(OutboxRow::id).toList();
  }
}
