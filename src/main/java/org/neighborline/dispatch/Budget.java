package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a request's time neighbors have had: only time counts in which one of them had the
 * question, so that a night spent waiting costs nothing.
 */
final class Budget {
  private Budget() {}

  /** What is left of it before the backstop is asked; nothing or less when it is spent. */
  static Duration left(Search search) {
    return search.rules().budgetFor(search.request().isUrgent()).minus(spent(search));
  }

  private static Duration spent(Search search) {
    List<Dispatch> neighbors =
        search.dispatches().stream()
            .filter(d -> d.round() == search.request().round())
            .filter(d -> !search.isBackstop(d.groupId()) && d.status().wasReached())
            .sorted(Comparator.comparing(Dispatch::askedAt))
            .toList();
    Duration spent = Duration.ZERO;
    Instant until = Instant.MIN;
    for (Dispatch dispatch : neighbors) {
      Instant from = later(dispatch.askedAt(), until);
      Instant to = earlier(dispatch.answerBy(), search.now());
      if (to.isAfter(from)) {
        spent = spent.plus(Duration.between(from, to));
        until = to;
      }
    }
    return spent;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
