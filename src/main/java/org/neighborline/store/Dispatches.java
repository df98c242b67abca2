package org.neighborline.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.group.Lead;

/** Who was asked for what. */
public final class Dispatches {
  private static final String COLUMNS =
      "id, request_id, lead_id, contact_id, group_id, letter, status, round, asked_at, answer_by, changed_at";
  private static final String INSERT =
      """
      INSERT INTO dispatch (request_id, lead_id, contact_id, group_id, letter, status, round, asked_at, answer_by, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      "UPDATE dispatch SET status = ?, answer_by = ?, changed_at = ? WHERE id = ?";
  private static final String OF_REQUEST =
      "SELECT " + COLUMNS + " FROM dispatch WHERE request_id = ? ORDER BY id";

  /** The newest, and whatever still waits or is held, however old it is. */
  private static final String OF_CONTACT =
      "SELECT "
          + COLUMNS
          + """
           FROM dispatch
          WHERE contact_id = ? AND (status IN ('QUEUED', 'ASKED', 'TAKEN')
             OR id IN (SELECT id FROM dispatch WHERE contact_id = ? AND asked_at > ?
                        ORDER BY asked_at DESC, id DESC LIMIT 40))
          ORDER BY asked_at DESC, id DESC LIMIT 200
          """;

  private static final String BY_ID = "SELECT " + COLUMNS + " FROM dispatch WHERE id = ?";
  private static final String HELD_BY =
      "SELECT "
          + COLUMNS
          + " FROM dispatch WHERE lead_id = ? AND status IN ('QUEUED', 'ASKED', 'TAKEN')";
  private static final String OPEN_OF =
      "SELECT "
          + COLUMNS
          + " FROM dispatch WHERE contact_id = ? AND status IN ('QUEUED', 'ASKED', 'TAKEN') ORDER BY id";
  private static final String LETTERS =
      "SELECT letter, MAX(asked_at) AS used_at FROM dispatch WHERE contact_id = ? AND asked_at > ? GROUP BY letter";
  private static final String STANDINGS =
      """
      SELECT lead.id AS id, lead.paused_until AS paused_until, contact.opted_out AS opted_out,
             (SELECT COUNT(*) FROM dispatch d
               WHERE d.contact_id = lead.contact_id AND d.status IN ('QUEUED', 'ASKED', 'TAKEN')) AS held,
             (SELECT MAX(d.asked_at) FROM dispatch d WHERE d.contact_id = lead.contact_id) AS last_asked,
             (SELECT COUNT(*) FROM dispatch d
               WHERE d.contact_id = lead.contact_id AND d.status = 'SILENT'
                 AND d.id > COALESCE((SELECT MAX(a.id) FROM dispatch a
                   WHERE a.contact_id = lead.contact_id
                     AND a.status IN ('TAKEN', 'PASSED', 'RETURNED', 'UNHELPED', 'DONE')), 0)) AS silent
        FROM lead JOIN contact ON contact.id = lead.contact_id
       WHERE lead.group_id = ? AND lead.retired = 0
      """;

  private static final String OPEN_IN =
      """
      SELECT COUNT(DISTINCT request_id) AS held FROM dispatch
       WHERE group_id = ? AND status IN ('QUEUED', 'ASKED', 'TAKEN') AND request_id <> ?
      """;

  /** A dispatch and when its status last changed. */
  public record Changed(Dispatch dispatch, Instant at) {}

  Dispatches() {}

  /** Stores a new dispatch, or what changed in one. */
  public Dispatch save(Tx tx, Dispatch d, Instant now) {
    if (d.id() != 0) {
      tx.update(UPDATE, d.status(), d.answerBy(), now, d.id());
      return d;
    }
    long id =
        tx.insert(
            INSERT,
            d.requestId(),
            d.leadId(),
            d.contactId(),
            d.groupId(),
            String.valueOf(d.letter()),
            d.status(),
            d.round(),
            d.askedAt(),
            d.answerBy(),
            now);
    return new Dispatch(
        id,
        d.requestId(),
        d.leadId(),
        d.contactId(),
        d.groupId(),
        d.letter(),
        d.status(),
        d.round(),
        d.askedAt(),
        d.answerBy());
  }

  /** Everyone asked for a request, in order, locked. */
  public List<Dispatch> of(Tx tx, long requestId) {
    return tx.list(OF_REQUEST + tx.forUpdate(), Dispatches::dispatch, requestId);
  }

  /**
   * What a person was asked since a moment, newest first; what they hold or have not answered is
   * among it whenever they were asked.
   */
  public List<Changed> askedOf(Tx tx, long contactId, Instant since) {
    return tx.list(
        OF_CONTACT,
        row -> new Changed(dispatch(row), row.instant("changed_at")),
        contactId,
        contactId,
        since);
  }

  public Optional<Dispatch> find(Tx tx, long id) {
    return tx.first(BY_ID + tx.forUpdate(), Dispatches::dispatch, id);
  }

  /** What a lead holds or was asked and has not answered. */
  public List<Dispatch> heldBy(Tx tx, long leadId) {
    return tx.list(HELD_BY, Dispatches::dispatch, leadId);
  }

  /** What a person holds or was asked and has not answered, in order. */
  public List<Dispatch> openOf(Tx tx, long contactId) {
    return tx.list(OPEN_OF, Dispatches::dispatch, contactId);
  }

  /** When each letter was last used for a phone. */
  public Map<Character, Instant> letters(Tx tx, long contactId, Instant since) {
    Map<Character, Instant> letters = new HashMap<>();
    tx.list(
        LETTERS,
        row -> letters.put(row.text("letter").charAt(0), row.instant("used_at")) == null,
        contactId,
        since);
    return letters;
  }

  /** How each lead of a group stands now. */
  public Map<Long, Lead.Standing> standings(Tx tx, String groupId) {
    Map<Long, Lead.Standing> standings = new HashMap<>();
    tx.list(
        STANDINGS,
        row ->
            standings.put(
                    row.longInteger("id"),
                    new Lead.Standing(
                        row.flag("opted_out"),
                        row.optionalInstant("paused_until"),
                        row.integer("held"),
                        row.optionalInstant("last_asked"),
                        row.integer("silent")))
                == null,
        groupId);
    return standings;
  }

  /** How many requests but one the leads of a group hold or are asked for. */
  public int openIn(Tx tx, String groupId, long butRequestId) {
    return tx.first(OPEN_IN, row -> row.integer("held"), groupId, butRequestId).orElse(0);
  }

  private static Dispatch dispatch(Row row) {
    return new Dispatch(
        row.longInteger("id"),
        row.longInteger("request_id"),
        row.longInteger("lead_id"),
        row.longInteger("contact_id"),
        row.text("group_id"),
        row.text("letter").charAt(0),
        row.named("status", DispatchStatus.class),
        row.integer("round"),
        row.instant("asked_at"),
        row.instant("answer_by"));
  }
}
