package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neighborline.conversation.House;
import org.neighborline.dispatch.Calling;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchFlow;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.dispatch.DispatchText;
import org.neighborline.dispatch.HoldingFlow;
import org.neighborline.dispatch.Notice;
import org.neighborline.dispatch.Outcome;
import org.neighborline.dispatch.Search;
import org.neighborline.group.Group;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.Channel;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.routing.Ranked;
import org.neighborline.store.Books;
import org.neighborline.store.Outbox;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.OutboxStatus;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/** Runs the dispatch machine inside a transaction: loads its search, saves its outcome. */
final class Dispatching {
  /** A dispatch's text that waited longer would name a time that is not true any more. */
  private static final Duration TIME_HOLDS = Duration.ofMinutes(1);

  private static final Duration WHILE_HELD_UP = Duration.ofMinutes(1);

  private final Books books;
  private final House house;
  private final Mail mail;
  private final SearchLoader searches;
  private final Notes notes;
  private final Linking linking;
  private final Bundles bundles;
  private final ForAnother another;

  Dispatching(Books books, House house, Mail mail, Supplier<RosterCache> roster) {
    this.books = books;
    this.house = house;
    this.mail = mail;
    this.searches = new SearchLoader(books, house, roster);
    this.notes = new Notes(books, roster);
    this.linking = new Linking(books, searches);
    this.bundles = new Bundles(books, house, mail, this);
    this.another = new ForAnother(books, house, mail);
  }

  /**
   * Runs one step of the machine for a request and saves what it comes to.
   *
   * @param answered whether the resident hears the first notice in this turn's own reply
   * @return that notice, when there is one
   */
  Optional<Prompt> run(
      Tx tx, Instant now, HelpRequest request, boolean answered, Function<Search, Outcome> step) {
    Search search = searches.load(tx, now, request);
    Outcome outcome = step.apply(search);
    return save(tx, now, search, outcome, answered);
  }

  ForAnother forAnother() {
    return another;
  }

  /** Who may be called for a request now: near its place, or anywhere while that is not known. */
  List<Calling.Candidate> callable(Tx tx, Instant now, HelpRequest request) {
    Language language = request.tongue().language();
    List<Group> elsewhere =
        request.draft().place().isPresent() ? List.of() : searches.speaking(tx, language);
    return Calling.candidates(searches.load(tx, now, request), language, elsewhere);
  }

  /** Before a request is asked: what its nearest group does not help with is one of its own. */
  Optional<HelpRequest> split(Tx tx, Instant now, Code code, Code free) {
    return books.requests().find(tx, code).flatMap(r -> linking.split(tx, now, r, free));
  }

  /**
   * Whether a request waits for a lead whose text could not leave, since no text can: then it goes
   * on waiting, and nobody is passed over who was never asked.
   */
  boolean isHeldUp(Tx tx, Instant now, HelpRequest request) {
    boolean heldUp =
        request.status() == RequestStatus.DISPATCHING
            && HeldUp.find(books, tx).isPresent()
            && books.dispatches().of(tx, request.id()).stream()
                .filter(d -> d.status() == DispatchStatus.QUEUED)
                .anyMatch(d -> !books.outbox().unsentOf(tx, d.id()).isEmpty());
    if (heldUp) {
      lookAgain(tx, request, now.plus(WHILE_HELD_UP));
    }
    return heldUp;
  }

  /** The carrier took a text, and then it was our fault that it did not go: nobody was asked. */
  void unsent(Tx tx, Instant now, long dispatchId) {
    Optional<Dispatch> asked =
        books.dispatches().find(tx, dispatchId).filter(d -> d.status() == DispatchStatus.ASKED);
    if (asked.isPresent()) {
      books.dispatches().save(tx, asked.get().withStatus(DispatchStatus.QUEUED), now);
      books
          .requests()
          .find(tx, asked.get().requestId())
          .filter(r -> r.status() == RequestStatus.DISPATCHING)
          .ifPresent(r ->
              lookAgain(tx, r, now.plus(house.rules().waitFor(r.isUrgent())).plus(WHILE_HELD_UP)));
    }
  }

  /** The text of a dispatch as it must read when it goes now. */
  OutboxRow asItGoes(Tx tx, Instant now, OutboxRow row) {
    Optional<OutboxRow> bundle = bundles.of(tx, now, row);
    if (bundle.isPresent()) {
      return bundle.get();
    }
    Optional<Dispatch> late =
        row.dispatchId().isEmpty() || row.about().isPresent()
            ? Optional.empty()
            : books
                .dispatches()
                .find(tx, row.dispatchId().getAsLong())
                .filter(d -> d.askedAt().plus(TIME_HOLDS).isBefore(now));
    Optional<HelpRequest> request = late.flatMap(d -> books.requests().find(tx, d.requestId()));
    return request.isEmpty()
        ? row
        : mail.reword(
            tx, row, DispatchText.question(house.rules(), request.get(), late.get(), now));
  }

  private void lookAgain(Tx tx, HelpRequest request, Instant at) {
    books.requests().save(tx, request.withLookAt(Optional.of(at)));
    books.timers().set(tx, Timers.ofRequest(request.id()), Optional.of(at));
  }

