package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.neighborline.store.Shelf.LUIS;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.language.Language;
import org.neighborline.language.Phrase;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Care;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.Question;
import org.neighborline.request.RequestStatus;
import org.neighborline.request.Talk;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Urgency;

/** What requests, dispatches, timers, the timeline and records promise, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class RequestsContractTest {
  private final Shelf shelf;
  private final Books books;
  private final Contact rosa;

  RequestsContractTest(Databases engine) {
    shelf = new Shelf(engine);
    books = shelf.books;
    rosa = shelf.contact(ROSA);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void a_note_is_kept_with_its_request_and_goes_with_its_words() {
    HelpRequest stored =
        shelf.write(tx -> books.requests().add(tx, Shelf.opened("K7M2", OptionalLong.empty())));
    shelf.run(tx -> {
      books.records().note(tx, NOW, stored.id(), 5, "she also needs diapers ☂");
      books.records().note(tx, NOW, stored.id(), 5, "call first");
    });
    assertThat(shelf.<List<String>>read(tx -> books.records().notes(tx, stored.id())))
        .containsExactly("she also needs diapers ☂", "call first");
    shelf.run(tx -> books.requests().erase(tx, stored.id()));
    assertThat(shelf.<List<String>>read(tx -> books.records().notes(tx, stored.id()))).isEmpty();
  }

  @Test
  void a_request_comes_back_as_it_was_stored() {
    HelpRequest stored = shelf.request("K7M2", rosa);
    assertThat(stored.id()).isPositive();
    assertThat(find(stored.id())).contains(stored);
    shelf.maybe(tx -> books.requests().find(tx, new Code("K7M2"))).contains(stored);
    shelf.maybe(tx -> books.requests().look(tx, new Code("K7M2"))).contains(stored);
    shelf.maybe(tx -> books.requests().look(tx, new Code("M2K7"))).isEmpty();
  }

  @Test
  void a_request_becomes_that_of_another_phone_which_gets_its_news() {
    HelpRequest stored = shelf.request("K7M2", rosa);
    PhoneNumber other = new PhoneNumber("+17185550177");
    shelf.run(tx -> books.requests().keepCallBack(tx, stored.id(), other));
    shelf.maybe(tx -> books.requests().callBack(tx, stored.id())).contains(other);
    Contact owner = shelf.contact(other);
    shelf.run(tx -> books.requests().belongsTo(tx, stored.id(), owner.id()));
    shelf.maybe(tx -> books.requests().callBack(tx, stored.id())).isEmpty();
    assertThat(find(stored.id()).orElseThrow().contactId()).hasValue(owner.id());
  }

  @Test
  void whatever_changes_in_a_request_is_saved() {
    HelpRequest stored = shelf.request("K7M2", rosa);
    HelpRequest changed =
        stored
            .withDraft(
                new Draft(
                    Set.of(Need.LEGAL),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Urgency.URGENT,
                    "a\nb ☂"))
            .withConfirmed(true)
            .forDeskOnly()
            .withRound(2)
            .heldBy(
                new HelpRequest.Holder(
                        5, 6, "Ana", "Bed-Stuy Neighbors", List.of(new Language("pl")))
                    .caring(Care.taken(NOW).heard(NOW, Optional.of(NOW.plusSeconds(7200)))),
                RequestStatus.ACCEPTED)
            .talking(
                new Talk(
                    List.of(
                        new Question(Phrase.OK_IN_MINUTES, Optional.of(30), Optional.empty(), NOW)),
                    true));
    shelf.run(tx -> books.requests().save(tx, changed));
    assertThat(find(stored.id())).contains(changed);
    HelpRequest ended = changed.ended(RequestStatus.DONE, NOW.plusSeconds(9));
    shelf.run(tx -> books.requests().save(tx, ended));
    assertThat(find(stored.id())).contains(ended);
  }

  @Test
  void needs_keep_their_order_and_a_caller_without_a_number_is_nobody() {
    HelpRequest anonymous = Shelf.opened("H4H4", OptionalLong.empty());
    Set<Need> needs = new LinkedHashSet<>(List.of(Need.TRANSPORT, Need.GROCERIES, Need.CHILDCARE));
    HelpRequest stored =
        shelf.write(tx ->
            books.requests().add(tx, anonymous.withDraft(anonymous.draft().withNeeds(needs))));
    HelpRequest found = find(stored.id()).orElseThrow();
    assertThat(found.contactId()).isEmpty();
    assertThat(found.draft().needs())
        .containsExactly(Need.TRANSPORT, Need.GROCERIES, Need.CHILDCARE);
  }

  @Test
  void a_code_is_unique_until_erased_and_then_free() {
    HelpRequest first = shelf.request("K7M2", rosa);
    assertThatThrownBy(() -> shelf.request("K7M2", rosa))
        .hasCauseInstanceOf(ConflictException.class);
    shelf.run(tx -> books.requests().erase(tx, first.id()));
    assertThat(shelf.request("K7M2", rosa).id()).isNotEqualTo(first.id());
  }

  @Test
  void erasure_takes_words_person_and_code_and_leaves_what_was_needed_where() {
    HelpRequest stored = shelf.request("K7M2", rosa);
    shelf.run(tx -> books.requests().keepReasons(tx, stored.id(), List.of("a: near", "b: far")));
    shelf
        .list(tx -> books.requests().reasons(tx, stored.id()))
        .containsExactly("a: near", "b: far");
    shelf.run(tx -> books.requests().erase(tx, stored.id()));
    assertThat(find(stored.id())).isEmpty();
    shelf.list(tx -> books.requests().of(tx, rosa.id())).isEmpty();
    record Left(Optional<byte[]> words, Optional<Long> contact, String needs, String zip) {}
    var left =
        shelf.read(tx ->
            tx.first(
                "SELECT words, contact_id, needs, zip FROM request WHERE id = ?",
                row ->
                    new Left(
                        row.optionalBytes("words"),
                        row.optionalLong("contact_id"),
                        row.text("needs"),
                        row.text("zip")),
                stored.id()));
    assertThat(left).contains(new Left(Optional.empty(), Optional.empty(), "groceries", "11221"));
  }

  @Test
  void recent_requests_are_the_live_ones_and_those_that_ended_lately() {
    Instant then = NOW.minusSeconds(60);
    HelpRequest live = shelf.request("K7M2", rosa);
    HelpRequest late = shelf.request("K7M3", rosa);
    HelpRequest old = shelf.request("K7M4", rosa);
    shelf.request("K7M5", shelf.contact(LUIS));
    shelf.run(tx -> {
      books.requests().save(tx, late.ended(RequestStatus.DONE, NOW));
      books.requests().save(tx, old.ended(RequestStatus.DONE, then));
    });
    shelf
        .list(tx -> books.requests().recent(tx, rosa.id(), then))
        .extracting(HelpRequest::id)
        .containsExactly(late.id(), live.id());
    shelf.list(tx -> books.requests().endedBefore(tx, NOW)).containsExactly(old.id());
  }

  @Test
  void deadlines_without_a_timer_are_found() {
    HelpRequest timed = shelf.request("K7M2", rosa);
    HelpRequest forgotten = shelf.request("K7M3", rosa);
    Instant later = NOW.plusSeconds(301);
    shelf.run(tx -> books.timers().set(tx, Timers.ofRequest(timed.id()), Optional.of(NOW)));
    shelf
        .list(tx -> books.requests().overdueWithoutTimer(tx, later))
        .containsExactly(forgotten.id());
    shelf.list(tx -> books.requests().overdueWithoutTimer(tx, NOW)).isEmpty();
  }

  @Test
  void a_dispatch_is_saved_and_moves_on() {
    HelpRequest request = shelf.request("K7M2", rosa);
    Dispatch asked = ask(request, 11, 'A', NOW);
    shelf.maybe(tx -> books.dispatches().find(tx, asked.id())).contains(asked);
    Dispatch taken = asked.withStatus(DispatchStatus.TAKEN).withAnswerBy(NOW.plusSeconds(5));
    shelf.run(tx -> books.dispatches().save(tx, taken, NOW.plusSeconds(3)));
    shelf.list(tx -> books.dispatches().of(tx, request.id())).containsExactly(taken);
    shelf
        .list(tx -> books.dispatches().askedOf(tx, 11, NOW.minusSeconds(1)))
        .containsExactly(new Dispatches.Changed(taken, NOW.plusSeconds(3)));
    Dispatch returned = taken.withStatus(DispatchStatus.RETURNED);
    shelf.run(tx -> books.dispatches().save(tx, returned, NOW.plusSeconds(4)));
    shelf.list(tx -> books.dispatches().askedOf(tx, 11, NOW)).isEmpty();
  }

  @Test
  void what_a_lead_holds_is_not_lost_behind_all_that_they_were_asked_since() {
    HelpRequest request = shelf.request("K7M2", rosa);
    Dispatch held = ask(request, 11, 'A', NOW.minusSeconds(10_000));
    shelf.run(tx -> books.dispatches().save(tx, held.withStatus(DispatchStatus.TAKEN), NOW));
    for (int i = 0; i < 45; i++) {
      Dispatch asked = ask(request, 11, 'B', NOW.minusSeconds(i));
      shelf.run(tx -> books.dispatches().save(tx, asked.withStatus(DispatchStatus.PASSED), NOW));
    }
    shelf
        .list(tx ->
            books.dispatches().askedOf(tx, 11, NOW.minusSeconds(100)).stream()
                .map(changed -> changed.dispatch().status())
                .toList())
        .hasSize(41)
        .endsWith(DispatchStatus.TAKEN);
  }

  @Test
  void letters_are_told_per_phone_by_their_last_use() {
    HelpRequest request = shelf.request("K7M2", rosa);
    ask(request, 11, 'A', NOW.minusSeconds(90));
    ask(request, 11, 'A', NOW);
    ask(request, 11, 'B', NOW.minusSeconds(30));
    ask(request, 12, 'C', NOW);
    shelf
        .value(tx -> books.dispatches().letters(tx, 11, NOW.minusSeconds(60)))
        .isEqualTo(Map.of('A', NOW, 'B', NOW.minusSeconds(30)));
  }

  @Test
  void a_lead_holds_what_waits_for_them_and_what_they_took() {
    HelpRequest request = shelf.request("K7M2", rosa);
    for (DispatchStatus status : DispatchStatus.values()) {
      Dispatch dispatch = ask(request, 11, 'A', NOW);
      shelf.run(tx -> books.dispatches().save(tx, dispatch.withStatus(status), NOW));
    }
    shelf
        .list(tx -> books.dispatches().heldBy(tx, 7))
        .extracting(Dispatch::status)
        .containsExactlyInAnyOrder(
            DispatchStatus.QUEUED, DispatchStatus.ASKED, DispatchStatus.TAKEN);
  }

  @Test
  void timers_ring_the_oldest_first_and_a_subject_has_one() {
    shelf.run(tx -> {
      books.timers().set(tx, "r:1", Optional.of(NOW.plusSeconds(50)));
      books.timers().set(tx, "r:2", Optional.of(NOW.plusSeconds(10)));
      books.timers().set(tx, "c:s:3", Optional.of(NOW.plusSeconds(20)));
      books.timers().set(tx, "r:1", Optional.of(NOW.plusSeconds(5)));
      books.timers().set(tx, "r:4", Optional.of(NOW));
      books.timers().set(tx, "r:4", Optional.empty());
      books.timers().set(tx, "r:5", Optional.empty());
    });
    assertThat(due(NOW.plusSeconds(4), 9)).isEmpty();
    assertThat(due(NOW.plusSeconds(20), 9)).containsExactly("r:1", "r:2", "c:s:3");
    assertThat(due(NOW.plusSeconds(20), 2)).containsExactly("r:1", "r:2");
    shelf.maybe(tx -> books.timers().next(tx)).contains(NOW.plusSeconds(5));
  }

  @Test
  void what_is_due_at_one_moment_goes_urgent_first_then_the_oldest_whatever_its_number() {
    List<HelpRequest> twelve =
        IntStream.range(0, 12)
            .mapToObj(i -> shelf.request("K7M" + "CDFHJKMNPRTV".charAt(i), rosa))
            .toList();
    HelpRequest urgent = twelve.get(11).withDraft(twelve.get(11).draft().urgent());
    shelf.run(tx -> {
      books.requests().save(tx, urgent);
      twelve.forEach(r -> books.timers().set(tx, Timers.ofRequest(r.id()), Optional.of(NOW)));
      books
          .timers()
          .set(tx, Timers.ofRequest(twelve.get(5).id()), Optional.of(NOW.minusSeconds(1)));
    });
    List<String> expected = new ArrayList<>();
    expected.add(Timers.ofRequest(twelve.get(5).id()));
    expected.add(Timers.ofRequest(urgent.id()));
    twelve.stream()
        .map(r -> Timers.ofRequest(r.id()))
        .filter(subject -> !expected.contains(subject))
        .forEach(expected::add);
    assertThat(due(NOW, 20)).containsExactlyElementsOf(expected);
  }

  @Test
  void a_request_keeps_the_language_that_its_resident_changed_to() {
    HelpRequest request = shelf.request("K7M2", rosa);
    Tongue spanish = Tongue.of(new Language("es"));
    shelf.run(tx -> books.requests().save(tx, request.in(spanish)));
    shelf
        .maybe(tx -> books.requests().find(tx, request.id()).map(HelpRequest::tongue))
        .contains(spanish);
  }

  @Test
  void a_timeline_is_told_in_order() {
    HelpRequest request = shelf.request("K7M2", rosa);
    Timeline.Entry stored = new Timeline.Entry(NOW, "resident", "stored", "by sms");
    Timeline.Entry asked = new Timeline.Entry(NOW, "hotline", "queued", "Ana (bedstuy) A");
    shelf.run(tx -> {
      books.timeline().add(tx, request.id(), stored);
      books.timeline().add(tx, request.id() + 1, asked);
      books.timeline().add(tx, request.id(), asked);
    });
    shelf.list(tx -> books.timeline().of(tx, request.id())).containsExactly(stored, asked);
  }

  @Test
  void what_nobody_has_is_listed_urgent_first_then_the_oldest() {
    HelpRequest first = waiting("K7M2", NOW.minusSeconds(60), false);
    HelpRequest urgent = waiting("K7M3", NOW, true);
    shelf.request("K7M4", rosa);
    shelf
        .value(tx -> books.requests().waiting(tx, NOW).stream().map(HelpRequest::id).toList())
        .isEqualTo(List.of(urgent.id(), first.id()));
    shelf.value(tx -> books.requests().waiting(tx, NOW.minusSeconds(30)).size()).isEqualTo(1);
  }

  private HelpRequest waiting(String code, Instant at, boolean urgent) {
    HelpRequest opened =
        HelpRequest.opened(
                new Code(code),
                OptionalLong.empty(),
                Channel.VOICE,
                Tongue.ENGLISH,
                urgent ? Shelf.draft().urgent() : Shelf.draft(),
                at,
                at)
            .withStatus(RequestStatus.UNMET, Optional.empty());
    return shelf.write(tx -> books.requests().add(tx, opened));
  }

  @Test
  void what_nobody_could_help_with_is_erased_too_and_what_ended_without_a_number() {
    HelpRequest unmet = waiting("K7M2", NOW, false);
    HelpRequest ended =
        shelf.write(tx -> {
          HelpRequest added = books.requests().add(tx, Shelf.opened("K7M3", OptionalLong.empty()));
          HelpRequest done = added.ended(RequestStatus.DONE, NOW);
          books.requests().save(tx, done);
          return done;
        });
    Instant later = NOW.plusSeconds(1);
    shelf
        .list(tx -> books.requests().endedBefore(tx, later))
        .containsExactly(ended.id(), unmet.id());
    shelf.run(tx -> {
      books.requests().erase(tx, unmet.id());
      books.requests().erase(tx, ended.id());
    });
    shelf.list(tx -> books.requests().endedBefore(tx, later)).isEmpty();
    shelf.list(tx -> books.requests().waiting(tx, later)).isEmpty();
  }

  @Test
  void gaps_are_counted_by_need_the_most_frequent_first() {
    shelf.run(tx -> {
      gap(tx, NOW, Need.LEGAL);
      gap(tx, NOW, Need.LEGAL, Need.MONEY);
      gap(tx, NOW.minusSeconds(10), Need.OTHER);
    });
    shelf
        .value(tx -> books.records().gapsSince(tx, NOW.minusSeconds(5)))
        .isEqualTo(Map.of(Need.LEGAL, 2, Need.MONEY, 1));
  }

  private void gap(Tx tx, Instant at, Need... needs) {
    books.records().gap(tx, at, List.of(needs), Optional.empty(), "es", "unmet");
  }

  @Test
  void facts_are_kept_by_name_and_records_are_counted_once() {
    shelf.run(tx -> {
      books.records().keepFact(tx, "one", "a");
      books.records().keepFact(tx, "one", "b");
      books.recordings().add(tx, NOW, "RE1", 1, 9);
      books.recordings().add(tx, NOW, "RE1", 1, 9);
      books
          .records()
          .gap(tx, NOW, List.of(Need.LEGAL, Need.OTHER), Optional.of(Shelf.BEDSTUY), "es", "unmet");
      books.offers().add(tx, NOW, rosa.id(), Optional.of("bedstuy"), Shelf.draft(), "en");
    });
    shelf.maybe(tx -> books.records().fact(tx, "one")).contains("b");
    shelf.maybe(tx -> books.records().fact(tx, "two")).isEmpty();
    assertThat(count("recording")).isEqualTo(1);
    assertThat(count("gap")).isEqualTo(1);
    assertThat(count("offer")).isEqualTo(1);
    shelf.run(tx -> books.offers().erase(tx, rosa.id()));
    assertThat(count("offer")).isEqualTo(0);
  }

  private int count(String table) {
    return shelf.read(
        tx -> tx.first("SELECT COUNT(*) AS n FROM " + table, row -> row.integer("n")).orElse(-1));
  }

  private List<String> due(Instant now, int most) {
    return shelf.read(tx -> books.timers().due(tx, now, most));
  }

  private Optional<HelpRequest> find(long id) {
    return shelf.write(tx -> books.requests().find(tx, id));
  }

  private Dispatch ask(HelpRequest request, long contactId, char letter, Instant at) {
    Dispatch dispatch =
        new Dispatch(
            0,
            request.id(),
            7,
            contactId,
            "bedstuy",
            letter,
            DispatchStatus.QUEUED,
            1,
            at,
            at.plusSeconds(600));
    return shelf.write(tx -> books.dispatches().save(tx, dispatch, at));
  }
}
