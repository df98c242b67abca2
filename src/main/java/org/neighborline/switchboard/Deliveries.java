package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Delivery;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchFlow;
import org.neighborline.dispatch.Outcome;
import org.neighborline.dispatch.Search;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.OutboxStatus;
import org.neighborline.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of our texts: moves the row on, never back, and tells the dispatch machine. */
final class Deliveries {
  /** Errors by which the carrier says that the person opted out there (21610). */
  static final int OPTED_OUT = 21610;

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration AFTER_OUR_FAULT = Duration.ofMinutes(1);

  private final Books books;
  private final Dispatching dispatching;

  Deliveries(Books books, Dispatching dispatching) {
    this.books = books;
    this.dispatching = dispatching;
  }

  /** Takes one report; a status that comes late, twice or out of order changes nothing. */
  boolean take(Tx tx, Instant now, Delivery delivery) {
    Optional<OutboxRow> found = books.outbox().find(tx, delivery.row());
    if (found.isEmpty() || isOver(found.get().status())) {
      return false;
    }
    OutboxRow row = found.get();
    switch (delivery.state()) {
      case Delivery.State.Accepted() -> accepted(tx, now, row, delivery.sid());
      case Delivery.State.Delivered() -> {
        accepted(tx, now, row, delivery.sid());
        books.outbox().mark(tx, row.id(), OutboxStatus.DELIVERED);
      }
      case Delivery.State.Failed(int error) -> failed(tx, now, row, error);
      case Delivery.State.OurFault(int error) -> ourFault(tx, now, row, error);
      case Delivery.State.Retry(Instant at) ->
          unlessAccepted(row, () -> books.outbox().retry(tx, row.id(), at));
      case Delivery.State.Unknown() ->
          unlessAccepted(row, () -> books.outbox().mark(tx, row.id(), OutboxStatus.UNKNOWN));
      case Delivery.State.Dropped() -> unlessAccepted(row, () -> drop(tx, now, row));
    }
    return true;
  }

  /** It goes to nobody; where it asked a lead, the next one is asked at once. */
  void drop(Tx tx, Instant now, OutboxRow row) {
    books.outbox().mark(tx, row.id(), OutboxStatus.DROPPED);
    dispatch(tx, now, row, DispatchFlow::undelivered);
  }

  private static boolean isOver(OutboxStatus status) {
    return status == OutboxStatus.DELIVERED
        || status == OutboxStatus.FAILED
        || status == OutboxStatus.DROPPED;
  }

  /** A callback can overtake the answer to the create: what it said stays. */
  private static void unlessAccepted(OutboxRow row, Runnable change) {
    if (row.status().isOpen()) {
      change.run();
    }
  }

  private void accepted(Tx tx, Instant now, OutboxRow row, Optional<String> sid) {
    if (row.status() != OutboxStatus.ACCEPTED) {
      books.outbox().accepted(tx, row.id(), sid.orElse(""));
      dispatch(tx, now, row, DispatchFlow::accepted);
    }
  }

  private void failed(Tx tx, Instant now, OutboxRow row, int error) {
    books.outbox().failed(tx, row.id(), error);
    if (error == OPTED_OUT) {
      Optional<Contact> contact = books.contacts().find(tx, row.contactId());
      contact.ifPresent(c -> books.contacts().save(tx, c.withReach(c.reach().withOptedOut(true))));
    }
    dispatch(tx, now, row, DispatchFlow::undelivered);
  }

  /** The text goes back into the queue, the sender stops for a while, and no lead is blamed. */
  private void ourFault(Tx tx, Instant now, OutboxRow row, int error) {
    LOG.error(
        "the carrier refuses our texts with error {}: check the account, the number and its registration",
        error);
    Instant again = now.plus(AFTER_OUR_FAULT);
    books.outbox().retry(tx, row.id(), again);
    new HeldUp(error, again).keep(books, tx);
    row.dispatchId().ifPresent(id -> dispatching.unsent(tx, now, id));
  }

  private void dispatch(
      Tx tx, Instant now, OutboxRow row, BiFunction<Search, Dispatch, Outcome> step) {
    if (row.dispatchId().isEmpty()) {
      return;
    }
    Optional<Dispatch> dispatch = books.dispatches().find(tx, row.dispatchId().getAsLong());
    Optional<HelpRequest> request = dispatch.flatMap(d -> books.requests().find(tx, d.requestId()));
    if (request.isPresent()) {
      dispatching.run(tx, now, request.get(), false, search -> step.apply(search, dispatch.get()));
    }
  }
}
