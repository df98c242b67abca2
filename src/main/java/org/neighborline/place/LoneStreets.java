package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a street named without another: one place if it is short, else a question. */
final class LoneStreets {
  private static final int MAX_WORDS = 5; // of a street's name
  private static final int MIN_LETTERS = 6; // of a street's name that is no everyday word
  private static final int MAX_CHOICES = 5;
  private static final double SHORT_STREET = 0.65;
  private static final double LONG_STREET = 0.5;
  private static final double SHORT_KM = 1.5; // from a street's middle to its farthest corner

  private final Streets streets;
  private final Words words;

  LoneStreets(Gazetteer city) {
    this.streets = city.parts().streets();
    this.words = city.parts().words();
  }

  /** The street, or streets of one name, that a text names with its kind: "Washington St". */
  Optional<Clue> in(Context context, List<Names.Mention> areas, Set<String> boroughs) {
    for (int kind = 0; kind < context.size(); kind++) {
      if (context.hasWord(kind, Words.Use.STREET)) {
        for (int from = Math.max(0, kind - MAX_WORDS + 1); from < kind; from++) {
          List<Streets.Ref> refs =
              cutsName(areas, from) ? List.of() : find(context, from, kind + 1);
          if (!refs.isEmpty()) {
            return clue(from, kind + 1, refs, boroughs, called(areas, from, kind));
          }
        }
        List<Streets.Ref> refs = kindFirst(context, kind);
        if (!refs.isEmpty()) {
          return clue(kind, kind + 2, refs, boroughs, List.of());
        }
      }
    }
    return kindless(context, boroughs);
  }

  /** Whether a name would take the end of a neighborhood's: "Sheepshead [Bay Avenue X]". */
  private static boolean cutsName(List<Names.Mention> areas, int from) {
    return areas.stream().anyMatch(area -> area.from() < from && area.to() > from);
  }

  /** The neighborhoods that a street is called after: "Castle Hill Ave". */
  private static List<Gazetteer.Neighborhood> called(
      List<Names.Mention> areas, int from, int kind) {
    return areas.stream()
        .filter(area -> area.from() == from && area.to() == kind)
        .flatMap(area -> area.meanings().stream())
        .flatMap(m -> m instanceof Named.Hood(var hood) ? Stream.of(hood) : Stream.empty())
        .toList();
  }

  /** A street whose kind comes first: Avenue U, calle 116, avenida Broadway. */
  private List<Streets.Ref> kindFirst(Context context, int kind) {
    if (kind + 1 >= context.size() || context.person(kind)) {
      return List.of(); // "Jean Saint Louis" is no St Louis
    }
    List<Streets.Ref> refs = find(context, kind, kind + 2);
    boolean name = context.word(kind + 1).length() >= MIN_LETTERS;
    return refs.isEmpty() && name ? find(context, kind + 1, kind + 2) : refs;
  }

  /** A street that has no kind in its name, such as Broadway. */
  private Optional<Clue> kindless(Context context, Set<String> boroughs) {
    for (int at = 0; at < context.size(); at++) {
      boolean name =
          context.word(at).length() >= MIN_LETTERS
              && !context.has(at, Words.Use.COMMON)
              && (context.near(at) || context.apart(at, at + 1) || isRespelled(context, at));
      List<Streets.Ref> refs = name ? find(context, at, at + 1) : List.of();
      if (!refs.isEmpty()) {
        return clue(at, at + 1, refs, boroughs, List.of());
      }
    }
    return Optional.empty();
  }

  /** Whether a name was put into English from Chinese letters, as only streets' names are. */
  private static boolean isRespelled(Context context, int at) {
    return context.tokens().get(at).kind() == Token.Kind.HAN
        && context.word(at).charAt(0) < '\u0250';
  }

