package org.neighborline.request;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;
import org.neighborline.understanding.Urgency;

/**
 * What the intake knows so far of a request.
 *
 * @param needs what is needed, the clearest first; may be empty
 * @param place where, once known
 * @param people for how many, when said
 * @param urgency how soon
 * @param words everything the resident wrote about it, as written; the lead reads this
 */
public record Draft(
    Set<Need> needs, Optional<Place> place, OptionalInt people, Urgency urgency, String words) {
  /** What a request keeps of a person's words at most. */
  public static final int LONGEST_WORDS = 4_000;

  public static final Draft EMPTY =
      new Draft(Set.of(), Optional.empty(), OptionalInt.empty(), Urgency.NORMAL, "");

  public boolean isComplete() {
    return !needs.isEmpty() && place.isPresent();
  }

  /** Whether there is anything that a person could act on. */
  public boolean isWorthKeeping() {
    return !needs.isEmpty() || place.isPresent();
  }

  /** Takes over what a text says; what it doesn't say stays. */
  public Draft with(Reading reading) {
    Set<Need> both = new LinkedHashSet<>(needs);
    both.addAll(reading.needs());
    if (both.size() > 1) {
      both.remove(Need.OTHER);
    }
    Optional<Place> where =
        reading.place() instanceof Finding.Found(Place found) ? Optional.of(found) : place;
    OptionalInt howMany = reading.people().isPresent() ? reading.people() : people;
    Urgency soon = reading.urgency() == Urgency.NORMAL ? urgency : reading.urgency();
    return new Draft(both, where, howMany, soon, joined(words, reading.words()));
  }

  public Draft withNeeds(Set<Need> now) {
    return new Draft(now, place, people, urgency, words);
  }

  /** The need is said anew: for how many goes with the need, place and words stay. */
  public Draft anew() {
    return new Draft(Set.of(), place, OptionalInt.empty(), urgency, words);
  }

  public Draft withPlace(Optional<Place> now) {
    return new Draft(needs, now, people, urgency, words);
  }

  public Draft withWords(String more) {
    return new Draft(needs, place, people, urgency, joined(words, more));
  }

  /** In these words instead. */
  public Draft saying(String now) {
    return new Draft(needs, place, people, urgency, now);
  }

  public Draft withPeople(OptionalInt now) {
    return new Draft(needs, place, now, urgency, words);
  }

  public Draft urgent() {
    return new Draft(needs, place, people, Urgency.URGENT, words);
  }

  public boolean isUrgent() {
    return urgency == Urgency.URGENT;
  }

  private static String joined(String before, String more) {
    if (more.isBlank() || before.equals(more)) {
      return before;
    }
    String both = before.isEmpty() ? more : before + "\n" + more;
    return both.length() > LONGEST_WORDS ? both.substring(0, LONGEST_WORDS) : both;
  }
}
