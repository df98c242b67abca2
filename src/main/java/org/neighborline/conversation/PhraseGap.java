package org.neighborline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.language.Phrase;
import org.neighborline.request.Question;
import org.neighborline.understanding.Reading;
import org.neighborline.understanding.When;

/** Fills a phrase with the number or the time that a lead typed after it; never with a guess. */
final class PhraseGap {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}0-9])([0-9]{1,3})(?![0-9])");
  private static final int MOST_MINUTES = 600;

  private PhraseGap() {}

  /** The phrase as it goes; empty where its number or time is missing, or can't be. */
  static Optional<Question> fill(Scene scene, Phrase phrase, String typed, Reading reading) {
    return switch (phrase.gap()) {
      case NONE -> Optional.of(question(scene, phrase, Optional.empty(), Optional.empty()));
      case NUMBER ->
          minutes(typed, reading)
              .map(n -> question(scene, phrase, Optional.of(n), Optional.empty()));
      case TIME ->
          time(scene, phrase, reading)
              .map(t -> question(scene, phrase, Optional.empty(), Optional.of(t)));
    };
  }

  private static Question question(
      Scene scene, Phrase phrase, Optional<Integer> minutes, Optional<Instant> time) {
    return new Question(phrase, minutes, time, scene.now());
  }

  /** "30", "30 min", "1 hour". */
  private static Optional<Integer> minutes(String typed, Reading reading) {
    Matcher number = NUMBER.matcher(typed);
    Optional<Long> byUnit =
        reading
            .when()
            .flatMap(w ->
                w instanceof When.After(Duration time)
                    ? Optional.of(time.toMinutes())
                    : Optional.empty());
    return number.find()
        ? Optional.of(byUnit.orElse(Long.parseLong(number.group(1))))
            .filter(n -> n > 0 && n <= MOST_MINUTES)
            .map(Long::intValue)
        : Optional.empty();
  }

  private static Optional<Instant> time(Scene scene, Phrase phrase, Reading reading) {
    ZoneId zone = scene.house().rules().zone();
    Optional<Instant> named =
        reading
            .when()
            .filter(w -> w instanceof When.At || w instanceof When.After)
            .map(w -> w.from(scene.now(), zone));
    boolean today = phrase == Phrase.OK_TODAY;
    return phrase == Phrase.OK_TOMORROW
        ? named.map(at -> onNextDay(scene.now(), at, zone))
        : named.filter(at -> !today || isSameDay(scene.now(), at, zone));
  }

  private static Instant onNextDay(Instant now, Instant at, ZoneId zone) {
    return now.atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atTime(at.atZone(zone).toLocalTime())
        .atZone(zone)
        .toInstant();
  }

  private static boolean isSameDay(Instant now, Instant at, ZoneId zone) {
    return now.atZone(zone).toLocalDate().equals(at.atZone(zone).toLocalDate());
  }

  /** When they come, where the phrase says so. */
  static Optional<Instant> promise(Scene scene, Question question) {
    return switch (question.phrase()) {
      case IN_MINUTES, OK_IN_MINUTES ->
          question.minutes().map(n -> scene.now().plus(Duration.ofMinutes(n)));
      case OK_TODAY, OK_TOMORROW -> question.time();
      default -> Optional.empty();
    };
  }
}
