package org.neighborline.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.neighborline.language.Language;
import org.neighborline.language.Letters;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Urgency;

/** Requests for help. */
public final class Requests {
  private static final String COLUMNS =
      """
      id, code, contact_id, channel, language, letters, status, needs, place, people, urgency, words, created_at,
      confirmed, desk_only, look_at, round, holder, ended_at
      """;
  private static final String INSERT =
      """
      INSERT INTO request (code, contact_id, channel, language, letters, status, needs, place, zip, neighborhood,
        borough, people, urgency, words, created_at, confirmed, desk_only, look_at, round, holder, ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      UPDATE request SET language = ?, letters = ?, status = ?, needs = ?, place = ?, zip = ?, neighborhood = ?, borough = ?, people = ?,
        urgency = ?, words = ?, confirmed = ?, desk_only = ?, look_at = ?, round = ?, holder = ?, ended_at = ?
       WHERE id = ?
      """;
  private static final String BY_ID =
      "SELECT " + COLUMNS + " FROM request WHERE id = ? AND code NOT LIKE 'erased %'";
  private static final String BY_CODE = "SELECT " + COLUMNS + " FROM request WHERE code = ?";
  private static final String RECENT =
      "SELECT "
          + COLUMNS
          + " FROM request WHERE contact_id = ? AND (ended_at IS NULL OR ended_at > ?) ORDER BY id DESC LIMIT 20";
  private static final String WAITING =
      "SELECT "
          + COLUMNS
          + """
           FROM request
          WHERE status IN ('DISPATCHING', 'HELD', 'UNMET') AND substr(code, 1, 7) <> 'erased '
            AND created_at <= ?
          ORDER BY CASE WHEN urgency = 'URGENT' THEN 0 ELSE 1 END, created_at, id LIMIT 100
          """;
  private static final String UNTIMED =
      """
      SELECT id FROM request
       WHERE look_at IS NOT NULL AND look_at < ? AND NOT EXISTS (SELECT 1 FROM timer WHERE subject = 'r:' || request.id)
       LIMIT 1000
      """;
  private static final String ENDED_BEFORE =
      "SELECT id FROM request WHERE ended_at < ? AND substr(code, 1, 7) <> 'erased ' LIMIT 500";

  /** Nobody could help, and nobody is asked any more: that is an end too. */
  private static final String UNMET_BEFORE =
      """
      SELECT id FROM request
       WHERE status IN ('DISPATCHING', 'HELD', 'UNMET') AND substr(code, 1, 7) <> 'erased '
         AND status = 'UNMET' AND look_at IS NULL AND created_at < ? LIMIT 500
      """;

  private static final String GIVE = "UPDATE request SET contact_id = ? WHERE id = ?";
  private static final String ERASE =
      "UPDATE request SET words = NULL, contact_id = NULL, call_back = NULL, code = ? WHERE id = ?";
  private static final String CODE_OF =
      "SELECT code FROM request WHERE id = ? AND code NOT LIKE 'erased %'";
  private static final String ERASE_NOTES = "DELETE FROM note WHERE request_id = ?";
  private static final String OF_CONTACT = "SELECT id FROM request WHERE contact_id = ?";
  private static final String REASONS = "UPDATE request SET reasons = ? WHERE id = ?";
  private static final String REASONS_OF =
      "SELECT reasons FROM request WHERE id = ? AND code NOT LIKE 'erased %'";
  private static final String NAMED =
      "SELECT COUNT(*) AS n FROM request WHERE code NOT LIKE 'erased %'";
  private static final String CODES =
      "SELECT code FROM request WHERE code NOT LIKE 'erased %' LIMIT ?";
  private static final String KEEP_CALL_BACK = "UPDATE request SET call_back = ? WHERE id = ?";
  private static final String BELONGS_TO =
      "UPDATE request SET contact_id = ?, call_back = NULL WHERE id = ?";
  private static final String CALL_BACK =
      "SELECT call_back FROM request WHERE id = ? AND call_back IS NOT NULL";
  private static final String CALL_BACK_CONTEXT = "request|call_back|";
  private static final String CONTEXT = "request|words|";

