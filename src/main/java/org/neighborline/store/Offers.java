package org.neighborline.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.neighborline.request.Appeal;
import org.neighborline.request.Appeal.Said;
import org.neighborline.request.Draft;
import org.neighborline.understanding.Need;

/** Offers of help, and what leads ask of those who made them. */
public final class Offers {
  private static final String ADD =
      """
      INSERT INTO offer (contact_id, group_id, needs, place, words, language, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  /** Who was asked longest ago comes first; nobody twice since a moment. */
  private static final String HELPERS =
      """
      SELECT o.contact_id AS contact_id, o.needs AS needs,
             COALESCE((SELECT MAX(a.at) FROM appealed a WHERE a.contact_id = o.contact_id), 0) AS last
        FROM offer o JOIN contact c ON c.id = o.contact_id
       WHERE o.group_id = ? AND c.opted_out = 0 AND c.unsafe = 0 AND c.phone IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM appealed a WHERE a.contact_id = o.contact_id AND a.at > ?)
         AND NOT EXISTS (SELECT 1 FROM request r WHERE r.contact_id = o.contact_id AND r.ended_at IS NULL)
       ORDER BY last, o.id LIMIT 500
      """;

  private static final String ERASE_OF = "DELETE FROM offer WHERE contact_id = ?";
  private static final String ERASE_BEFORE = "DELETE FROM offer WHERE created_at < ?";
  private static final String APPEAL =
      """
      INSERT INTO appeal (group_id, contact_id, lead_name, needs, words, at, until, over)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0)
      """;
  private static final String FIND =
      """
      SELECT id, group_id, contact_id, lead_name, needs, words, at, until, taken_by, over
        FROM appeal WHERE id = ?
      """;
  private static final String TAKE = "UPDATE appeal SET taken_by = ?, over = 1 WHERE id = ?";
  private static final String END = "UPDATE appeal SET over = 1 WHERE id = ?";
  private static final String ASK =
      "INSERT INTO appealed (appeal_id, contact_id, at, answer) VALUES (?, ?, ?, ?)";
  private static final String SAY =
      "UPDATE appealed SET answer = ? WHERE appeal_id = ? AND contact_id = ?";
  private static final String ASKED =
      "SELECT contact_id, answer FROM appealed WHERE appeal_id = ? ORDER BY contact_id";
  private static final String ERASE_ASKED = "DELETE FROM appealed WHERE contact_id = ?";
  private static final String ERASE_ASKED_BY =
      "DELETE FROM appealed WHERE appeal_id IN (SELECT id FROM appeal WHERE contact_id = ?)";
  private static final String ERASE_APPEALS = "DELETE FROM appeal WHERE contact_id = ?";
  private static final String ERASE_ASKED_BEFORE =
      "DELETE FROM appealed WHERE appeal_id IN (SELECT id FROM appeal WHERE until < ?)";
  private static final String ERASE_APPEALS_BEFORE = "DELETE FROM appeal WHERE until < ?";
  private static final String CONTEXT = "offer|words";
  private static final String APPEAL_CONTEXT = "appeal|words";

  private final Vault vault;

  Offers(Vault vault) {
    this.vault = vault;
  }

  /** Keeps an offer for the group that it is near to, if there is one. */
  public void add(
      Tx tx, Instant now, long contactId, Optional<String> groupId, Draft draft, String language) {
    tx.update(
        ADD,
        contactId,
        groupId,
        ids(draft.needs()),
        draft.place().map(Json::write),
        vault.seal(draft.words(), CONTEXT),
        language,
        now);
  }

  /**
   * Who of a group's helpers fits, in the order in which they should be asked: whoever offered one
   * of the needs, or anything.
   *
   * @param since nobody who was asked after this is asked again
   */
  public List<Long> helpers(Tx tx, String groupId, Set<Need> wanted, Instant since) {
    Set<Long> fitting = new LinkedHashSet<>();
    tx.list(
        HELPERS,
        row -> {
          Set<Need> offered = needs(row.text("needs"));
          boolean fits =
              wanted.isEmpty() || offered.isEmpty() || wanted.stream().anyMatch(offered::contains);
          return fits && fitting.add(row.longInteger("contact_id"));
        },
        groupId,
        since);
    return List.copyOf(fitting);
  }

  /** Stores a lead's question and whom it is for. */
  public Appeal ask(Tx tx, Appeal appeal, Collection<Long> contactIds) {
    long id =
        tx.insert(
            APPEAL,
            appeal.groupId(),
            appeal.contactId(),
            appeal.leadName(),
            ids(appeal.needs()),
            vault.seal(appeal.words(), APPEAL_CONTEXT),
            appeal.at(),
            appeal.until());
    contactIds.forEach(contact -> tx.update(ASK, id, contact, appeal.at(), Said.WAITING));
    return appeal.withId(id);
  }

  /** A lead's question, locked. */
  public Optional<Appeal> find(Tx tx, long id) {
    return tx.first(FIND + tx.forUpdate(), this::appeal, id);
  }

  /** Everyone a question is for, and what they said. */
  public Map<Long, Said> asked(Tx tx, long appealId) {
    Map<Long, Said> asked = new LinkedHashMap<>();
    tx.list(
        ASKED,
        row -> asked.put(row.longInteger("contact_id"), row.named("answer", Said.class)) == null,
        appealId);
    return asked;
  }

  public void say(Tx tx, long appealId, long contactId, Said said) {
    tx.update(SAY, said, appealId, contactId);
  }

  public void take(Tx tx, long appealId, long contactId) {
    tx.update(TAKE, contactId, appealId);
  }

  /** Nobody said yes. */
  public void end(Tx tx, long appealId) {
    tx.update(END, appealId);
  }

  /** What someone offered, asked and answered is gone. */
  public void erase(Tx tx, long contactId) {
    tx.update(ERASE_OF, contactId);
    tx.update(ERASE_ASKED, contactId);
    tx.update(ERASE_ASKED_BY, contactId);
    tx.update(ERASE_APPEALS, contactId);
  }

  /** Old offers and questions go. */
  public int eraseBefore(Tx tx, Instant offered, Instant asked) {
    tx.update(ERASE_ASKED_BEFORE, asked);
    return tx.update(ERASE_APPEALS_BEFORE, asked) + tx.update(ERASE_BEFORE, offered);
  }

  private Appeal appeal(Row row) {
    return new Appeal(
        row.longInteger("id"),
        row.text("group_id"),
        row.longInteger("contact_id"),
        row.text("lead_name"),
        needs(row.text("needs")),
        vault.open(row.bytes("words"), APPEAL_CONTEXT),
        row.instant("at"),
        row.instant("until"),
        row.optionalLong("taken_by").map(OptionalLong::of).orElse(OptionalLong.empty()),
        row.flag("over"));
  }

  private static String ids(Collection<Need> needs) {
    return needs.stream().map(Need::id).collect(Collectors.joining(" "));
  }

  private static Set<Need> needs(String ids) {
    return Arrays.stream(ids.split(" "))
        .flatMap(id -> Need.of(id).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
