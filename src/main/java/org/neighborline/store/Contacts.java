package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.contact.Contact;
import org.neighborline.language.Language;
import org.neighborline.language.Letters;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;

/** People known by a phone number. */
public final class Contacts {
  private static final String COLUMNS =
      "id, phone, language, letters, opted_out, text_only, unsafe, muted";
  private static final String BY_PHONE = "SELECT " + COLUMNS + " FROM contact WHERE phone_key = ?";
  private static final String BY_ID = "SELECT " + COLUMNS + " FROM contact WHERE id = ?";
  private static final String INSERT =
      """
      INSERT INTO contact (phone_key, phone, language, letters, opted_out, text_only, unsafe, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      "UPDATE contact SET language = ?, letters = ?, opted_out = ?, text_only = ?, unsafe = ? WHERE id = ?";
  private static final String RENEW = "UPDATE contact SET phone = ? WHERE id = ?";
  private static final String ERASE =
      """
      UPDATE contact SET phone = NULL, language = NULL, letters = NULL, text_only = 0, unsafe = 0
       WHERE id = ?
      """;

  /** People of whom nothing is kept any more but their number: no request, offer, tree or text. */
  private static final String IDLE =
      """
      SELECT c.id AS id FROM contact c
       WHERE c.phone IS NOT NULL AND c.created_at < ?
         AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.contact_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM request r WHERE r.contact_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.contact_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM inbound i WHERE i.contact_id = c.id AND i.at >= ?)
         AND NOT EXISTS (
           SELECT 1 FROM outbox t WHERE t.contact_id = c.id AND t.status IN ('READY', 'SENDING', 'UNKNOWN'))
       LIMIT 500
      """;

  private static final String MUTE = "UPDATE contact SET muted = ? WHERE id = ?";
  private static final String UNMUTE = "UPDATE contact SET muted = NULL WHERE muted = ?";
  private static final String MUTED =
      "SELECT muted FROM contact WHERE muted IS NOT NULL ORDER BY muted LIMIT 20";
  private static final String CONTEXT = "contact|phone";

  private final Vault vault;

  Contacts(Vault vault) {
    this.vault = vault;
  }

  /** The contact with this number, or an unknown one with id 0. Locks the row. */
  public Contact find(Tx tx, PhoneNumber phone) {
    return tx.first(
            BY_PHONE + tx.forUpdate(),
            row -> contact(row, Optional.of(phone)),
            vault.index(phone.e164()))
        .flatMap(found -> found)
        .orElseGet(() -> Contact.unknown(phone));
  }

  /** The contact with this key; empty once erased. */
  public Optional<Contact> find(Tx tx, long id) {
    return tx.first(BY_ID, row -> contact(row, Optional.empty()), id).flatMap(found -> found);
  }

  /**
   * Stores a contact for the first time; the number of one who comes back after erasure is kept
   * anew.
   */
  public Contact add(Tx tx, Contact contact, Instant now) {
    byte[] sealed = vault.seal(contact.phone().e164(), CONTEXT);
    if (contact.id() != 0) {
      tx.update(RENEW, sealed, contact.id());
      return contact;
    }
    long id =
        tx.insert(
            INSERT,
            vault.index(contact.phone().e164()),
            sealed,
            contact.tongue().map(t -> t.language().tag()),
            contact.tongue().map(Tongue::letters),
            contact.reach().optedOut(),
            contact.reach().textOnly(),
            contact.reach().unsafe(),
            now);
    return new Contact(id, contact.phone(), contact.tongue(), contact.reach());
  }

  /** Writes what a turn changed. */
  public void save(Tx tx, Contact contact) {
    tx.update(
        UPDATE,
        contact.tongue().map(t -> t.language().tag()),
        contact.tongue().map(Tongue::letters),
        contact.reach().optedOut(),
        contact.reach().textOnly(),
        contact.reach().unsafe(),
        contact.id());
  }

  /** Takes the number away for good; the hash stays, with the opt-out if there was one. */
  public void erase(Tx tx, long id) {
    tx.update(ERASE, id);
  }

  /** The desk mutes someone, by the name of what they sent; it stays when the number goes. */
  public void mute(Tx tx, long id, Code as) {
    tx.update(MUTE, as.text(), id);
  }

  /**
   * The desk hears them again.
   *
   * @return whether someone was muted by this name
   */
  public boolean unmute(Tx tx, Code as) {
    return tx.update(UNMUTE, as.text()) > 0;
  }

  /** By which names people are muted, the newest first. */
  public List<String> muted(Tx tx) {
    return tx.list(MUTED, row -> row.text("muted"));
  }

  /** People whose number serves nothing that is as young as this, some at a time. */
  public List<Long> idleSince(Tx tx, Instant then) {
    return tx.list(IDLE, row -> row.longInteger("id"), then, then);
  }

  private Optional<Contact> contact(Row row, Optional<PhoneNumber> known) {
    Optional<PhoneNumber> phone =
        known.or(() ->
            row.optionalBytes("phone").map(sealed -> new PhoneNumber(vault.open(sealed, CONTEXT))));
    Optional<Tongue> tongue =
        row.optionalText("language")
            .map(tag ->
                new Tongue(
                    new Language(tag),
                    row.optionalNamed("letters", Letters.class).orElse(Letters.NATIVE)));
    Contact.Reach reach =
        new Contact.Reach(
            row.flag("opted_out"),
            row.flag("text_only"),
            row.flag("unsafe"),
            row.optionalText("muted").isPresent());
    return phone.map(number -> new Contact(row.longInteger("id"), number, tongue, reach));
  }
}
