package org.neighborline.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What stands in the gaps of a text: ordinary values, and the longest that this hotline has.
 *
 * @param catalog says how long a value is in a language
 * @param typical whether ordinary values are meant
 */
record CheckValues(Catalog catalog, CheckScope scope, boolean typical) {
  /** Where a hotline has no names yet. */
  private static final String USUAL_GROUP = "Bed-Stuy Neighbors";

  private static final String LONG_GROUP = "Washington Heights Neighbors";
  private static final String USUAL_LEAD = "Ana";
  private static final String LONG_LEAD = "Maximiliano";
  private static final String USUAL_PLACE = "11221 Bed-Stuy";
  private static final String LONG_PLACE = "11208 East New York";
  private static final String PHONE = "+17185550101";
  private static final String USUAL_RESOURCE = "Grace Food Pantry";
  private static final String LONG_RESOURCE = "x".repeat(40); // as long as files may have it
  private static final String USUAL_DETAILS = "212 Halsey St, Sat 10-1, +17185550101";
  private static final String LONG_DETAILS = "x".repeat(40 + 2 + 40 + 2) + PHONE;
  private static final Arg LETTER = Arg.of("A");
  private static final String GROCERIES = "need.groceries";
  private static final String PASSED_ON = "I can come at 5 pm. Is the door on the left side? ";
  private static final int MANY_PEOPLE = 12;
  private static final int FEW_PEOPLE = 4;
  private static final int CHOICES_OF_PLACE = 3;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  /** A prompt for a text with every gap filled, as one tongue's reader would get it. */
  Prompt prompt(Text text, Tongue tongue) {
    Map<String, Arg> args = new HashMap<>();
    text.gaps().forEach(gap -> args.put(gap, value(text, gap, tongue)));
    return new Prompt(text, args);
  }

  /** A phrase as it goes to the other person. */
  Prompt prompt(Text text, Phrase phrase, Tongue tongue) {
    return Prompt.of(text, "lead", value(text, "lead", tongue), "words", filled(phrase, tongue));
  }

  private Arg value(Text text, String gap, Tongue tongue) {
    return switch (gap) {
      case "code" -> code(0);
      case "codes" -> new Arg.Row(IntStream.range(0, 3).mapToObj(this::code).toList(), ", ");
      case "group" -> Arg.of(name(scope.groups(), USUAL_GROUP, LONG_GROUP));
      case "lead" -> Arg.of(name(scope.leads(), USUAL_LEAD, LONG_LEAD));
      case "place" -> place();
      case "city" -> scope.city();
      case "need", "needs" -> need(tongue);
      case "language" -> language(tongue);
      case "time" -> text == Text.LEAD_PAUSED ? day(tongue) : time(tongue);
      case "letter" -> LETTER;
      case "resource" -> Arg.of(typical ? USUAL_RESOURCE : LONG_RESOURCE);
      case "details" -> Arg.of(typical ? USUAL_DETAILS : LONG_DETAILS);
      case "count" -> Arg.of(typical ? "5" : "20");
      case "key" -> Arg.of("1");
      case "phone" -> Arg.of(PHONE);
      case "words" -> words(text, tongue);
      case "phrases" -> phrases(text, tongue);
      case "phrase" -> Arg.of("P24");
      case "last" -> Arg.of(String.valueOf(Phrase.values().length));
      case "open" -> open();
      case "choices" -> text == Text.ASK_LANGUAGE ? languages() : places();
      default -> Arg.of(USUAL_PLACE); // a gap that came after this list
    };
  }

  private Arg words(Text text, Tongue tongue) {
    return switch (text) {
      case FROM_LEAD_ASK, PHRASE_SENT -> phrase(tongue);
      case ANSWERED -> new Arg.Row(List.of(phrase(tongue), new Arg.Phrased(Phrase.YES)), " ");
      default -> Arg.of(PASSED_ON.repeat(typical ? 1 : 3).strip());
    };
  }

  /** An ordinary phrase, or the longest of all. */
  private Arg phrase(Tongue tongue) {
    return typical
        ? filled(Phrase.OK_IN_MINUTES, tongue)
        : longest(Arrays.stream(Phrase.values()).map(p -> filled(p, tongue)).toList(), tongue);
  }

