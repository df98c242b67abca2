package org.neighborline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.contact.Contact;
import org.neighborline.simulator.VirtualPhone;
import org.neighborline.store.Audit;
import org.neighborline.store.Store;

/** Looks over the whole database every few hours, and over what a crash can tear after each. */
final class Inspector {
  static final Duration EVERY = Duration.ofHours(2);

  /** Processes are down for minutes at most; a deadline may be that late, and a little more. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** A resident who was not told by then was forgotten, not kept waiting. */
  private static final Duration TOLD_WITHIN = Duration.ofHours(2);

  /** An attempt without an answer is asked after within a minute, and the carrier can be ill. */
  private static final Duration TRIED_WITHIN = Duration.ofMinutes(20);

  private static final Duration SENT_WITHIN = Duration.ofHours(3);

  /** The sweep comes once an hour, and takes some hundreds at a time. */
  private static final Duration SWEPT_WITHIN = Duration.ofHours(3);

  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final World world;
  private final Watch watch;
  private final Store store;
  private final Ledger ledger;
  private final Crowd crowd;
  private final Audit audit = new Audit();
  private Instant toldUntil;

  Inspector(World world, Watch watch, Store store, Ledger ledger, Crowd crowd) {
    this.world = world;
    this.watch = watch;
    this.store = store;
    this.ledger = ledger;
    this.crowd = crowd;
    this.toldUntil = world.clock().instant();
  }

  /** After a crash: whatever was cut in two shows here. */
  void afterACrash() {
    all(Invariant.AGREES, store.read(audit::disagreeing));
    all(Invariant.ONE_HOLDER, store.read(audit::heldTwice));
  }

  /** Everything; a process must have been up for a while. */
  void everything(Instant now) {
    afterACrash();
    all(Invariant.NEXT_STEP, store.read(tx -> audit.stranded(tx, now.minus(LATE))));
    all(
        Invariant.AGREES,
        store.read(tx -> audit.stuck(tx, now.minus(TRIED_WITHIN), now.minus(SENT_WITHIN))));
    Instant gone = now.minus(Plan.RETENTION).minus(SWEPT_WITHIN);
    long words = store.read(tx -> audit.wordsKept(tx, gone));
    watch.check(Invariant.ERASED, words == 0, "words or people of " + words + " rows are kept");
    long numbers = store.read(tx -> audit.numbersKept(tx, gone));
    watch.check(Invariant.ERASED, numbers == 0, "the numbers of " + numbers + " people are kept");
    outcomes(now.minus(TOLD_WITHIN));
  }

  private void all(Invariant invariant, List<String> found) {
    watch.look(invariant);
    found.forEach(what -> watch.breaks(invariant, what));
  }

  private void outcomes(Instant until) {
    if (!until.isAfter(toldUntil)) {
      return;
    }
    for (Audit.Change change : store.read(tx -> audit.changes(tx, toldUntil, until))) {
      Optional<Contact> resident =
          store.read(tx -> world.books().contacts().find(tx, change.contactId()));
      boolean reached =
          resident
              .filter(this::canBeReached)
              .filter(r -> watch.wasReached(r.phone(), change.at()))
              .isPresent();
      if (reached) {
        boolean told =
            ledger.heard(resident.get().phone().e164()).stream()
                .anyMatch(h ->
                    !h.at().isBefore(change.at().minus(ROUNDING))
                        && h.words().contains(change.code()));
        watch.check(
            Invariant.OUTCOME,
            told,
            change.code() + " is " + change.kind() + ", and nobody said so");
      }
    }
    toldUntil = until;
  }

  private boolean canBeReached(Contact contact) {
    return contact.reach().mayBeTexted()
        && !watch.isOut(contact.phone())
        && crowd
            .at(contact.phone())
            .filter(p -> p.phone().line() != VirtualPhone.Line.REFUSED)
            .isPresent();
  }
}
