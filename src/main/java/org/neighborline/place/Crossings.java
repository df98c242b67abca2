package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds two streets that cross in a text: "Nostrand y Fulton", "Calle 116 & Lexington". */
final class Crossings {
  private static final int MAX_APART = 4; // streets of one text that are tried with each other
  private static final double LOST = 100; // no corner at all
  private static final double UNCERTAIN =
      0.35; // what it costs a corner that it is not in the facts
  private static final double MUCH_BETTER = 1.5; // than a corner that is in the facts
  private static final double MANY =
      0.2; // what a well-known street is worth, a doubling of corners
  private static final double NO_STREET = 0.45; // a number that is an avenue's
  private static final double NO_LINK = 0.8; // nothing but a space between the names
  private static final double BESIDE_NEAR = 0.3; // "at", "on", "by" between them
  private static final double TYPED = 0.95;
  private static final double BARE = 0.9;
  private static final double GUESSED = 0.65; // bare names outside any place's words
  private static final double PLACED = 0.65; // between its neighbors, or with a typing error

  private final Streets streets;
  private final StreetSpans spans;
  private final MissingCorners missing;
  private final CornerChoice choice;

  Crossings(Gazetteer city) {
    this.streets = city.parts().streets();
    this.spans = new StreetSpans(city);
    this.missing = new MissingCorners(streets);
    this.choice = new CornerChoice(city);
  }

