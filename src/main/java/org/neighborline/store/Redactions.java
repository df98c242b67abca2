package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.phone.PhoneNumber;

/**
 * What the carrier must still forget. A number stays here, sealed, only until its copies are gone.
 */
public final class Redactions {
  private static final String CONTEXT = "redaction|phone";
  private static final String OF_PHONE =
      "INSERT INTO redaction (phone, until, next_at, attempts) VALUES (?, ?, ?, 0)";
  private static final String OF_REQUEST =
      """
      INSERT INTO redaction (sid, until, next_at, attempts)
      SELECT sid, ?, ?, 0 FROM outbox WHERE request_id = ? AND sid IS NOT NULL AND sid <> ''
      """;
  private static final String DUE =
      "SELECT id, phone, sid, until, attempts FROM redaction WHERE next_at <= ? ORDER BY next_at, id LIMIT ?";
  private static final String LATER =
      "UPDATE redaction SET next_at = ?, attempts = attempts + 1 WHERE id = ?";
  private static final String DONE = "DELETE FROM redaction WHERE id = ?";
  private static final String OPEN = "SELECT COUNT(*) AS n FROM redaction";

  private final Vault vault;

  Redactions(Vault vault) {
    this.vault = vault;
  }

  /**
   * One thing to forget.
   *
   * @param phone all texts with this number; empty when it is one text
   * @param sid one text; empty when it is a number
   * @param until texts after this moment belong to someone who came back
   * @param attempts how often the carrier was asked in vain
   */
  public record Redaction(
      long id, Optional<PhoneNumber> phone, Optional<String> sid, Instant until, int attempts) {}

  /** All texts with a number until now. */
  public void add(Tx tx, PhoneNumber phone, Instant now) {
    tx.update(OF_PHONE, vault.seal(phone.e164(), CONTEXT), now, now);
  }

  /** Every text that was sent about a request, to whomever. */
  public void addRequest(Tx tx, long requestId, Instant now) {
    tx.update(OF_REQUEST, now, now, requestId);
  }

  /** What the carrier is to be asked now. */
  public List<Redaction> due(Tx tx, Instant now, int most) {
    return tx.list(
        DUE,
        row ->
            new Redaction(
                row.longInteger("id"),
                row.optionalBytes("phone")
                    .map(sealed -> new PhoneNumber(vault.open(sealed, CONTEXT))),
                row.optionalText("sid"),
                row.instant("until"),
                row.integer("attempts")),
        now,
        most);
  }

  /** The carrier could not do it now. */
  public void later(Tx tx, long id, Instant at) {
    tx.update(LATER, at, id);
  }

  public void done(Tx tx, long id) {
    tx.update(DONE, id);
  }

  /** How many the carrier has not done yet. */
  public int open(Tx tx) {
    return tx.first(OPEN, row -> row.integer("n")).orElse(0);
  }
}
