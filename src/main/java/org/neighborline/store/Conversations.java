package org.neighborline.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.neighborline.conversation.Conversation;
import org.neighborline.phone.Channel;

/** The state of each exchange. */
public final class Conversations {
  private static final String FIND = "SELECT state FROM conversation WHERE key = ?";
  private static final String SAVE =
      """
      INSERT INTO conversation (key, contact_id, state, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at
      """;
  private static final String ERASE_TEXTS = "DELETE FROM conversation WHERE key = ?";
  private static final String ERASE_CALLS =
      "DELETE FROM conversation WHERE key >= 'v:' AND key < 'v;' AND contact_id = ?";
  private static final String FORGET_OLD_CALLS =
      "DELETE FROM conversation WHERE substr(key, 1, 2) = 'v:' AND changed_at < ?";

  private final Vault vault;

  Conversations(Vault vault) {
    this.vault = vault;
  }

  /** Where an exchange stands; a fresh one where none was. */
  public Conversation find(Tx tx, String key, Channel channel) {
    return stored(tx, key).orElseGet(() -> Conversation.fresh(key, channel));
  }

  /** Where an exchange stands, if there was one. */
  public Optional<Conversation> stored(Tx tx, String key) {
    return tx.first(FIND + tx.forUpdate(), row -> row.bytes("state"), key)
        .map(sealed -> Json.read(vault.open(sealed, context(key)), Conversation.class));
  }

  /** Writes what the turn changed. */
  public void save(Tx tx, Conversation conversation, OptionalLong contactId, Instant now) {
    Optional<Long> contact =
        contactId.isPresent() ? Optional.of(contactId.getAsLong()) : Optional.empty();
    tx.update(
        SAVE,
        conversation.key(),
        contact,
        vault.seal(Json.write(conversation), context(conversation.key())),
        now);
  }

  /** Takes everything that was said with a contact away. */
  public void erase(Tx tx, long contactId) {
    tx.update(ERASE_TEXTS, "s:" + contactId);
    tx.update(ERASE_CALLS, contactId);
  }

  /** A call is over for good after a while; its state goes. */
  public int eraseCallsBefore(Tx tx, Instant then) {
    return tx.update(FORGET_OLD_CALLS, then);
  }

  private static String context(String key) {
    return "conversation|state|" + key;
  }
}
