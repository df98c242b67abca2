package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Events from outside, each once: the same key again gets the same reply. A repeat comes from the
 * same person as the first, so that events are kept by person; who has no number is nobody, 0.
 */
public final class Inbounds {
  private static final String FIND = "SELECT reply FROM inbound WHERE contact_id = ? AND key = ?";
  private static final String INSERT =
      "INSERT INTO inbound (contact_id, key, at, words, reply, node) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String REPLIED =
      """
      SELECT contact_id, at, reply, node FROM inbound
       WHERE at >= ? AND node IS NOT NULL AND contact_id <> 0 AND reply IS NOT NULL
       ORDER BY at
      """;
  private static final String UNDELIVERED =
      "UPDATE inbound SET error = ? WHERE contact_id = ? AND key = ? AND error IS NULL";
  private static final String ERASE =
      "UPDATE inbound SET words = NULL, reply = NULL WHERE contact_id = ?";
  private static final String ERASE_BEFORE =
      "UPDATE inbound SET words = NULL, reply = NULL WHERE at < ? AND (words IS NOT NULL OR reply IS NOT NULL)";
  private static final long NOBODY = 0;

  private final Vault vault;

  Inbounds(Vault vault) {
    this.vault = vault;
  }

  /**
   * What was answered to this event before.
   *
   * @return empty when it is new; else the reply as it was stored, empty text when it was erased
   */
  public Optional<String> replyTo(Tx tx, OptionalLong contactId, String key) {
    return tx.first(
        FIND,
        row ->
            row.optionalBytes("reply")
                .map(sealed -> vault.open(sealed, "inbound|reply"))
                .orElse(""),
        contactId.orElse(NOBODY),
        vault.index(key));
  }

  /**
   * Writes an event down with the reply it got.
   *
   * @param node which process answers it by its webhook; empty text when it is answered otherwise,
   *     and nothing for a call
   * @throws ConflictException when another node took the same event first
   */
  public void add(
      Tx tx,
      OptionalLong contactId,
      String key,
      Instant at,
      String words,
      String reply,
      Optional<String> node) {
    tx.update(
        INSERT,
        contactId.orElse(NOBODY),
        vault.index(key),
        at,
        words.isEmpty()
            ? Optional.<byte[]>empty()
            : Optional.of(vault.seal(words, "inbound|words")),
        reply.isEmpty()
            ? Optional.<byte[]>empty()
            : Optional.of(vault.seal(reply, "inbound|reply")),
        node);
  }

  /** A text that had a reply, and which process was to hand it over. */
  public record Replied(long contactId, Instant at, String reply, String node) {}

  /** Texts since a moment that had a reply, the oldest first. */
  public List<Replied> repliedSince(Tx tx, Instant since) {
    return tx.list(
        REPLIED,
        row ->
            new Replied(
                row.longInteger("contact_id"),
                row.instant("at"),
                vault.open(row.bytes("reply"), "inbound|reply"),
                row.text("node")),
        since);
  }

  /**
   * A reply did not arrive.
   *
   * @return whether that is news about a text that we know
   */
  public boolean undelivered(Tx tx, long contactId, String key, int error) {
    return tx.update(UNDELIVERED, error, contactId, vault.index(key)) > 0;
  }

  /** Takes a contact's words away; the keyed hashes stay, so that a replay does nothing. */
  public void erase(Tx tx, long contactId) {
    tx.update(ERASE, contactId);
  }

  /** The same for all words that are old enough. */
  public int eraseBefore(Tx tx, Instant then) {
    return tx.update(ERASE_BEFORE, then);
  }
}
