package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.carrier.Carrier;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.Redactions.Redaction;
import org.neighborline.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes an erasure behind the turn that made it: what the database's log still holds goes, and
 * the carrier's copies are redacted, tried again until the carrier has done it.
 */
public final class Redactor {
  private static final Logger LOG = LoggerFactory.getLogger(Redactor.class);
  private static final int MOST = 10;

  /** Carriers keep texts for about a year. */
  private static final Duration CARRIER_KEEPS = Duration.ofDays(400);

  /** A text that is still on its way can't be redacted yet: soon, then ever more rarely. */
  private static final Duration FIRST = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofHours(6);

  /** Days of trying; then a person must look. */
  private static final int TELL_AFTER = 12;

  private final Store store;
  private final Books books;
  private final Carrier carrier;
  private final List<PhoneNumber> numbers;

  public Redactor(Store store, Books books, Carrier carrier, List<PhoneNumber> numbers) {
    this.store = store;
    this.books = books;
    this.carrier = carrier;
    this.numbers = numbers;
  }

  /** Does what is due. */
  public void runOnce(Instant now) {
    forgetLog();
    for (Redaction redaction : store.read(tx -> books.redactions().due(tx, now, MOST))) {
      boolean done = redact(redaction);
      Instant again = now.plus(wait(redaction.attempts()));
      store
          .write(tx -> {
            if (done) {
              books.redactions().done(tx, redaction.id());
            } else {
              books.redactions().later(tx, redaction.id(), again);
            }
            return done;
          })
          .join();
      if (!done && redaction.attempts() == TELL_AFTER) {
        LOG.error(
            "the carrier does not redact erased texts (redaction {}): look at its console",
            redaction.id());
      }
    }
  }

  /** Redactions that the carrier has not done yet. */
  public int open() {
    return store.read(tx -> books.redactions().open(tx));
  }

  /** The mark goes only when nothing was erased since. */
  private void forgetLog() {
    Optional<String> erased = store.read(tx -> books.records().erased(tx));
    if (erased.isPresent() && store.forgetLog()) {
      store
          .write(tx -> {
            books.records().logForgotten(tx, erased.get());
            return true;
          })
          .join();
    }
  }

  private boolean redact(Redaction redaction) {
    if (redaction.sid().isPresent()) {
      return carrier.redact(redaction.sid().get());
    }
    List<Carrier.Listed> all = new ArrayList<>();
    PhoneNumber phone = redaction.phone().orElseThrow();
    Instant since = redaction.until().minus(CARRIER_KEEPS);
    for (PhoneNumber number : numbers) {
      Optional<List<Carrier.Listed>> sent = carrier.sentTo(number, phone, since);
      Optional<List<Carrier.Listed>> received = carrier.sentTo(phone, number, since);
      if (sent.isEmpty() || received.isEmpty()) {
        return false;
      }
      all.addAll(sent.get());
      all.addAll(received.get());
    }
    return all.stream()
        .filter(text -> !text.at().isAfter(redaction.until()) && !text.body().isEmpty())
        .allMatch(text -> carrier.redact(text.sid()));
  }

  private static Duration wait(int attempts) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts, 12));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
