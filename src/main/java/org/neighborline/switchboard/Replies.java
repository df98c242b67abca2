package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.neighborline.contact.Contact;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Dialect;
import org.neighborline.store.Inbounds.Replied;
import org.neighborline.store.Lease;
import org.neighborline.store.Store;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;

/**
 * Watches over replies that go out in a webhook's answer. Each process keeps one moment: texts that
 * it took before have their reply out. It is written down once a second while texts come, never
 * within a turn. When a process was killed, what it took after that moment is answered by a text of
 * its own: a rare double is possible, and counted; a loss is not.
 */
public final class Replies {
  private static final String FACT = "replied-until ";
  private static final String ALIVE = "alive ";

  /** A text may be taken a moment before it is noted as open. */
  private static final Duration NOTING = Duration.ofMillis(500);

  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration RENEW = Duration.ofSeconds(5);

  /** An older reply says nothing any more. */
  private static final Duration KEEPS = Duration.ofHours(12);

  private final String node = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Instant> open = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> lastTaken = new AtomicReference<>(Instant.EPOCH);
  private final AtomicReference<Instant> written = new AtomicReference<>(Instant.EPOCH);
  private final AtomicLong again = new AtomicLong();
  private final Store store;
  private final Books books;
  private final Mail mail;
  private final InstantSource clock;

  Replies(Store store, Books books, Mail mail, InstantSource clock) {
    this.store = store;
    this.books = books;
    this.mail = mail;
    this.clock = clock;
  }

  /** This process' name, kept with each text that it takes. */
  String node() {
    return node;
  }

  /** A webhook waits for the reply to its text. */
  void expected(Inbound inbound) {
    Instant now = clock.instant();
    lastTaken.set(now);
    open.put(inbound.key(), now);
  }

  /** The reply has left us, to its last byte, or there is none. */
  public void handed(Inbound inbound) {
    open.remove(inbound.key());
  }

  /** Replies that were sent again after a process was killed. */
  public long sentAgain() {
    return again.get();
  }

  /** From the first text on, this process has its moment. */
  void start(Tx tx, Instant now) {
    if (books.records().fact(tx, FACT + node).isEmpty()) {
      books.records().keepFact(tx, FACT + node, now.toString());
      alive(tx, now);
    }
  }

  private void alive(Tx tx, Instant now) {
    if (tx.dialect() == Dialect.POSTGRESQL) {
      Lease.tryHold(tx, ALIVE + node, node, now, LEASE);
    }
  }

  /** Writes the moment down, when texts came since. */
  public void keep(Instant now) {
    Instant until =
        open.values().stream()
            .min(Instant::compareTo)
            .filter(first -> first.isBefore(now))
            .orElse(now)
            .minus(NOTING);
    boolean news = until.isAfter(written.get()) && !lastTaken.get().isBefore(written.get());
    boolean due = store.dialect() == Dialect.POSTGRESQL && until.isAfter(written.get().plus(RENEW));
    if (news || due) {
      written.set(until);
      store
          .write(tx -> {
            books.records().keepFact(tx, FACT + node, until.toString());
            alive(tx, now);
            return true;
          })
          .join();
    }
  }

  /** Told to stop: everything that was taken has its answer, unless a webhook was cut off. */
  public void close() {
    if (open.isEmpty()) {
      store
          .write(tx -> {
            books.records().dropFact(tx, FACT + node);
            Lease.release(tx, ALIVE + node, node);
            return true;
          })
          .join();
    }
  }

  /** Sends what processes that are gone took and may not have answered. */
  public void recover(Instant now) {
    if (store.read(tx -> books.records().facts(tx, FACT)).size() > 1) {
      again.addAndGet(store.write(tx -> recover(tx, now)).join());
    }
  }

  private int recover(Tx tx, Instant now) {
    Map<String, Instant> gone = new HashMap<>();
    books
        .records()
        .facts(tx, FACT)
        .forEach((name, until) -> {
          String other = name.substring(FACT.length());
          if (!other.equals(node) && isGone(tx, other, now)) {
            gone.put(other, Instant.parse(until));
            books.records().dropFact(tx, name);
            Lease.release(tx, ALIVE + other, node);
          }
        });
    if (gone.isEmpty()) {
      return 0;
    }
    Instant since = gone.values().stream().min(Instant::compareTo).orElse(now);
    Instant oldest = now.minus(KEEPS);
    Map<Long, Replied> newest = new HashMap<>();
    books
        .inbounds()
        .repliedSince(tx, since.isBefore(oldest) ? oldest : since)
        .forEach(reply -> newest.put(reply.contactId(), reply));
    List<Replied> lost =
        newest.values().stream()
            .filter(r -> gone.containsKey(r.node()) && !r.at().isBefore(gone.get(r.node())))
            .toList();
    lost.forEach(r -> mail.sendWords(tx, now, r.contactId(), Stored.read(r.reply()).text()));
    return lost.size();
  }

  /** On SQLite there is one process; on PostgreSQL one that lives renews its lease. */
  private boolean isGone(Tx tx, String other, Instant now) {
    return tx.dialect() == Dialect.SQLITE || Lease.tryHold(tx, ALIVE + other, node, now, LEASE);
  }

  /**
   * The carrier says that a reply did not arrive: kept with its text and told in the timeline of
   * what the person asked for, so that whoever looks knows that they may not know.
   *
   * @return whether it is new
   */
  public CompletableFuture<Boolean> undelivered(PhoneNumber to, String key, int error) {
    return store.write(tx -> {
      Contact contact = books.contacts().find(tx, to);
      boolean isNew = books.inbounds().undelivered(tx, contact.id(), key, error);
      if (isNew) {
        tell(tx, contact, error);
      }
      return isNew;
    });
  }

  private void tell(Tx tx, Contact contact, int error) {
    Instant now = clock.instant();
    if (error == Deliveries.OPTED_OUT) {
      books.contacts().save(tx, contact.withReach(contact.reach().withOptedOut(true)));
    }
    books.requests().recent(tx, contact.id(), now).stream()
        .filter(r -> r.status().isLive())
        .map(HelpRequest::id)
        .forEach(id ->
            books
                .timeline()
                .add(tx, id, new Timeline.Entry(now, "carrier", "reply lost", "error " + error)));
  }
}
