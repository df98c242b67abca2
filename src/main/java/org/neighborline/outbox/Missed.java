package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.neighborline.carrier.Carrier;
import org.neighborline.conversation.Event;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.Store;
import org.neighborline.switchboard.Inbound;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches texts that came while we were down: the carrier lists them, and those we do not know come
 * in by the same door, their replies as texts of their own.
 */
public final class Missed {
  private static final Logger LOG = LoggerFactory.getLogger(Missed.class);
  private static final String FACT = "inbound-listed-until";

  /** Each look goes back this far: the carrier may list late. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  /** A younger text may still be on its way to our webhook. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(90);

  private final Store store;
  private final Books books;
  private final Switchboard switchboard;
  private final Carrier carrier;
  private final List<PhoneNumber> numbers;
  private final Function<String, Reading> reader;

  /** Texts that failed and are still listed: told once, tried at every look. */
  private final Set<String> failing = new HashSet<>();

  private final AtomicLong failed = new AtomicLong();

  public Missed(
      Store store,
      Books books,
      Switchboard switchboard,
      Carrier carrier,
      List<PhoneNumber> numbers,
      Function<String, Reading> reader) {
    this.store = store;
    this.books = books;
    this.switchboard = switchboard;
    this.carrier = carrier;
    this.numbers = numbers;
    this.reader = reader;
  }

  /** Texts that could not be taken in since the start, each counted once. */
  public long failed() {
    return failed.get();
  }

  /**
   * Takes in what is new. One text that fails keeps no other out; it is tried again as long as it
   * is listed.
   *
   * @return how many texts were taken in
   */
  public int runOnce(Instant now) {
    Instant until =
        store.read(tx -> books.records().fact(tx, FACT)).map(Instant::parse).orElse(now);
    List<Carrier.Listed> listed = new ArrayList<>();
    for (PhoneNumber number : numbers) {
      Optional<List<Carrier.Listed>> some = carrier.received(number, until.minus(OVERLAP));
      if (some.isEmpty()) {
        return 0;
      }
      listed.addAll(some.get());
    }
    listed.sort(Comparator.comparing(Carrier.Listed::at));
    failing.retainAll(listed.stream().map(Carrier.Listed::sid).toList());
    int taken = 0;
    for (Carrier.Listed text : listed) {
      if (text.at().isBefore(now.minus(ON_ITS_WAY))) {
        taken += take(text) ? 1 : 0;
      }
    }
    store
        .write(tx -> {
          books.records().keepFact(tx, FACT, now.toString());
          return true;
        })
        .join();
    return taken;
  }

  private boolean take(Carrier.Listed text) {
    Optional<PhoneNumber> from = PhoneNumber.exact(text.from());
    if (from.isEmpty()) {
      return false;
    }
    try {
      Event.Answered event = new Event.Answered(reader.apply(text.body()), text.media() > 0);
      boolean isNew = switchboard.takeMissed(Inbound.text(text.sid(), from.get(), event)).join();
      failing.remove(text.sid());
      return isNew;
    } catch (RuntimeException broken) {
      tell(text.sid(), broken);
      return false;
    }
  }

  /** The kind of failure only: its message could hold someone's words. */
  private void tell(String sid, RuntimeException broken) {
    if (failing.add(sid)) {
      failed.incrementAndGet();
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      LOG.error(
          "the missed text {} could not be taken in and is tried again: {} at {}",
          sid,
          cause.getClass().getName(),
          cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "?");
    }
  }
}