  private final Vault vault;

  Requests(Vault vault) {
    this.vault = vault;
  }

  /**
   * Stores a new request.
   *
   * @throws ConflictException when its code is taken: the turn runs again with another
   */
  public HelpRequest add(Tx tx, HelpRequest r) {
    Draft d = r.draft();
    long id =
        tx.insert(
            INSERT,
            r.code().text(),
            boxed(r.contactId()),
            r.channel(),
            r.tongue().language().tag(),
            r.tongue().letters(),
            r.status(),
            needs(d),
            d.place().map(Json::write),
            d.place().flatMap(Place::zip),
            d.place().flatMap(Place::neighborhood),
            d.place().flatMap(Place::borough),
            people(d),
            d.urgency(),
            words(r),
            r.createdAt(),
            r.confirmed(),
            r.deskOnly(),
            r.lookAt(),
            r.round(),
            r.holder().map(Json::write),
            r.endedAt());
    return r.withId(id);
  }

  /** Writes what changed. */
  public void save(Tx tx, HelpRequest r) {
    Draft d = r.draft();
    tx.update(
        UPDATE,
        r.tongue().language().tag(),
        r.tongue().letters(),
        r.status(),
        needs(d),
        d.place().map(Json::write),
        d.place().flatMap(Place::zip),
        d.place().flatMap(Place::neighborhood),
        d.place().flatMap(Place::borough),
        people(d),
        d.urgency(),
        words(r),
        r.confirmed(),
        r.deskOnly(),
        r.lookAt(),
        r.round(),
        r.holder().map(Json::write),
        r.endedAt(),
        r.id());
  }

  /** One request, locked. */
  public Optional<HelpRequest> find(Tx tx, long id) {
    return tx.first(BY_ID + tx.forUpdate(), this::request, id);
  }

  /** One request by its public name, locked. */
  public Optional<HelpRequest> find(Tx tx, Code code) {
    return tx.first(BY_CODE + tx.forUpdate(), this::request, code.text());
  }

  /** One request by its public name, only to look at. */
  public Optional<HelpRequest> look(Tx tx, Code code) {
    return tx.first(BY_CODE, this::request, code.text());
  }

  /** A contact's requests that are live or ended after a moment, newest first, locked. */
  public List<HelpRequest> recent(Tx tx, long contactId, Instant endedAfter) {
    return tx.list(RECENT + tx.forUpdate(), this::request, contactId, endedAfter);
  }

  /** What nobody has yet though it is as old as this: urgent first, then the oldest. */
  public List<HelpRequest> waiting(Tx tx, Instant before) {
    return tx.list(WAITING, this::request, before);
  }

  /** Requests whose time has come though no timer says so; there must be none. */
  public List<Long> overdueWithoutTimer(Tx tx, Instant before) {
    return tx.list(UNTIMED, row -> row.longInteger("id"), before);
  }

  /** It is for someone else from now on: what we say of it goes to them. */
  public void give(Tx tx, long id, long contactId) {
    tx.update(GIVE, contactId, id);
  }

  /** Why the groups rank as they do, kept with the request. */
  public void keepReasons(Tx tx, long id, List<String> reasons) {
    tx.update(REASONS, String.join("\n", reasons), id);
  }

  /** Why the groups ranked as they did; empty before the request was routed. */
  public List<String> reasons(Tx tx, long id) {
    return tx.first(REASONS_OF, row -> row.optionalText("reasons").orElse(""), id)
        .filter(r -> !r.isEmpty())
        .map(r -> List.of(r.split("\n")))
        .orElse(List.of());
  }

