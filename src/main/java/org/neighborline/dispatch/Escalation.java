package org.neighborline.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;

/** Decides whom to ask next, from who was asked so far. */
final class Escalation {
  private static final Comparator<Lead> ORDER =
      Comparator.comparingInt(Lead::tier)
          .thenComparing(l -> l.standing().lastAsked().orElse(Instant.MIN))
          .thenComparingLong(Lead::id);

  private Escalation() {}

  /** What comes next. */
  sealed interface Next {
    record Ask(Group group, Lead lead) implements Next {}

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

  /** Looks down the chain of groups for someone not yet asked in this round. */
  static Next next(Search search) {
    Optional<Instant> awake = Optional.empty();
    boolean full = false;
    for (Group group : search.chain()) {
      for (Lead lead : inOrder(group)) {
        if (search.wasAsked(lead) || search.isInNeed(lead)) {
          continue;
        }
        boolean room = group.hasCapacity() && lead.standing().open() < search.rules().capacity();
        if (mayBeAsked(search, group, lead)) {
          if (room) {
            return new Next.Ask(group, lead);
          }
          full = true;
        } else {
          awake =
              earlier(
                  awake,
                  group.nextAsk(
                      lead, search.now(), search.rules().quiet(), search.request().isUrgent()));
        }
      }
    }
    if (full) {
      return new Next.Hold(search.now().plus(Rules.LOOK_AGAIN), false);
    }
    return awake.<Next>map(at -> new Next.Hold(at, true)).orElseGet(Next.Nobody::new);
  }

  private static boolean mayBeAsked(Search search, Group group, Lead lead) {
    return group.mayAsk(lead, search.now(), search.rules().quiet(), search.request().isUrgent());
  }

  private static List<Lead> inOrder(Group group) {
    return group.leads().stream().sorted(ORDER).toList();
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().isBefore(other.get()) ? one : other;
  }
}
