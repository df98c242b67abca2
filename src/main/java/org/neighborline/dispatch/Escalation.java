package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;

/** Decides whom to ask next, from who was asked so far. */
final class Escalation {
  private Escalation() {}

  /** Someone to ask. */
  record Offer(Group group, Lead lead) {}

  /** What comes next. */
  sealed interface Next {
    /** These are asked, all of one group. */
    record Ask(List<Offer> offers) implements Next {}

    /** Whoever has the question has some time left. */
    record Wait() implements Next {}

    /**
     * Nobody may be asked now.
     *
     * @param until when someone may
     * @param asleep whether that is the hour, not a full tree
     */
    record Hold(Instant until, boolean asleep) implements Next {}

    /** Everyone was asked. */
    record Nobody() implements Next {}
  }

  /** Looks down the chain of groups for people not yet asked in this round. */
  static Next next(Search search) {
    Optional<Instant> awake = Optional.empty();
    boolean full = false;
    for (Group group : search.chain()) {
      List<Offer> offers = new ArrayList<>();
      for (Lead lead : inOrder(group, search)) {
        if (!mayBeAsked(search, group, lead)) {
          awake = earlier(awake, nextAsk(search, group, lead));
        } else if (hasRoom(search, group, lead)) {
          offers.add(new Offer(group, lead));
        } else {
          full = true;
        }
      }
      int waiting = search.waitingIn(group);
      int free = Math.min(group.tree().ask() - waiting, offers.size());
      if (free > 0) {
        return new Next.Ask(List.copyOf(offers.subList(0, free)));
      }
      if (waiting > 0) {
        return new Next.Wait();
      }
    }
    if (!search.waiting().isEmpty()) {
      return new Next.Wait();
    }
    if (full) {
      return new Next.Hold(search.now().plus(Rules.LOOK_AGAIN), false);
    }
    // Who was really asked may not make the resident wait for days for the last one of the tree.
    Instant soon = search.now().plus(Rules.LONGEST_NIGHT);
    return awake
        .filter(at -> at.isBefore(soon) || !search.wasAnyoneAsked())
        .<Next>map(at -> new Next.Hold(at, true))
        .orElseGet(Next.Nobody::new);
  }

  /** By tier, whoever was asked longest ago first; those who rarely answer after the others. */
  static List<Lead> inOrder(Group group, Search search) {
    return group.leads().stream()
        .filter(lead -> !search.wasAsked(lead) && !search.isInNeed(lead))
        .sorted(
            Comparator.comparing((Lead l) -> rarelyAnswers(l, search.now()))
                .thenComparingInt(Lead::tier)
                .thenComparing(Escalation::lastAsked)
                .thenComparingLong(Lead::id))
        .toList();
  }

  private static boolean rarelyAnswers(Lead lead, Instant now) {
    return lead.standing().silent() >= Rules.MOST_SILENT
        && Duration.between(lastAsked(lead), now).compareTo(Rules.ASK_ONCE_IN) < 0;
  }

  private static Instant lastAsked(Lead lead) {
    return lead.standing().lastAsked().orElse(Instant.EPOCH);
  }

  static boolean hasRoom(Search search, Group group, Lead lead) {
    return group.hasCapacity() && lead.standing().open() < search.rules().capacity();
  }

  private static boolean mayBeAsked(Search search, Group group, Lead lead) {
    return group.mayAsk(lead, search.now(), search.rules().quiet(), search.request().isUrgent());
  }

  private static Optional<Instant> nextAsk(Search search, Group group, Lead lead) {
    return group.nextAsk(lead, search.now(), search.rules().quiet(), search.request().isUrgent());
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().isBefore(other.get()) ? one : other;
  }
}