  /** Requests whose words are still here though they ended, or nobody could help, before then. */
  public List<Long> endedBefore(Tx tx, Instant then) {
    List<Long> ended = new ArrayList<>(tx.list(ENDED_BEFORE, row -> row.longInteger("id"), then));
    ended.addAll(tx.list(UNMET_BEFORE, row -> row.longInteger("id"), then));
    return ended;
  }

  /** How many codes are in use. */
  public long named(Tx tx) {
    return tx.first(NAMED, row -> row.longInteger("n")).orElse(0L);
  }

  /** Some of the codes that are in use. */
  public List<Code> codes(Tx tx, int most) {
    return tx.list(CODES, row -> new Code(row.text("code")), most);
  }

  /** All requests of a contact. */
  public List<Long> of(Tx tx, long contactId) {
    return tx.list(OF_CONTACT, row -> row.longInteger("id"), contactId);
  }

  /**
   * Takes the words, the person and the code away; what was needed where stays as a statistic.
   *
   * @return the code, which is free now
   */
  public Optional<Code> erase(Tx tx, long id) {
    Optional<Code> code = tx.first(CODE_OF, row -> new Code(row.text("code")), id);
    tx.update(ERASE, "erased " + id, id);
    tx.update(ERASE_NOTES, id);
    return code;
  }

  /** Keeps the number that a caller without one left. */
  public void keepCallBack(Tx tx, long id, PhoneNumber number) {
    tx.update(KEEP_CALL_BACK, vault.seal(number.e164(), CALL_BACK_CONTEXT + id), id);
  }

  /** It is another person's from now on, whom texts reach. */
  public void belongsTo(Tx tx, long id, long contactId) {
    tx.update(BELONGS_TO, contactId, id);
  }

  /** The number that a caller without one left. */
  public Optional<PhoneNumber> callBack(Tx tx, long id) {
    return tx.first(CALL_BACK, row -> row.optionalBytes("call_back"), id)
        .flatMap(sealed -> sealed)
        .map(sealed -> new PhoneNumber(vault.open(sealed, CALL_BACK_CONTEXT + id)));
  }

  private HelpRequest request(Row row) {
    String code = row.text("code");
    Draft draft =
        new Draft(
            needs(row.text("needs")),
            row.optionalText("place").map(json -> Json.read(json, Place.class)),
            row.optionalInteger("people").map(OptionalInt::of).orElse(OptionalInt.empty()),
            row.named("urgency", Urgency.class),
            row.optionalBytes("words")
                .map(sealed -> vault.open(sealed, CONTEXT + code))
                .orElse(""));
    return new HelpRequest(
        row.longInteger("id"),
        new Code(code),
        row.optionalLong("contact_id").map(OptionalLong::of).orElse(OptionalLong.empty()),
        row.named("channel", Channel.class),
        new Tongue(new Language(row.text("language")), row.named("letters", Letters.class)),
        draft,
        row.named("status", RequestStatus.class),
        row.instant("created_at"),
        row.flag("confirmed"),
        row.flag("desk_only"),
        row.optionalInstant("look_at"),
        row.integer("round"),
        row.optionalText("holder").map(json -> Json.read(json, HelpRequest.Holder.class)),
        row.optionalInstant("ended_at"));
  }

  private Optional<byte[]> words(HelpRequest r) {
    return r.draft().words().isEmpty()
        ? Optional.empty()
        : Optional.of(vault.seal(r.draft().words(), CONTEXT + r.code().text()));
  }

  private static Optional<Long> boxed(OptionalLong id) {
    return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
  }

  private static Optional<Integer> people(Draft draft) {
    return draft.people().isPresent() ? Optional.of(draft.people().getAsInt()) : Optional.empty();
  }

  private static String needs(Draft draft) {
    return draft.needs().stream().map(Need::id).collect(Collectors.joining(" "));
  }

  private static Set<Need> needs(String ids) {
    return Arrays.stream(ids.split(" "))
        .flatMap(id -> Need.of(id).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
