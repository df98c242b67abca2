package org.neighborline.store;

import java.time.Instant;
import java.util.List;

/**
 * Every event of a request, for people who ask what happened. No number and no words stand here.
 */
public final class Timeline {
  private static final String INSERT =
      "INSERT INTO event (request_id, at, actor, kind, detail) VALUES (?, ?, ?, ?, ?)";
  private static final String OF =
      "SELECT at, actor, kind, detail FROM event WHERE request_id = ? ORDER BY id";

  /**
   * One thing that happened.
   *
   * @param actor who did it: resident, hotline, carrier, or a lead's name
   * @param kind what: stored, asked, taken, passed, …
   * @param detail about whom or what, in few words
   */
  public record Entry(Instant at, String actor, String kind, String detail) {}

  Timeline() {}

  public void add(Tx tx, long requestId, Entry entry) {
    tx.update(INSERT, requestId, entry.at(), entry.actor(), entry.kind(), entry.detail());
  }

  /** Everything that happened to a request, in order. */
  public List<Entry> of(Tx tx, long requestId) {
    return tx.list(
        OF,
        row ->
            new Entry(row.instant("at"), row.text("actor"), row.text("kind"), row.text("detail")),
        requestId);
  }
}
