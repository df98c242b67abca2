package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.neighborline.understanding.Urgency;

/** Looks over the whole database for what must never be in it; it changes nothing. */
public final class Audit {
  private static final String EFFECTS =
      """
      SELECT (SELECT COALESCE(MAX(id), 0) FROM outbox) + (SELECT COALESCE(MAX(id), 0) FROM request)
           + (SELECT COALESCE(MAX(id), 0) FROM dispatch) + (SELECT COALESCE(MAX(id), 0) FROM event)
           + (SELECT COALESCE(MAX(id), 0) FROM gap) + (SELECT COUNT(*) FROM offer) AS n
      """;
  private static final String STRANDED =
      """
      SELECT r.code AS code, r.status AS status FROM request r
       WHERE ((r.status IN ('OPEN', 'DISPATCHING') OR (r.status = 'HELD' AND r.holder IS NULL))
              AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.subject = 'r:' || r.id AND t.due > ?))
          OR (r.status = 'UNMET' AND r.look_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.subject = 'r:' || r.id AND t.due > ?))
          OR (r.status = 'DISPATCHING' AND NOT EXISTS
               (SELECT 1 FROM dispatch d WHERE d.request_id = r.id AND d.status IN ('QUEUED', 'ASKED')))
          OR ((r.status = 'ACCEPTED' OR (r.status = 'HELD' AND r.holder IS NOT NULL)) AND NOT EXISTS
               (SELECT 1 FROM dispatch d JOIN lead l ON l.id = d.lead_id JOIN contact c ON c.id = d.contact_id
                 WHERE d.request_id = r.id AND d.status = 'TAKEN' AND l.retired = 0 AND c.opted_out = 0))
          OR (r.status IN ('DONE', 'CANCELLED') AND r.ended_at IS NULL)
       ORDER BY r.id
      """;
  private static final String HELD_TWICE =
      """
      SELECT r.code AS code, r.status AS status FROM request r
       WHERE (SELECT COUNT(*) FROM dispatch d WHERE d.request_id = r.id AND d.status = 'TAKEN') > 1
          OR (r.status NOT IN ('ACCEPTED', 'HELD') AND EXISTS
               (SELECT 1 FROM dispatch d WHERE d.request_id = r.id AND d.status = 'TAKEN'))
          OR (r.status IN ('ACCEPTED', 'HELD') AND EXISTS
               (SELECT 1 FROM dispatch d WHERE d.request_id = r.id AND d.status = 'TAKEN'
                 AND (r.holder IS NULL OR r.holder NOT LIKE '%"contactId":' || d.contact_id || ',%')))
       ORDER BY r.id
      """;

  /** A dispatch and its text must tell the same story; an attempt must not stay without an end. */
  private static final String DISAGREEING =
      """
      SELECT d.id AS id, d.status AS status FROM dispatch d
       WHERE (d.status = 'QUEUED' AND NOT EXISTS (SELECT 1 FROM outbox o
               WHERE o.dispatch_id = d.id AND o.status IN ('READY', 'SENDING', 'UNKNOWN')))
          OR (d.status = 'ASKED' AND NOT EXISTS (SELECT 1 FROM outbox o
               WHERE o.dispatch_id = d.id AND o.status IN ('ACCEPTED', 'DELIVERED')))
          OR (SELECT COUNT(*) FROM outbox o WHERE o.dispatch_id = d.id) > 1
       ORDER BY d.id
      """;

  private static final String STUCK =
      """
      SELECT id, status FROM outbox
       WHERE (status IN ('SENDING', 'UNKNOWN') AND attempted_at < ?)
          OR (status = 'READY' AND next_at < ? AND created_at < ?)
       ORDER BY id
      """;
  private static final String WORDS_KEPT =
      """
      SELECT (SELECT COUNT(*) FROM request
               WHERE ended_at < ? AND (words IS NOT NULL OR contact_id IS NOT NULL))
           + (SELECT COUNT(*) FROM inbound WHERE at < ? AND (words IS NOT NULL OR reply IS NOT NULL))
           + (SELECT COUNT(*) FROM outbox WHERE created_at < ? AND body IS NOT NULL) AS n
      """;
  private static final String NUMBERS_KEPT =
      """
      SELECT COUNT(*) AS n FROM contact c
       WHERE c.phone IS NOT NULL AND c.created_at < ?
         AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.contact_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM request r WHERE r.contact_id = c.id)
         AND c.id NOT IN (SELECT contact_id FROM offer)
         AND c.id NOT IN (SELECT contact_id FROM inbound WHERE at >= ? AND contact_id IS NOT NULL)
      """;
  private static final String WORDS_OF =
      """
      SELECT (SELECT COUNT(*) FROM inbound WHERE contact_id = ? AND (words IS NOT NULL OR reply IS NOT NULL))
           + (SELECT COUNT(*) FROM request WHERE contact_id = ?)
           + (SELECT COUNT(*) FROM contact WHERE id = ? AND phone IS NOT NULL) AS n
      """;
  private static final String LETTER =
      """
      SELECT o.created_at AS created_at, o.dispatch_id AS dispatch_id, r.urgency AS urgency, r.code AS code
        FROM outbox o LEFT JOIN request r ON r.id = o.request_id WHERE o.id = ?
      """;