  /** A phrase as it is sent. */
  Arg filled(Phrase phrase, Tongue tongue) {
    return new Arg.Phrased(
        phrase,
        switch (phrase.gap()) {
          case NONE -> Optional.empty();
          case NUMBER -> Optional.of(Arg.of(typical ? "30" : "120"));
          case TIME -> Optional.of(time(tongue));
        });
  }

  private Arg phrases(Text text, Tongue tongue) {
    if (text == Text.TAKEN_FOREIGN) {
      Phrase third = typical ? Phrase.HOW_MANY : Phrase.MEDICINE_READY;
      return Arg.Phrased.listed(List.of(Phrase.ON_MY_WAY, Phrase.OK_IN_MINUTES, third));
    }
    List<Arg> pages = new ArrayList<>();
    for (int from = 0; from < Phrase.values().length; from += Phrase.PAGE) {
      pages.add(Arg.Phrased.listed(Phrase.page(from)));
    }
    return typical ? pages.getFirst() : longest(pages, tongue);
  }

  private Arg code(int i) {
    return Arg.of(List.of("K7M2", "R4TW", "9XBC").get(i) + (typical ? "" : "H"));
  }

  private Arg place() {
    return Arg.of(name(scope.places(), USUAL_PLACE, LONG_PLACE));
  }

  private String name(List<String> real, String usual, String longest) {
    return typical ? usual : real.stream().max(byLength()).orElse(longest);
  }

  /** What people ask for most, or the longest of all needs. */
  private Arg need(Tongue tongue) {
    if (typical) {
      return new Arg.ForPeople(new Arg.Term(GROCERIES), FEW_PEOPLE);
    }
    return longest(
        scope.terms().stream()
            .filter(t -> t.startsWith("need."))
            .map(t -> (Arg) new Arg.ForPeople(new Arg.Term(t), MANY_PEOPLE))
            .toList(),
        tongue);
  }

  private Arg language(Tongue tongue) {
    List<Arg> names = new ArrayList<>();
    catalog.languages().forEach(l -> names.add(new Arg.LanguageName(l)));
    return typical ? names.getFirst() : longest(names, tongue);
  }

  private Arg time(Tongue tongue) {
    List<Arg> times = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      Instant at = DAY.atTime(LocalTime.of(hour, 42)).atZone(scope.zone()).toInstant();
      times.add(new Arg.At(at));
    }
    return typical ? times.get(19) : longest(times, tongue);
  }

  private Arg day(Tongue tongue) {
    List<Arg> days = new ArrayList<>();
    for (int later = 0; later < 365; later += 3) {
      LocalDate day = DAY.plusDays(later);
      days.add(new Arg.OnDay(day.atTime(LocalTime.of(22, 42)).atZone(scope.zone()).toInstant()));
    }
    return typical ? days.getFirst() : longest(days, tongue);
  }

  /**
   * Two open dispatches. A list has no longest value: however it is measured, a busier day brings a
   * longer one.
   */
  private Arg open() {
    Arg first = new Arg.Row(List.of(LETTER, new Arg.Term(GROCERIES), Arg.of(USUAL_PLACE)), " ");
    Arg second =
        new Arg.Row(List.of(Arg.of("B"), new Arg.Term("need.medicine"), Arg.of("10453")), " ");
    return new Arg.Row(typical ? List.of(first) : List.of(first, second), ", ");
  }

  private Arg languages() {
    List<Arg> rows = new ArrayList<>();
    for (Language language : catalog.languages()) {
      String number = Integer.toString(rows.size() + 1);
      rows.add(new Arg.Row(List.of(Arg.of(number), new Arg.OwnName(language)), " "));
    }
    return new Arg.Row(rows, " ");
  }

  private Arg places() {
    List<Arg> rows = new ArrayList<>();
    for (int i = 1; i <= CHOICES_OF_PLACE; i++) {
      rows.add(new Arg.Row(List.of(Arg.of(Integer.toString(i)), place()), " "));
    }
    return new Arg.Row(rows, ", ");
  }

  private Arg longest(List<Arg> values, Tongue tongue) {
    Function<Arg, String> words = arg -> catalog.words(tongue, arg);
    return values.stream().max(Comparator.comparing(words, byLength())).orElse(LETTER);
  }

  /** One that needs UCS-2 is longer than any other of its size. */
  private static Comparator<String> byLength() {
    return Comparator.comparingInt(
        (String s) -> Segments.of(s).gsm7() ? s.length() : 2 * s.length() + 1);
  }
}
