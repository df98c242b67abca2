package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Events from outside, each once: the same key again gets the same reply. */
public final class Inbounds {
  private static final String FIND = "SELECT reply FROM inbound WHERE key = ?";
  private static final String INSERT =
      "INSERT INTO inbound (key, contact_id, at, words, reply, node) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String REPLIED =
      """
      SELECT contact_id, at, reply, node FROM inbound
       WHERE at >= ? AND node IS NOT NULL AND contact_id IS NOT NULL AND reply IS NOT NULL
       ORDER BY at
      """;
  private static final String UNDELIVERED =
      "UPDATE inbound SET error = ? WHERE key = ? AND error IS NULL";
  private static final String CONTACT_OF = "SELECT contact_id FROM inbound WHERE key = ?";
  private static final String ERASE =
      "UPDATE inbound SET words = NULL, reply = NULL WHERE contact_id = ?";
  private static final String ERASE_BEFORE =
      "UPDATE inbound SET words = NULL, reply = NULL WHERE at < ? AND (words IS NOT NULL OR reply IS NOT NULL)";

  private final Vault vault;

  Inbounds(Vault vault) {
    this.vault = vault;
  }

  /**
   * What was answered to this event before.
   *
   * @return empty when it is new; else the reply as it was stored, empty text when it was erased
   */
  public Optional<String> replyTo(Tx tx, String key) {
    return tx.first(
        FIND,
        row ->
            row.optionalBytes("reply")
                .map(sealed -> vault.open(sealed, "inbound|reply"))
                .orElse(""),
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
      String key,
      OptionalLong contactId,
      Instant at,
      String words,
      String reply,
      Optional<String> node) {
    tx.update(
        INSERT,
        vault.index(key),
        contactId.isPresent() ? Optional.of(contactId.getAsLong()) : Optional.<Long>empty(),
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
   * @return whose it was; empty when that is known already, or they are forgotten
   */
  public Optional<Long> undelivered(Tx tx, String key, int error) {
    byte[] index = vault.index(key);
    return tx.update(UNDELIVERED, error, index) == 0
        ? Optional.empty()
        : tx.first(CONTACT_OF, row -> row.optionalLong("contact_id"), index).flatMap(id -> id);
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
