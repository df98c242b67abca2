package org.neighborline.language;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A value that a text has a gap for; it becomes words only in the reader's language. */
public sealed interface Arg {
  /** Words that are the same in every language: a name, a code, a place, a number to dial. */
  record Words(String words) implements Arg {}

  /** A number of things, from 0; it decides plural forms. */
  record Count(long count) implements Arg {}

  /** A term of the language's file, such as {@code need.groceries}. */
  record Term(String key) implements Arg {}

  /** The name of a language, in the reader's language. */
  record LanguageName(Language language) implements Arg {}

  /** What a language calls itself, in its own letters. */
  record OwnName(Language language) implements Arg {}

  /**
   * A sentence of the phrasebook.
   *
   * @param value what fills it; empty where the phrase has no gap, or is only shown
   */
  record Phrased(Phrase phrase, Optional<Arg> value) implements Arg {
    public Phrased(Phrase phrase) {
      this(phrase, Optional.empty());
    }

    /** Phrases to choose from, each with what it is called by. */
    public static Arg listed(List<Phrase> phrases) {
      return new Row(
          phrases.stream()
              .<Arg>map(p -> new Row(List.of(new Words(p.label()), new Phrased(p)), " "))
              .toList(),
          " ");
    }
  }

  /** A time of day in the hotline's time zone ("7:42 PM"). */
  record At(Instant instant) implements Arg {}

  /** The same with its day, when that is not today ("Fri, Nov 27, 2:00 PM"). */
  record OnDay(Instant instant) implements Arg {}

  /** Several values in a row, separated by commas, or by spaces where each brings its own key. */
  record Row(List<Arg> args, String separator) implements Arg {}

  /** Something for a number of people ("food for 4"). */
  record ForPeople(Arg what, int people) implements Arg {}

  static Arg of(String words) {
    return new Words(words);
  }
}