  /** Whether a text has the words of a crossing at all, so that streets need be loaded. */
  static boolean mayCross(Context context) {
    for (int i = 0; i < context.size(); i++) {
      if (context.has(i, Words.Use.AND)
          || context.hasWord(i, Words.Use.STREET)
          || isStreetNumber(context.tokens().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStreetNumber(Token token) {
    int digits = token.text().length();
    return token.isNumber() && (token.ordinal() || digits == 2 || digits == 3);
  }

  /**
   * The corner that a text names.
   *
   * @param boroughs the boroughs named in the same text; empty if none is
   * @param around points of neighborhoods named in the same text
   */
  Optional<Clue> in(
      Context context, List<Names.Mention> areas, Set<String> boroughs, List<Point> around) {
    List<Corner> corners = new ArrayList<>();
    for (int at = 1; at < context.size(); at++) {
      boolean and = context.has(at, Words.Use.AND);
      boolean near = context.has(at, Words.Use.NEAR);
      boolean beside = near && !leadsTo(areas, at + 1) && !endsArea(context, areas, at);
      if (and || beside) {
        linked(context, at, and ? 0 : BESIDE_NEAR, boroughs, corners);
      }
      adjacent(context, at, areas, boroughs, corners);
    }
    corners.removeIf(corner -> !corner.typed() && cutsName(areas, corner));
    List<Corner> all = List.copyOf(corners);
    corners.removeIf(corner -> all.stream().anyMatch(other -> holds(other, corner)));
    if (corners.isEmpty()) {
      apart(context, areas, boroughs, corners);
    }
    if (corners.isEmpty()) {
      return Optional.empty();
    }
    return choice.best(corners, around);
  }

  /** Whether a neighborhood follows: "Nassau Ave in Greenpoint" is no corner of Greenpoint Ave. */
  private static boolean leadsTo(List<Names.Mention> areas, int at) {
    return areas.stream()
        .filter(area -> area.from() == at)
        .anyMatch(area -> area.meanings().getFirst() instanceof Named.Hood);
  }

  /** Whether one crossing takes all words of another and more: "8 Ave n 60 St" of Ave N. */
  private static boolean holds(Corner more, Corner less) {
    return more.typed()
        && more.from() <= less.from()
        && less.to() <= more.to()
        && more.to() - more.from() > less.to() - less.from()
        && more.cost() <= less.cost() + MUCH_BETTER;
  }

  /** Whether a neighborhood is named before: "na Greenpoincie przy Manhattan Ave". */
  private static boolean endsArea(Context context, List<Names.Mention> areas, int at) {
    return areas.stream()
        .anyMatch(area ->
            area.to() == at
                && area.meanings().getFirst() instanceof Named.Hood
                && !context.isStreet(area.to()));
  }

  /** Streets with their kinds that stand apart in a text: "on Nostrand Ave, Fulton St is near". */
  private void apart(
      Context context, List<Names.Mention> areas, Set<String> boroughs, List<Corner> out) {
    List<StreetSpan> named = new ArrayList<>();
    int at = 0;
    while (at < context.size() && named.size() < MAX_APART) {
      Optional<StreetSpan> span =
          spans.forward(context, at).filter(s -> s.typed() && !isPark(context, areas, s));
      span.ifPresent(named::add);
      at = span.map(StreetSpan::to).orElse(at + 1);
    }
    for (int i = 1; i < named.size() && out.isEmpty(); i++) {
      cross(context, named.get(i - 1), named.get(i), NO_LINK, boroughs, out);
    }
  }

  /**
   * Whether a name that only lacks its direction is an area's: "Prospect Park" of its west side.
   */
  private static boolean isPark(Context context, List<Names.Mention> areas, StreetSpan span) {
    return !context.hasWord(span.to() - 1, Words.Use.STREET)
        && Marks.areaCovers(areas, span.from(), span.to());
  }

  /** Whether a name without a street's kind is an area's: "Fulton St Brooklyn" is no corner. */
  private static boolean isArea(List<Names.Mention> areas, StreetSpan span) {
    return !span.typed() && Marks.areaCovers(areas, span.from(), span.to());
  }

  /** Whether a crossing takes one word of a neighborhood's name: "Ozone [Park e ...]". */
  private static boolean cutsName(List<Names.Mention> areas, Corner corner) {
    return areas.stream()
        .anyMatch(area ->
            (area.from() <= corner.from() && corner.to() <= area.to())
                || (area.from() < corner.from() && corner.from() < area.to())
                || (area.from() < corner.to() && corner.to() < area.to()));
  }

  private void linked(
      Context context, int link, double cost, Set<String> boroughs, List<Corner> out) {
    int after = link + 1;
    while (after < context.size()
        && (context.has(after, Words.Use.ARTICLE)
            || context.has(after, Words.Use.NEAR)
            || context.has(after, Words.Use.AND))
        && after < link + 3
        && spans.forward(context, after).isEmpty()) {
      after++;
    }
    Optional<StreetSpan> right = spans.forward(context, after);
    Optional<StreetSpan> left = spans.backward(context, link);
    if (cost > 0
        && (left.filter(s -> isWord(context, s)).isPresent()
            || right.filter(s -> isWord(context, s)).isPresent())) {
      return; // "m rete", "cerca del parque"
    }
    if (left.isPresent() && right.isPresent()) {
      cross(context, left.get(), right.get(), cost, boroughs, out);
    } else if (cost == 0) {
      misspelled(context, link, after, left, right, boroughs, out);
    }
  }

  private void adjacent(
      Context context, int at, List<Names.Mention> areas, Set<String> boroughs, List<Corner> out) {
    Optional<StreetSpan> left = spans.backward(context, at).filter(span -> !isArea(areas, span));
    Optional<StreetSpan> right = spans.forward(context, at).filter(span -> !isArea(areas, span));
    if (left.isPresent()
        && right.isPresent()
        && (left.get().typed() || right.get().typed() || !context.wordy())
        && !(left.get().number() && right.get().number() && !right.get().typed())) {
      cross(context, left.get(), right.get(), NO_LINK, boroughs, out);
    }
  }

  private void cross(
      Context context,
      StreetSpan a,
      StreetSpan b,
      double link,
      Set<String> boroughs,
      List<Corner> out) {
    boolean typed = a.typed() || b.typed();
    boolean vague = !typed && (isVague(context, a) && isVague(context, b));
    if (vague || bothNumbers(context, a, b)) {
      return;
    }
    boolean expected =
        typed
            || context.near(a.from())
            || context.apart(a.from(), b.to())
            || context.apart(a.from(), a.to());
    int before = out.size();
    CornerTable table = streets.table();
    for (Streets.Ref x : a.refs()) {
      for (Streets.Ref y : b.refs()) {
        if (!boroughs.isEmpty() && !boroughs.contains(table.borough(x.street()))) {
          continue;
        }
        int corner = x.street() == y.street() ? -1 : table.corner(x.street(), y.street());
        double cost =
            link + x.cost() + y.cost() - known(x.street(), y.street()) + odd(a, x) + odd(b, y);
        for (; corner >= 0; corner = table.another(corner)) {
          out.add(
              new Corner(
                  a.from(),
                  b.to(),
                  CornerPlace.of(streets, corner, x.street(), y.street(), sure(typed, expected)),
                  cost,
                  typed));
        }
      }
    }
    boolean bothTyped = a.typed() && b.typed() && out.size() == before;
    if ((link == 0 && (typed || expected)) || bothTyped) {
      double least =
          out.subList(before, out.size()).stream().mapToDouble(Corner::cost).min().orElse(LOST);
      missing(a, b, least, boroughs, out);
    }
  }

  /** A mere number is more often a street than an avenue: "Astoria Blvd con la 31". */
  private double odd(StreetSpan span, Streets.Ref ref) {
    boolean street = streets.table().name(ref.street()).endsWith(" ST");
    return span.number() && ref.bare() && !street ? NO_STREET : 0;
  }

  /** Whether a name is one letter, or the word for a park or a hospital. */
  private static boolean isWord(Context context, StreetSpan span) {
    boolean letter = context.word(span.from()).length() == 1 && !span.number();
    return span.to() - span.from() == 1
        && (letter || context.hasWord(span.from(), Words.Use.LANDMARK));
  }

  /** Whether a name is a mere number or letter, as in "2 and 3" or "a, 10". */
  private static boolean isVague(Context context, StreetSpan span) {
    String word = context.word(span.from());
    boolean letter = word.length() == 1 && !Character.isDigit(word.charAt(0));
    return span.number() || (span.to() - span.from() == 1 && letter);
  }

  private static boolean bothNumbers(Context context, StreetSpan a, StreetSpan b) {
    return a.number() && b.number() && !context.hasWord(a.to() - 1, Words.Use.STREET);
  }

  private static double sure(boolean typed, boolean expected) {
    return typed ? TYPED : expected ? BARE : GUESSED;
  }

  private double known(int a, int b) {
    CornerTable table = streets.table();
    int fewer = Math.min(table.cornerCount(a), table.cornerCount(b));
    return MANY * Math.log(1 + fewer) / Math.log(2);
  }

  /**
   * Adds corners that the facts lack, where the streets are much better known than what is there.
   */
  private void missing(
      StreetSpan a, StreetSpan b, double least, Set<String> boroughs, List<Corner> out) {
    for (Streets.Ref x : a.refs()) {
      for (Streets.Ref y : b.refs()) {
        double cost = x.cost() + y.cost() - known(x.street(), y.street());
        boolean better = least == LOST || cost + MUCH_BETTER < least;
        if (better
            && (boroughs.isEmpty() || boroughs.contains(streets.table().borough(x.street())))) {
          missing
              .between(x.street(), y.street(), PLACED)
              .ifPresent(
                  place -> out.add(new Corner(a.from(), b.to(), place, cost + UNCERTAIN, true)));
        }
      }
    }
  }

  private void misspelled(
      Context context,
      int link,
      int after,
      Optional<StreetSpan> left,
      Optional<StreetSpan> right,
      Set<String> boroughs,
      List<Corner> out) {
    if (left.isPresent() && after < context.size()) {
      missing
          .like(left.get().refs(), context.joined(after, 1), boroughs, PLACED)
          .ifPresent(p -> out.add(new Corner(left.get().from(), after + 1, p, 1, true)));
    } else if (right.isPresent() && link > 0) {
      int end = context.hasWord(link - 1, Words.Use.STREET) ? link - 1 : link;
      if (end > 0) {
        missing
            .like(right.get().refs(), context.joined(end - 1, 1), boroughs, PLACED)
            .ifPresent(p -> out.add(new Corner(end - 1, right.get().to(), p, 1, true)));
      }
    }
  }
}
