package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Texts committed with the change that caused them, and what became of them. */
public final class Outbox {
  /** Dispatches go before everything else, then what residents hear, then the rest. */
  public static final int FIRST = 0;

  public static final int RESIDENTS = 1;
  public static final int OTHERS = 2;

  /** The same to many people: it delays nobody. */
  public static final int MANY = 3;

  private static final String COLUMNS =
      "id, contact_id, body, segments, priority, status, next_at, expires_at, attempts, attempted_at, sid, dispatch_id";
  private static final String INSERT =
      """
      INSERT INTO outbox (contact_id, body, segments, priority, status, created_at, next_at, expires_at, attempts, request_id, dispatch_id)
      VALUES (?, ?, ?, ?, 'READY', ?, ?, ?, 0, ?, ?)
      """;

  // Where a condition names all open statuses first, it is that of the index of open rows.

  /**
   * The first row that may go: nothing older for the same person is still open, but for what waits
   * for its hour or goes to many.
   */
  private static final String NEXT =
      "SELECT "
          + COLUMNS
          + """
           FROM outbox o
          WHERE o.status IN ('READY', 'SENDING', 'UNKNOWN') AND o.status = 'READY' AND o.next_at <= ?
            AND NOT EXISTS (SELECT 1 FROM outbox e
                             WHERE e.contact_id = o.contact_id AND e.id < o.id
                               AND e.status IN ('READY', 'SENDING', 'UNKNOWN')
                               AND (e.attempts > 0 OR (e.next_at <= ? AND e.priority < 3)))
          ORDER BY o.priority, o.id LIMIT 1
          """;

  private static final String UNANSWERED =
      "SELECT "
          + COLUMNS
          + """
           FROM outbox
          WHERE status IN ('READY', 'SENDING', 'UNKNOWN') AND status <> 'READY' AND attempted_at <= ?
          ORDER BY priority, id LIMIT 20
          """;
  private static final String BY_ID = "SELECT " + COLUMNS + " FROM outbox WHERE id = ?";
  private static final String OF_CONTACT =
      "SELECT "
          + COLUMNS
          + " FROM outbox WHERE contact_id = ? AND status IN ('READY', 'SENDING', 'UNKNOWN') ORDER BY id";
  private static final String OF_DISPATCH =
      "SELECT " + COLUMNS + " FROM outbox WHERE dispatch_id = ? AND status = 'READY' ORDER BY id";
  private static final String ATTEMPT =
      "UPDATE outbox SET status = 'SENDING', attempts = attempts + 1, attempted_at = ? WHERE id = ?";
  private static final String REWORD = "UPDATE outbox SET body = ?, segments = ? WHERE id = ?";
  private static final String STATUS = "UPDATE outbox SET status = ? WHERE id = ?";
  private static final String ACCEPTED =
      "UPDATE outbox SET status = 'ACCEPTED', sid = ? WHERE id = ?";
  private static final String RETRY =
      "UPDATE outbox SET status = 'READY', next_at = ? WHERE id = ?";
  private static final String FAILED =
      "UPDATE outbox SET status = 'FAILED', error = ? WHERE id = ?";
  private static final String HOLDS = "SELECT 1 AS one FROM outbox WHERE sid = ?";
  private static final String OPEN =
      "SELECT COUNT(*) AS n FROM outbox WHERE status IN ('READY', 'SENDING', 'UNKNOWN')";
  private static final String NEXT_AT =
      """
      SELECT MIN(next_at) AS at FROM outbox
       WHERE status IN ('READY', 'SENDING', 'UNKNOWN') AND status = 'READY'
      """;
  private static final String ERASE =
      """
      UPDATE outbox SET body = NULL
       WHERE contact_id = ? AND status NOT IN ('READY', 'SENDING', 'UNKNOWN')
         AND created_at > 0 AND body IS NOT NULL
      """;
  private static final String ERASE_REQUEST = "UPDATE outbox SET body = NULL WHERE request_id = ?";
  private static final String DROP =
      """
      UPDATE outbox SET status = 'DROPPED'
       WHERE contact_id = ? AND status IN ('READY', 'SENDING', 'UNKNOWN') AND status = 'READY'
      """;
  private static final String ERASE_BEFORE =
      "UPDATE outbox SET body = NULL WHERE created_at < ? AND body IS NOT NULL";
  private static final String CONTEXT = "outbox|body";