  private List<Streets.Ref> find(Context context, int from, int to) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (i > from && context.tokens().get(i).afterPause()) {
        return List.of();
      }
      parts.add(context.word(i));
    }
    String first = context.tokens().get(from).text();
    boolean letter = first.length() == 1 && !Character.isDigit(first.charAt(0));
    boolean han = context.tokens().get(to - 1).kind() == Token.Kind.HAN; // U大道, unlike "a street"
    boolean mere = to - from == 2 && !han && (letter || words.has(first, Words.Use.COMMON));
    return mere
        ? List.of()
        : streets.names().find(parts).stream().filter(ref -> !ref.bare()).toList();
  }

  private Optional<Clue> clue(
      int from,
      int to,
      List<Streets.Ref> refs,
      Set<String> boroughs,
      List<Gazetteer.Neighborhood> called) {
    CornerTable table = streets.table();
    List<Integer> meant =
        refs.stream()
            .map(Streets.Ref::street)
            .filter(s -> boroughs.isEmpty() || boroughs.contains(table.borough(s)))
            .distinct()
            .sorted(Comparator.comparingInt((Integer s) -> -table.cornerCount(s)))
            .toList();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    boolean one = meant.size() == 1;
    List<Place> places = new ArrayList<>();
    for (int street : meant) {
      if (one && !isShort(street)) {
        places.addAll(along(street, called));
      } else if (places.size() < MAX_CHOICES) {
        places.add(place(street, middle(street), table.borough(street), one));
      }
    }
    return Optional.of(new Clue(from, to, places, Clue.Rank.STREET));
  }

  /** The corner halfway along the list of a street's corners. */
  private int middle(int street) {
    CornerTable table = streets.table();
    return table.cornerOf(street, table.cornerCount(street) / 2);
  }

  private boolean isShort(int street) {
    CornerTable table = streets.table();
    Point middle = table.point(middle(street));
    for (int i = 0; i < table.cornerCount(street); i++) {
      if (table.point(table.cornerOf(street, i)).kilometersTo(middle) > SHORT_KM) {
        return false;
      }
    }
    return true;
  }

  /** A long street where it has its name from, if that is most of it; else all along it. */
  private List<Place> along(int street, List<Gazetteer.Neighborhood> called) {
    CornerTable table = streets.table();
    for (Gazetteer.Neighborhood hood : called) {
      int inside = 0;
      int nearest = table.cornerOf(street, 0);
      for (int i = 0; i < table.cornerCount(street); i++) {
        int corner = table.cornerOf(street, i);
        double away = table.point(corner).kilometersTo(hood.point());
        inside += away < SHORT_KM ? 1 : 0;
        nearest = away < table.point(nearest).kilometersTo(hood.point()) ? corner : nearest;
      }
      if (inside * 2 > table.cornerCount(street) && hood.borough().equals(table.borough(street))) {
        return List.of(place(street, nearest, hood.name(), true));
      }
    }
    return stretches(street);
  }

  /** A long street in the neighborhoods it runs through, those with most of its corners first. */
  private List<Place> stretches(int street) {
    CornerTable table = streets.table();
    Map<String, List<Integer>> byHood = new LinkedHashMap<>();
    for (int i = 0; i < table.cornerCount(street); i++) {
      int corner = table.cornerOf(street, i);
      byHood.computeIfAbsent(table.neighborhood(corner), _ -> new ArrayList<>()).add(corner);
    }
    return byHood.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .limit(MAX_CHOICES)
        .map(e -> place(street, e.getValue().get(e.getValue().size() / 2), e.getKey(), false))
        .toList();
  }

  private Place place(int street, int corner, String where, boolean only) {
    CornerTable table = streets.table();
    return new Place(
        PlaceKind.INTERSECTION,
        Gazetteer.shown(streets.shown(street, true) + ", " + where),
        Optional.of(table.zip(corner)).filter(z -> !z.isEmpty()),
        Optional.of(table.neighborhood(corner)).filter(h -> !h.isEmpty()),
        Optional.of(table.borough(street)),
        table.point(corner),
        only ? SHORT_STREET : LONG_STREET);
  }
}