  private Optional<Prompt> save(
      Tx tx, Instant now, Search search, Outcome outcome, boolean answered) {
    HelpRequest request = outcome.request();
    books.requests().save(tx, request);
    books.timers().set(tx, Timers.ofRequest(request.id()), request.lookAt());
    if (search.request().round() == 0 && request.round() > 0) {
      books
          .requests()
          .keepReasons(tx, request.id(), search.ranking().stream().map(SearchLoader::why).toList());
    }
    Map<Long, Dispatch> asked = new HashMap<>();
    for (Dispatch dispatch : outcome.changed()) {
      Dispatch saved = books.dispatches().save(tx, dispatch, now);
      if (dispatch.id() == 0) {
        asked.put(saved.contactId(), saved);
      } else if (dispatch.status() == DispatchStatus.WITHDRAWN
          || dispatch.status() == DispatchStatus.SILENT) {
        dropUnsent(tx, dispatch);
      }
      notes.dispatch(tx, now, search, saved);
    }
    Optional<Prompt> first = answered ? heard(search, outcome) : Optional.empty();
    boolean skipped = first.isEmpty();
    List<Dispatch> unreachable = new ArrayList<>();
    for (Notice notice : outcome.notices()) {
      if (!skipped && notice instanceof Notice.ToResident) {
        skipped = true;
      } else {
        send(tx, now, request, notice, asked).ifPresent(unreachable::add);
      }
    }
    notes.status(tx, now, search.request(), request);
    another.told(tx, now, search.request(), request);
    Optional<Prompt> next = moveOn(tx, now, request, answered, unreachable);
    return next.isPresent() ? next : first;
  }

  /** A lead who may get no text (they were forgotten, or opted out) was not asked: on at once. */
  private Optional<Prompt> moveOn(
      Tx tx, Instant now, HelpRequest request, boolean answered, List<Dispatch> unreachable) {
    Optional<Prompt> heard = Optional.empty();
    for (Dispatch dispatch : unreachable) {
      heard = run(tx, now, request, answered, search -> DispatchFlow.undelivered(search, dispatch));
    }
    return heard;
  }

  /** What the resident hears in the reply: the machine's own notice, or whom we are asking. */
  private static Optional<Prompt> heard(Search search, Outcome outcome) {
    Optional<Prompt> notice =
        outcome.notices().stream()
            .filter(n -> n instanceof Notice.ToResident)
            .map(Notice::prompt)
            .findFirst();
    if (notice.isPresent()) {
      return notice;
    }
    String code = outcome.request().code().text();
    Optional<Dispatch> asked = outcome.changed().stream().filter(d -> d.id() == 0).findFirst();
    return asked
        .flatMap(d ->
            search.ranking().stream()
                .map(Ranked::group)
                .filter(g -> g.id().equals(d.groupId()))
                .findFirst())
        .map(g -> Prompt.of(Text.SENT, "code", Arg.of(code), "group", Arg.of(g.name())))
        .or(() -> Optional.of(Prompt.of(Text.SENT_TO_DESK, "code", Arg.of(code))));
  }

  /**
   * Sends a notice.
   *
   * @return the dispatch that it should have asked for, when its lead may get no text
   */
  private Optional<Dispatch> send(
      Tx tx, Instant now, HelpRequest request, Notice notice, Map<Long, Dispatch> asked) {
    switch (notice) {
      case Notice.ToResident(Prompt prompt) -> {
        if (request.contactId().isPresent() && !isByCallAlone(tx, request)) {
          mail.send(
              tx,
              now,
              request.contactId().getAsLong(),
              prompt,
              Outbox.RESIDENTS,
              Mail.About.request(request.id()));
        }
      }
      case Notice.ToLead(long contactId, Prompt prompt, Optional<Character> letter) -> {
        Optional<Dispatch> dispatch = letter.map(_ -> asked.get(contactId));
        if (mail.isReachedByCall(contactId)) {
          return call(tx, now, request, notice.prompt(), contactId, dispatch);
        }
        if (dispatch.isPresent()) {
          Dispatch d = dispatch.get();
          boolean sent =
              mail.send(
                  tx,
                  now,
                  contactId,
                  prompt,
                  Outbox.FIRST,
                  Mail.About.dispatch(request.id(), d.id()),
                  d.answerBy());
          return sent ? Optional.empty() : dispatch;
        }
        mail.send(tx, now, contactId, prompt, Outbox.OTHERS, Mail.About.request(request.id()));
      }
    }
    return Optional.empty();
  }

  /** A caller who left a number to be called on wants no texts on the phone they called from. */
  private boolean isByCallAlone(Tx tx, HelpRequest request) {
    return request.channel() == Channel.VOICE
        && books.requests().callBack(tx, request.id()).isPresent();
  }

  /** Who gets no texts is called: when asked, and when nothing was heard of them since. */
  private Optional<Dispatch> call(
      Tx tx,
      Instant now,
      HelpRequest request,
      Prompt prompt,
      long contactId,
      Optional<Dispatch> dispatch) {
    if (dispatch.isEmpty() && prompt.text() != Text.NUDGE) {
      return Optional.empty();
    }
    Mail.About about =
        dispatch
            .map(d -> Mail.About.dispatch(request.id(), d.id()))
            .orElseGet(() -> Mail.About.request(request.id()));
    boolean placed = mail.call(tx, now, contactId, request.code(), about);
    return placed ? Optional.empty() : dispatch;
  }

  /** A dispatch that nobody waits for any more need not be sent. */
  private void dropUnsent(Tx tx, Dispatch dispatch) {
    for (OutboxRow row : books.outbox().unsentOf(tx, dispatch.id())) {
      books.outbox().mark(tx, row.id(), OutboxStatus.DROPPED);
    }
  }

  /** A lead who left the tree can't hold a request. */
  void handBack(Tx tx, Instant now, long leadId) {
    for (Dispatch dispatch : books.dispatches().heldBy(tx, leadId)) {
      books
          .requests()
          .find(tx, dispatch.requestId())
          .ifPresent(r ->
              run(
                  tx,
                  now,
                  r,
                  false,
                  s ->
                      dispatch.status().isWaiting()
                          ? DispatchFlow.undelivered(s, dispatch)
                          : HoldingFlow.givenBack(s, dispatch)));
    }
  }
}
