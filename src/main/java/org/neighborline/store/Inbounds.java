package org.neighborline.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Events from outside, each once: the same key again gets the same reply. A repeat comes from the
 * same person as the first, so that events are kept by person; who has no number is nobody, 0.
 */
public final class Inbounds {
  private static final String FIND = "SELECT reply FROM inbound WHERE contact_id = ? AND key = ?";
  private static final String INSERT =
      "INSERT INTO inbound (contact_id, key, at, words, reply) VALUES (?, ?, ?, ?, ?)";
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
   * @throws ConflictException when another node took the same event first
   */
  public void add(
      Tx tx, OptionalLong contactId, String key, Instant at, String words, String reply) {
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
