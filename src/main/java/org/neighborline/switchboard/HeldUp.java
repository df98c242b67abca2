package org.neighborline.switchboard;

import java.time.Instant;
import java.util.Optional;
import org.neighborline.store.Books;
import org.neighborline.store.Tx;

/**
 * Why no text of ours goes out now, as every node and the timers see it: while it stands, a lead
 * whose text waits was not asked yet, and nobody is passed over.
 *
 * @param code the carrier's code of a fault on our side; 0 when the carrier itself is not well
 * @param until when the sender tries again
 */
public record HeldUp(int code, Instant until) {
  private static final String FACT = "sender-held-up";

  /** What holds the sender up, if anything does. */
  public static Optional<HeldUp> find(Books books, Tx tx) {
    return books
        .records()
        .fact(tx, FACT)
        .map(fact -> fact.split(" "))
        .map(parts -> new HeldUp(Integer.parseInt(parts[0]), Instant.parse(parts[1])));
  }

  boolean keep(Books books, Tx tx) {
    books.records().keepFact(tx, FACT, code + " " + until);
    return true;
  }

  static boolean clear(Books books, Tx tx) {
    books.records().dropFact(tx, FACT);
    return true;
  }
}
