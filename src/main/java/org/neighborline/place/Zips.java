package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds ZIP codes among the numbers of a text: written, spaced, spelled, with four more digits. */
final class Zips {
  private static final int DIGITS = 5;
  private static final int LONG_DIGITS = 9; // ZIP+4 without its hyphen
  private static final int MAX_LABEL = 3; // words before a number that may tell what it is
  private static final double WRITTEN = 0.98;
  private static final double SPACED = 0.9;
  private static final double SPELLED = 0.9;
  private static final double ELSEWHERE = 0.9;

  /** A ZIP in the words {@code from} to {@code to}; its place is outside when the city lacks it. */
  record Mention(int from, int to, Place place) {
    boolean outside() {
      return place.kind() == PlaceKind.OUTSIDE;
    }

    /** The same words where names in other scripts were put in English, which may be longer. */
    Clue clue(List<Token> tokens, List<Token> english) {
      int start = tokens.get(from).start();
      int end = tokens.get(to - 1).end();
      int first = 0;
      while (english.get(first).end() <= start) {
        first++;
      }
      int last = first + 1;
      while (last < english.size() && english.get(last).start() < end) {
        last++;
      }
      return new Clue(first, last, List.of(place), outside() ? Clue.Rank.AWAY : Clue.Rank.ZIP);
    }
  }

  private final Gazetteer city;
  private final Words words;

  Zips(Gazetteer city) {
    this.city = city;
    this.words = city.parts().words();
  }

  List<Mention> in(List<Token> tokens) {
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Mention> mention = at(tokens, at);
      mention.ifPresent(found::add);
      at = mention.map(Mention::to).orElse(at + 1);
    }
    return found;
  }

  private Optional<Mention> at(List<Token> tokens, int from) {
    Token token = tokens.get(from);
    if (token.isNumber()) {
      return token.text().length() == DIGITS || token.text().length() == LONG_DIGITS
          ? written(tokens, from)
          : spaced(tokens, from);
    }
    return words.digits(token.text()).isEmpty() ? Optional.empty() : spelled(tokens, from);
  }

  private Optional<Mention> written(List<Token> tokens, int from) {
    Token token = tokens.get(from);
    if (isLabelled(tokens, from)
        || token.before() == '$'
        || (token.before() == '#' && !afterZipWord(tokens, from))) {
      return Optional.empty();
    }
    boolean phone = from > 0 && tokens.get(from - 1).isNumber() && token.before() == '-';
    boolean more = from + 1 < tokens.size() && tokens.get(from + 1).isNumber();
    int to = from + 1;
    if (more && tokens.get(from + 1).before() == '-') {
      if (tokens.get(from + 1).text().length() != LONG_DIGITS - DIGITS) {
        return Optional.empty();
      }
      to++;
    }
    if (phone || (to < tokens.size() && words.has(tokens.get(to).text(), Words.Use.COUNT))) {
      return Optional.empty();
    }
    String zip = token.text().substring(0, DIGITS);
    Optional<Place> inside = city.zip(zip).map(z -> city.place(z, WRITTEN));
    int end = to;
    if (inside.isEmpty() && token.text().length() == DIGITS) {
      inside = city.parts().country().find(zip, ELSEWHERE);
    }
    return inside.map(place -> new Mention(from, end, place));
  }

  /** Whether a word just before says that a number is something else's: "case number is". */
  private boolean isLabelled(List<Token> tokens, int at) {
    boolean labelled = false;
    for (int i = Math.max(0, at - MAX_LABEL); i < at; i++) {
      boolean apart = tokens.get(i + 1).afterPause();
      labelled = !apart && (labelled || words.has(tokens.get(i).text(), Words.Use.LABEL));
      if (words.has(tokens.get(i).text(), Words.Use.ZIP)) {
        return false;
      }
    }
    return labelled;
  }

  private boolean afterZipWord(List<Token> tokens, int at) {
    return at > 0 && words.has(tokens.get(at - 1).text(), Words.Use.ZIP);
  }

  /** Digits apart, as in 1 1 2 2 1, or two groups, as in 11 221. */
  private Optional<Mention> spaced(List<Token> tokens, int from) {
    StringBuilder digits = new StringBuilder();
    int at = from;
    boolean single = true;
    while (at < tokens.size() && tokens.get(at).isNumber() && !tokens.get(at).ordinal()) {
      single &= tokens.get(at).text().length() == 1;
      digits.append(tokens.get(at).text());
      at++;
    }
    boolean groups = at - from == 2 && tokens.get(from + 1).before() == ' ';
    boolean apart = from == 0 || !tokens.get(from - 1).isNumber();
    if (digits.length() != DIGITS || !apart || !(single || groups)) {
      return Optional.empty();
    }
    int to = at;
    boolean street = to < tokens.size() && words.has(tokens.get(to).word(), Words.Use.STREET);
    return street && !single
        ? Optional.empty()
        : city.zip(digits.toString()).map(z -> new Mention(from, to, city.place(z, SPACED)));
  }

  /** Number words, one digit each or in tens: "eleven two twenty one". */
  private Optional<Mention> spelled(List<Token> tokens, int from) {
    StringBuilder digits = new StringBuilder();
    int at = from;
    boolean tens = false;
    while (at < tokens.size() && digits.length() < DIGITS) {
      Token token = tokens.get(at);
      String value = token.isNumber() ? token.text() : words.digits(token.text());
      if (value.isEmpty()) {
        break;
      }
      if (tens && value.length() == 1 && !value.equals("0")) {
        digits.setLength(digits.length() - 1); // twenty one
      }
      digits.append(value);
      tens = value.length() == 2 && value.endsWith("0") && !value.equals("10");
      at++;
    }
    if (tens && at < tokens.size() && words.digits(tokens.get(at).text()).length() == 1) {
      digits.setLength(digits.length() - 1);
      digits.append(words.digits(tokens.get(at).text()));
      at++;
    }
    int to = at;
    return digits.length() == DIGITS && to - from > 1
        ? city.zip(digits.toString()).map(z -> new Mention(from, to, city.place(z, SPELLED)))
        : Optional.empty();
  }
}
