package org.neighborline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neighborline.carrier.Carrier;
import org.neighborline.conversation.Event;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.Store;
import org.neighborline.switchboard.Inbound;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reading;

/**
 * Fetches texts that came while we were down: the carrier lists them, and those we do not know come
 * in by the same door, their replies as texts of their own.
 */
public final class Missed {
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

  /**
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
    int taken = 0;
    for (Carrier.Listed text : listed) {
      Optional<PhoneNumber> from = PhoneNumber.exact(text.from());
      if (from.isPresent() && text.at().isBefore(now.minus(ON_ITS_WAY))) {
        Event.Answered event = new Event.Answered(reader.apply(text.body()), text.media() > 0);
        taken += switchboard.takeMissed(Inbound.text(text.sid(), from.get(), event)).join() ? 1 : 0;
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
}
