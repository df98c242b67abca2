package org.neighborline.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What callers said: which recording belongs to which request, and the sound once it was fetched
 * from the carrier, sealed. A row whose request is 0 is one to be deleted there.
 */
public final class Recordings {
  /** The carrier's notice comes sooner; without it, we look by ourselves. */
  private static final Duration WITHOUT_NOTICE = Duration.ofSeconds(30);

  /** A recording of which no turn tells, after a notice of the carrier. */
  private static final Duration NOBODYS = Duration.ofHours(1);

  private static final String ADD =
      """
      INSERT INTO recording (sid, request_id, seconds, at, next_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (sid) DO UPDATE SET request_id = excluded.request_id, seconds = excluded.seconds,
        next_at = excluded.at
      """;
  private static final String TOLD =
      """
      INSERT INTO recording (sid, request_id, seconds, at, next_at) VALUES (?, 0, 0, ?, ?)
      ON CONFLICT (sid) DO UPDATE SET next_at = excluded.at
        WHERE recording.next_at IS NOT NULL AND recording.request_id <> 0
      """;
  private static final String DUE =
      """
      SELECT r.sid, r.request_id, r.attempts, s.id AS sound
        FROM recording r LEFT JOIN sound s ON s.sid = r.sid
       WHERE r.next_at <= ? ORDER BY r.next_at, r.sid LIMIT ?
      """;
  private static final String KEEP =
      "INSERT INTO sound (sid, bytes) VALUES (?, ?) ON CONFLICT (sid) DO NOTHING";
  private static final String NEXT = "UPDATE recording SET next_at = ?, attempts = ? WHERE sid = ?";
  private static final String DONE =
      "UPDATE recording SET next_at = NULL WHERE sid = ? AND request_id <> 0";
  private static final String FORGET = "DELETE FROM recording WHERE sid = ? AND request_id = 0";
  private static final String OPEN =
      "SELECT COUNT(*) AS n FROM recording WHERE next_at IS NOT NULL";
  private static final String OF_REQUEST =
      """
      SELECT r.sid FROM recording r JOIN sound s ON s.sid = r.sid
       WHERE r.request_id = ? ORDER BY r.at, r.sid
      """;
  private static final String SOUND = "SELECT bytes FROM sound WHERE sid = ?";
  private static final String ERASE_SOUNDS =
      "DELETE FROM sound WHERE sid IN (SELECT sid FROM recording WHERE request_id = ?)";
  private static final String ERASE_GONE =
      "DELETE FROM recording WHERE request_id = ? AND next_at IS NULL";
  private static final String ERASE_THERE =
      "UPDATE recording SET request_id = 0, next_at = ? WHERE request_id = ?";
  private static final String TICKET = "recording|ticket";

  private final Vault vault;

  Recordings(Vault vault) {
    this.vault = vault;
  }

  /**
   * A recording that is not done with.
   *
   * @param requestId whose; 0: nobody's, or erased
   * @param attempts how often the carrier was asked in vain
   * @param isKept whether its sound is here
   */
  public record Due(String sid, long requestId, int attempts, boolean isKept) {}

  /** A caller's words belong to a request. */
  public void add(Tx tx, Instant now, String sid, long requestId, int seconds) {
    tx.update(ADD, sid, requestId, seconds, now, now.plus(WITHOUT_NOTICE));
  }

  /** The carrier says that a recording can be fetched; perhaps before we know whose it is. */
  public void told(Tx tx, Instant now, String sid) {
    tx.update(TOLD, sid, now, now.plus(NOBODYS));
  }

  /** What is to be fetched or deleted now. */
  public List<Due> due(Tx tx, Instant now, int most) {
    return tx.list(
        DUE,
        row ->
            new Due(
                row.text("sid"),
                row.longInteger("request_id"),
                row.integer("attempts"),
                row.optionalLong("sound").isPresent()),
        now,
        most);
  }

  /** Keeps a sound; the carrier's copy goes next. */
  public void keep(Tx tx, Due due, byte[] sound, Instant now) {
    tx.update(KEEP, due.sid(), vault.seal(sound, context(due.sid())));
    tx.update(NEXT, now, 0, due.sid());
  }

  public void later(Tx tx, Due due, Instant at) {
    tx.update(NEXT, at, due.attempts() + 1, due.sid());
  }

  /** The carrier has it no more. */
  public void done(Tx tx, Due due) {
    tx.update(DONE, due.sid());
    tx.update(FORGET, due.sid());
  }

  /** How many the carrier still has, as far as we know. */
  public int open(Tx tx) {
    return tx.first(OPEN, row -> row.integer("n")).orElse(0);
  }

  /** What was said for a request and can be played, in order. */
  public List<String> of(Tx tx, long requestId) {
    return tx.list(OF_REQUEST, row -> row.text("sid"), requestId);
  }

  public Optional<byte[]> sound(Tx tx, String sid) {
    return tx.first(SOUND, row -> row.bytes("bytes"), sid)
        .map(sealed -> vault.openBytes(sealed, context(sid)));
  }

  /** A request's recordings go, at the carrier too. */
  public void eraseRequest(Tx tx, long requestId, Instant now) {
    tx.update(ERASE_SOUNDS, requestId);
    tx.update(ERASE_GONE, requestId);
    tx.update(ERASE_THERE, now, requestId);
  }

  /** A word that opens one recording for a while, and that nobody can guess. */
  public String ticket(String sid, Instant until) {
    byte[] sealed = vault.seal(until.toEpochMilli() + " " + sid, TICKET);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** Which recording a ticket opens; empty when it is none of ours, or too old. */
  public Optional<String> opens(String ticket, Instant now) {
    try {
      String[] words = vault.open(Base64.getUrlDecoder().decode(ticket), TICKET).split(" ", 2);
      boolean holds = now.toEpochMilli() <= Long.parseLong(words[0]);
      return holds ? Optional.of(words[1]) : Optional.empty();
    } catch (VaultException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String context(String sid) {
    return "sound|bytes|" + sid;
  }
}
