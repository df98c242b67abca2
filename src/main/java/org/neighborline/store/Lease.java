package org.neighborline.store;

import java.time.Duration;
import java.time.Instant;

/** Lets one node at a time do what must not be done twice: send for a number, wake timers. */
public final class Lease {
  private static final String HOLD =
      """
      INSERT INTO lease (name, owner, until) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
       WHERE lease.owner = excluded.owner OR lease.until <= ?
      """;
  private static final String RELEASE = "DELETE FROM lease WHERE name = ? AND owner = ?";

  private Lease() {}

  /**
   * Takes or renews a lease. Renew well before it ends: another node's clock may run ahead.
   *
   * @return whether the owner holds it until {@code now + duration}; false while another does.
   */
  public static boolean tryHold(Tx tx, String name, String owner, Instant now, Duration duration) {
    return tx.update(HOLD, name, owner, now.plus(duration), now) == 1;
  }

  /** Gives a lease back, so that another node need not wait for its end. */
  public static void release(Tx tx, String name, String owner) {
    tx.update(RELEASE, name, owner);
  }
}
