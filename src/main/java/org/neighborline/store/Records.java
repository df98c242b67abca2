package org.neighborline.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;

/** What is written once and read rarely: gaps, recordings, facts of the hotline itself. */
public final class Records {
  private static final String GAP =
      "INSERT INTO gap (at, needs, zip, borough, language, why) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String GAPS_SINCE = "SELECT needs FROM gap WHERE at > ?";
  private static final String RECORDING =
      "INSERT INTO recording (sid, request_id, seconds, at) VALUES (?, ?, ?, ?) ON CONFLICT (sid) DO NOTHING";
  private static final String NOTE =
      "INSERT INTO note (request_id, contact_id, at, words) VALUES (?, ?, ?, ?)";
  private static final String NOTES = "SELECT words FROM note WHERE request_id = ? ORDER BY id";
  private static final String NOTE_CONTEXT = "note|words";
  private static final String FACT = "SELECT value FROM fact WHERE name = ?";
  private static final String FACTS = "SELECT name, value FROM fact WHERE name LIKE ?";
  private static final String SET_FACT =
      "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  private static final String ERASED = "erased";
  private static final String DROP_FACT_AS = "DELETE FROM fact WHERE name = ? AND value = ?";
  private static final String DROP_FACT = "DELETE FROM fact WHERE name = ?";

  private final Vault vault;

  Records(Vault vault) {
    this.vault = vault;
  }

  public void gap(
      Tx tx, Instant now, List<Need> needs, Optional<Place> place, String language, String why) {
    tx.update(
        GAP,
        now,
        ids(needs),
        place.flatMap(Place::zip),
        place.flatMap(Place::borough),
        language,
        why);
  }

  /** How often each need was a gap since a moment, the most frequent first. */
  public Map<Need, Integer> gapsSince(Tx tx, Instant then) {
    Map<Need, Integer> counts = new EnumMap<>(Need.class);
    tx.list(GAPS_SINCE, row -> row.text("needs").split(" "), then).stream()
        .flatMap(Arrays::stream)
        .flatMap(id -> Need.of(id).stream())
        .forEach(need -> counts.merge(need, 1, Integer::sum));
    Map<Need, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Need, Integer>comparingByValue().reversed())
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  public void recording(Tx tx, Instant now, String sid, long requestId, int seconds) {
    tx.update(RECORDING, sid, requestId, seconds, now);
  }

  /** A line of a lead about a request that is over. */
  public void note(Tx tx, Instant now, long requestId, long contactId, String words) {
    tx.update(NOTE, requestId, contactId, now, vault.seal(words, NOTE_CONTEXT));
  }

  /** What leads noted about a request, in order. */
  public List<String> notes(Tx tx, long requestId) {
    return tx.list(
        NOTES,
        row ->
            row.optionalBytes("words").map(sealed -> vault.open(sealed, NOTE_CONTEXT)).orElse(""),
        requestId);
  }

  /** A fact of the hotline itself. */
  public Optional<String> fact(Tx tx, String name) {
    return tx.first(FACT, row -> row.text("value"), name);
  }

  /** All facts whose names begin so. */
  public Map<String, String> facts(Tx tx, String prefix) {
    Map<String, String> facts = new HashMap<>();
    tx.list(FACTS, row -> facts.put(row.text("name"), row.text("value")) == null, prefix + "%");
    return facts;
  }

  public void keepFact(Tx tx, String name, String value) {
    tx.update(SET_FACT, name, value);
  }

  public void dropFact(Tx tx, String name) {
    tx.update(DROP_FACT, name);
  }

  /** Something was erased: the database's log may hold it until it is forgotten too. */
  public void erased(Tx tx, Instant now) {
    keepFact(tx, ERASED, now.toString());
  }

  /** When something was erased that the log may still hold. */
  public Optional<String> erased(Tx tx) {
    return fact(tx, ERASED);
  }

  /** The log holds nothing that was erased until a moment. */
  public void logForgotten(Tx tx, String erased) {
    tx.update(DROP_FACT_AS, ERASED, erased);
  }

  private static String ids(List<Need> needs) {
    return needs.stream().map(Need::id).collect(Collectors.joining(" "));
  }
}