  private final Vault vault;

  Outbox(Vault vault) {
    this.vault = vault;
  }

  /** A text to be sent. */
  public record Letter(
      long contactId,
      String body,
      int segments,
      int priority,
      Instant expiresAt,
      OptionalLong requestId,
      OptionalLong dispatchId) {}

  public long add(Tx tx, Letter letter, Instant now) {
    return add(tx, letter, now, now);
  }

  /**
   * A text that waits for its hour; what is written later for the same person need not wait for it.
   */
  public long add(Tx tx, Letter letter, Instant now, Instant notBefore) {
    return tx.insert(
        INSERT,
        letter.contactId(),
        vault.seal(letter.body(), CONTEXT),
        letter.segments(),
        letter.priority(),
        now,
        notBefore,
        letter.expiresAt(),
        boxed(letter.requestId()),
        boxed(letter.dispatchId()));
  }

  /** The row to send next, if one may go now. */
  public Optional<OutboxRow> next(Tx tx, Instant now) {
    return tx.first(NEXT, this::row, now, now);
  }

  /** When the next row may go; empty when none waits. */
  public Optional<Instant> nextAt(Tx tx) {
    return tx.first(NEXT_AT, row -> row.optionalInstant("at")).flatMap(at -> at);
  }

  public Optional<OutboxRow> find(Tx tx, long id) {
    return tx.first(BY_ID + tx.forUpdate(), this::row, id);
  }

  /** Attempts without an answer since a moment. */
  public List<OutboxRow> unanswered(Tx tx, Instant since) {
    return tx.list(UNANSWERED, this::row, since);
  }

  /** A contact's texts that are not sent yet, in order. */
  public List<OutboxRow> openOf(Tx tx, long contactId) {
    return tx.list(OF_CONTACT, this::row, contactId);
  }

  /** The unsent text of a dispatch. */
  public List<OutboxRow> unsentOf(Tx tx, long dispatchId) {
    return tx.list(OF_DISPATCH, this::row, dispatchId);
  }

  /** Written before the request leaves. */
  public void attempt(Tx tx, long id, Instant now) {
    tx.update(ATTEMPT, now, id);
  }

  /** A text that waited says now what is true now. */
  public void reword(Tx tx, long id, String body, int segments) {
    tx.update(REWORD, vault.seal(body, CONTEXT), segments, id);
  }

  public void accepted(Tx tx, long id, String sid) {
    tx.update(ACCEPTED, sid, id);
  }

  public void mark(Tx tx, long id, OutboxStatus status) {
    tx.update(STATUS, status, id);
  }

  public void retry(Tx tx, long id, Instant at) {
    tx.update(RETRY, at, id);
  }

  public void failed(Tx tx, long id, int error) {
    tx.update(FAILED, error, id);
  }

  /** Whether some row is known to be this message. */
  public boolean holds(Tx tx, String sid) {
    return tx.first(HOLDS, row -> row.integer("one"), sid).isPresent();
  }

  /** How many rows are still open. */
  public int open(Tx tx) {
    return tx.first(OPEN, row -> row.integer("n")).orElse(0);
  }

  /** Nothing more goes to this contact. */
  public void dropAll(Tx tx, long contactId) {
    tx.update(DROP, contactId);
  }

  public void erase(Tx tx, long contactId) {
    tx.update(ERASE, contactId);
  }

  /** Words passed on about a request. */
  public void eraseRequest(Tx tx, long requestId) {
    tx.update(ERASE_REQUEST, requestId);
  }

  public int eraseBefore(Tx tx, Instant then) {
    return tx.update(ERASE_BEFORE, then);
  }

  private OutboxRow row(Row row) {
    return new OutboxRow(
        row.longInteger("id"),
        row.longInteger("contact_id"),
        row.optionalBytes("body").map(sealed -> vault.open(sealed, CONTEXT)).orElse(""),
        row.integer("segments"),
        row.integer("priority"),
        row.named("status", OutboxStatus.class),
        row.instant("next_at"),
        row.instant("expires_at"),
        row.integer("attempts"),
        row.optionalInstant("attempted_at"),
        row.optionalText("sid"),
        row.optionalLong("dispatch_id").map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static Optional<Long> boxed(OptionalLong id) {
    return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
  }
}
