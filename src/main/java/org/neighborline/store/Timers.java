package org.neighborline.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** "Look at this at": a subject has one timer, and its own deadline judges when it rings. */
public final class Timers {
  private static final String SET =
      "INSERT INTO timer (subject, due) VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET due = excluded.due";
  private static final String CLEAR = "DELETE FROM timer WHERE subject = ?";

  /** What is due at one moment goes urgent requests first, then the oldest. */
  private static final String DUE =
      """
      SELECT t.subject AS subject
        FROM timer t
        LEFT JOIN request r
          ON r.id = CASE WHEN t.subject LIKE 'r:%' THEN CAST(SUBSTR(t.subject, 3) AS BIGINT) END
       WHERE t.due <= ?
       ORDER BY t.due, CASE WHEN r.urgency = 'URGENT' THEN 0 ELSE 1 END, COALESCE(r.id, 0), t.subject
       LIMIT ?
      """;

  private static final String ONE = "SELECT due FROM timer WHERE subject = ?";
  private static final String NEXT = "SELECT MIN(due) AS at FROM timer";

  Timers() {}

  /** The timer of a request. */
  public static String ofRequest(long id) {
    return "r:" + id;
  }

  /** The timer of a conversation, by its key. */
  public static String ofConversation(String key) {
    return "c:" + key;
  }

  /** The timer of a lead's shifts. */
  public static String ofLead(long id) {
    return "l:" + id;
  }

  /** The timer of a lead's question to those who offered help. */
  public static String ofAppeal(long id) {
    return "a:" + id;
  }

  /** Sets a subject's timer, or clears it. */
  public void set(Tx tx, String subject, Optional<Instant> due) {
    if (due.isPresent()) {
      tx.update(SET, subject, due.get());
    } else {
      tx.update(CLEAR, subject);
    }
  }

  /** Subjects whose time has come: what is due longest, then what is urgent, then the oldest. */
  public List<String> due(Tx tx, Instant now, int most) {
    return tx.list(DUE, row -> row.text("subject"), now, most);
  }

  /** Whether a subject's time has come. */
  public boolean isDue(Tx tx, String subject, Instant now) {
    return tx.first(ONE, row -> row.instant("due"), subject)
        .filter(due -> !due.isAfter(now))
        .isPresent();
  }

  /** When the next timer rings. */
  public Optional<Instant> next(Tx tx) {
    return tx.first(NEXT, row -> row.optionalInstant("at")).flatMap(at -> at);
  }
}
