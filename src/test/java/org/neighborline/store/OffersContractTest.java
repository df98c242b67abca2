package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.store.Shelf.LUIS;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.contact.Contact;
import org.neighborline.request.Appeal;
import org.neighborline.request.Appeal.Said;
import org.neighborline.understanding.Need;

/** What offers and leads' questions promise, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class OffersContractTest {
  private static final String GROUP = "bedstuy";

  private final Shelf shelf;
  private final Offers offers;
  private final Contact rosa;
  private final Contact luis;

  OffersContractTest(Databases engine) {
    shelf = new Shelf(engine);
    offers = shelf.books.offers();
    rosa = shelf.contact(ROSA);
    luis = shelf.contact(LUIS);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void who_offered_what_is_asked_for_fits_and_who_offered_anything() {
    offer(rosa, Set.of(Need.GROCERIES));
    offer(luis, Set.of());
    helpers(Set.of(Need.GROCERIES)).containsExactly(rosa.id(), luis.id());
    helpers(Set.of(Need.LEGAL)).containsExactly(luis.id());
    helpers(Set.of()).containsExactly(rosa.id(), luis.id());
    shelf.list(tx -> offers.helpers(tx, "bushwick", Set.of(), NOW)).isEmpty();
  }

  @Test
  void whoever_opted_out_or_is_in_need_is_not_asked() {
    offer(rosa, Set.of());
    offer(luis, Set.of());
    shelf.run(
        tx -> shelf.books.contacts().save(tx, rosa.withReach(rosa.reach().withOptedOut(true))));
    shelf.request("K7M2", luis);
    helpers(Set.of()).isEmpty();
  }

  @Test
  void nobody_is_asked_again_so_soon_and_who_was_asked_longest_ago_comes_first() {
    offer(rosa, Set.of());
    offer(luis, Set.of());
    ask(List.of(rosa.id()));
    helpers(Set.of()).containsExactly(luis.id());
    shelf
        .list(tx -> offers.helpers(tx, GROUP, Set.of(), NOW.plusSeconds(1)))
        .containsExactly(luis.id(), rosa.id());
  }

  @Test
  void a_question_keeps_what_each_said_and_who_said_yes_first() {
    Appeal appeal = ask(List.of(rosa.id(), luis.id()));
    shelf.maybe(tx -> offers.find(tx, appeal.id())).contains(appeal);
    shelf.run(tx -> {
      offers.say(tx, appeal.id(), rosa.id(), Said.NO);
      offers.take(tx, appeal.id(), luis.id());
    });
    shelf
        .value(tx -> offers.asked(tx, appeal.id()))
        .isEqualTo(Map.of(rosa.id(), Said.NO, luis.id(), Said.WAITING));
    shelf
        .maybe(tx -> offers.find(tx, appeal.id()))
        .hasValueSatisfying(a -> {
          assertThat(a.takenBy()).hasValue(luis.id());
          assertThat(a.over()).isTrue();
        });
  }

  @Test
  void what_is_old_goes_and_everything_of_one_person_at_once() {
    offer(rosa, Set.of());
    offer(luis, Set.of());
    Appeal appeal = ask(List.of(rosa.id()));
    shelf.run(tx -> offers.erase(tx, rosa.id()));
    shelf.value(tx -> offers.asked(tx, appeal.id())).isEqualTo(Map.of());
    helpers(Set.of()).containsExactly(luis.id());
    shelf.run(tx -> offers.eraseBefore(tx, NOW.plusSeconds(1), NOW.plus(Duration.ofDays(2))));
    helpers(Set.of()).isEmpty();
    shelf.maybe(tx -> offers.find(tx, appeal.id())).isEmpty();
  }

  private void offer(Contact contact, Set<Need> needs) {
    shelf.run(tx ->
        offers.add(
            tx, NOW, contact.id(), Optional.of(GROUP), Shelf.draft().withNeeds(needs), "en"));
  }

  private Appeal ask(List<Long> contactIds) {
    return shelf.write(tx ->
        offers.ask(
            tx,
            new Appeal(
                0,
                GROUP,
                7,
                "Ana",
                Set.of(Need.GROCERIES),
                "for Sunday",
                NOW,
                NOW.plus(Duration.ofDays(1)),
                OptionalLong.empty(),
                false),
            contactIds));
  }

  private ListAssert<Long> helpers(Set<Need> wanted) {
    return shelf.list(tx -> offers.helpers(tx, GROUP, wanted, NOW.minusSeconds(1)));
  }
}