  /** Who says that help arrived need not be told. */
  private static final String CHANGES =
      """
      SELECT e.at AS at, e.kind AS kind, r.id AS id, r.code AS code, r.contact_id AS contact_id
        FROM event e JOIN request r ON r.id = e.request_id
       WHERE e.at > ? AND e.at <= ? AND e.kind IN ('accepted', 'unmet', 'done') AND r.contact_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM event a WHERE a.request_id = r.id AND a.at = e.at AND a.kind = 'arrived')
       ORDER BY e.id
      """;

  private static final String FATES =
      """
      SELECT r.status AS status, r.language AS language, r.borough AS borough, r.created_at AS created_at,
             (SELECT MIN(e.at) FROM event e WHERE e.request_id = r.id AND e.kind = 'taken') AS taken_at
        FROM request r ORDER BY r.id
      """;

  /** What a text in the outbox is about. */
  public record Letter(
      Instant createdAt, OptionalLong dispatchId, boolean urgent, Optional<String> code) {}

  /** A change in a request's life that its resident must hear of. */
  public record Change(Instant at, String kind, long requestId, String code, long contactId) {}

  /** Where a request ended, and when someone first took it; no person stands in it. */
  public record Fate(
      String status,
      String language,
      Optional<String> borough,
      Instant createdAt,
      Optional<Instant> takenAt) {}

  /** A number that grows with every request, dispatch, text, offer, gap and step of a timeline. */
  public long effects(Tx tx) {
    return tx.first(EFFECTS, row -> row.longInteger("n")).orElse(0L);
  }

  /** Requests that nothing would ever look at again, though they have no end. */
  public List<String> stranded(Tx tx, Instant late) {
    return tx.list(STRANDED, Audit::codeAndStatus, late, late);
  }

  /** Requests whose holder and dispatches don't name one and the same lead. */
  public List<String> heldTwice(Tx tx) {
    return tx.list(HELD_TWICE, Audit::codeAndStatus);
  }

  /** Dispatches whose text tells another story. */
  public List<String> disagreeing(Tx tx) {
    return tx.list(
        DISAGREEING, row -> "dispatch " + row.longInteger("id") + " " + row.text("status"));
  }

  /** Texts that nobody will finish. */
  public List<String> stuck(Tx tx, Instant attemptedBefore, Instant dueBefore) {
    return tx.list(
        STUCK,
        row -> "text " + row.longInteger("id") + " " + row.text("status"),
        attemptedBefore,
        dueBefore,
        dueBefore);
  }

  /** How many rows still have words or a person that should be gone since this moment. */
  public long wordsKept(Tx tx, Instant since) {
    return tx.first(WORDS_KEPT, row -> row.longInteger("n"), since, since, since).orElse(0L);
  }

  /** How many people's numbers are kept though nothing of theirs is that young. */
  public long numbersKept(Tx tx, Instant since) {
    return tx.first(NUMBERS_KEPT, row -> row.longInteger("n"), since, since).orElse(0L);
  }

  /** How many rows still tell something of a contact. */
  public long wordsOf(Tx tx, long contactId) {
    return tx.first(WORDS_OF, row -> row.longInteger("n"), contactId, contactId, contactId)
        .orElse(0L);
  }

  public Optional<Letter> letter(Tx tx, long row) {
    return tx.first(
        LETTER,
        found ->
            new Letter(
                found.instant("created_at"),
                found
                    .optionalLong("dispatch_id")
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty()),
                found
                    .optionalNamed("urgency", Urgency.class)
                    .filter(u -> u == Urgency.URGENT)
                    .isPresent(),
                found.optionalText("code")),
        row);
  }

  /** What residents must have heard of, in the order it happened. */
  public List<Change> changes(Tx tx, Instant after, Instant until) {
    return tx.list(
        CHANGES,
        row ->
            new Change(
                row.instant("at"),
                row.text("kind"),
                row.longInteger("id"),
                row.text("code"),
                row.longInteger("contact_id")),
        after,
        until);
  }

  /** Every request there was. */
  public List<Fate> fates(Tx tx) {
    return tx.list(
        FATES,
        row ->
            new Fate(
                row.text("status"),
                row.text("language"),
                row.optionalText("borough"),
                row.instant("created_at"),
                row.optionalInstant("taken_at")));
  }

  private static String codeAndStatus(Row row) {
    return row.text("code") + " " + row.text("status");
  }
}
