package org.neighborline.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Events from outside, each once: the same key again gets the same reply. */
public final class Inbounds {
  private static final String FIND = "SELECT reply FROM inbound WHERE key = ?";
  private static final String INSERT =
      "INSERT INTO inbound (key, contact_id, at, words, reply) VALUES (?, ?, ?, ?, ?)";
  // By the index of rows that hold words, which is short; "at > 0" has it used.
  private static final String ERASE =
      """
      UPDATE inbound SET words = NULL, reply = NULL
       WHERE contact_id = ? AND at > 0 AND (words IS NOT NULL OR reply IS NOT NULL)
      """;
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
   * @throws ConflictException when another node took the same event first
   */
  public void add(
      Tx tx, String key, OptionalLong contactId, Instant at, String words, String reply) {
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
            : Optional.of(vault.seal(reply, "inbound|reply")));
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
