package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.request.Code;
import org.neighborline.store.Books;
import org.neighborline.store.Tx;

/** Takes numbers and words away: on request at once, and when their time is up. */
final class Erasure {
  /** Who offered help this long ago may have forgotten it. */
  private static final Duration OFFER_LASTS = Duration.ofDays(180);

  private final Books books;
  private final Duration keep;

  /**
   * @param keep how long after a request's end its words and number stay
   */
  Erasure(Books books, Duration keep) {
    this.books = books;
    this.keep = keep;
  }

  /**
   * Everything we know of a contact; a keyed hash stays, with the opt-out if there was one.
   *
   * @return the names that are free now
   */
  List<Code> contact(Tx tx, long contactId, Instant now) {
    books.contacts().find(tx, contactId).ifPresent(c -> books.redactions().add(tx, c.phone(), now));
    books.records().erased(tx, now);
    List<Code> freed = new ArrayList<>();
    books.requests().of(tx, contactId).forEach(id -> request(tx, id, now).ifPresent(freed::add));
    books.conversations().erase(tx, contactId);
    books.inbounds().erase(tx, contactId);
    books.outbox().erase(tx, contactId);
    books.offers().erase(tx, contactId);
    books.contacts().erase(tx, contactId);
    return freed;
  }

  /**
   * What is old enough; runs once an hour.
   *
   * @return the names that are free now
   */
  List<Code> overdue(Tx tx, Instant now) {
    Instant then = now.minus(keep);
    var ended = books.requests().endedBefore(tx, then);
    List<Code> freed = new ArrayList<>();
    ended.forEach(id -> request(tx, id, now).ifPresent(freed::add));
    int words =
        books.inbounds().eraseBefore(tx, then)
            + books.outbox().eraseBefore(tx, then)
            + books.conversations().eraseCallsBefore(tx, then)
            + books.offers().eraseBefore(tx, now.minus(OFFER_LASTS), then);
    var idle = books.contacts().idleSince(tx, then);
    idle.forEach(id -> freed.addAll(contact(tx, id, now)));
    if (ended.size() + words > 0) {
      books.records().erased(tx, now);
    }
    return freed;
  }

  private Optional<Code> request(Tx tx, long id, Instant now) {
    books.redactions().addRequest(tx, id, now);
    books.recordings().eraseRequest(tx, id, now);
    books.outbox().eraseRequest(tx, id);
    ForAnother.forget(books, tx, id);
    return books.requests().erase(tx, id);
  }
}
