package org.neighborline.geocode;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.place.Point;

/** Answers that a geocoder gave, so that it is not asked the same twice; in memory only. */
final class Known {
  private static final int MOST = 1_000; // answers kept, the last used the longest
  private static final Duration KEPT = Duration.ofDays(1);

  private record Answer(List<Point> points, Instant at) {}

  private final Map<String, Answer> answers =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<List<Point>> get(String address, Instant now) {
    return Optional.ofNullable(answers.get(address))
        .filter(answer -> answer.at.plus(KEPT).isAfter(now))
        .map(Answer::points);
  }

  synchronized void put(String address, List<Point> points, Instant now) {
    answers.put(address, new Answer(points, now));
  }
}
