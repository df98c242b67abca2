package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds a stop of the subway in a text: "the Utica stop on the A", "Jay St", "estación 103". */
final class Stops {
  private static final int REACH =
      3; // words between a stop's name and the word that says it is one
  private static final double SAME_STOP_KM =
      0.45; // entrances of one stop, whatever its records say
  private static final double NAMED = 0.92;
  private static final double BY_NAME_ONLY = 0.8;
  private static final double OPEN = 0.5;

  /**
   * A stop that a name may mean.
   *
   * @param full whether the name is more than one of its streets
   * @param two whether it is two streets or more, as hardly anything else is called
   */
  private record Ref(Gazetteer.Station station, boolean full, boolean two) {}

  private final Gazetteer city;
  private final Words words;
  private final Phrases<Ref> names = new Phrases<>();
  private final Set<String> lines = new HashSet<>();

  Stops(Gazetteer city) {
    this.city = city;
    this.words = city.parts().words();
    for (Gazetteer.Station station : city.parts().stations().get()) {
      station.lines().forEach(line -> lines.add(line.toLowerCase(Locale.ROOT)));
      add(station.name(), station, true);
      for (String part : station.name().split("[-/()]")) {
        add(part, station, false);
      }
    }
  }

  private void add(String name, Gazetteer.Station station, boolean whole) {
    List<String> parts = Tokenizer.tokens(name, words).stream().map(Token::word).toList();
    if (parts.isEmpty()) {
      return;
    }
    boolean street = words.has(parts.getLast(), Words.Use.STREET);
    boolean two = whole && name.indexOf('-') > 0;
    names.add(
        parts, new Ref(station, (whole && parts.size() > 2) || (!street && !isNumber(parts)), two));
    if (street && parts.size() > 1) {
      names.add(parts.subList(0, parts.size() - 1), new Ref(station, false, false));
    }
    if (two) {
      List<String> bare = parts.stream().filter(p -> !words.has(p, Words.Use.STREET)).toList();
      if (bare.size() > 1 && bare.size() < parts.size()) {
        names.add(bare, new Ref(station, true, !isNumber(bare)));
      }
      if (street) {
        names.add(parts.subList(0, parts.size() - 1), new Ref(station, true, true));
      }
    }
    if (parts.size() == 2 && words.has(parts.getFirst(), Words.Use.STREET)) {
      names.add(parts.subList(1, 2), new Ref(station, false, false));
    }
  }

  private static boolean isNumber(List<String> parts) {
    return parts.stream().allMatch(p -> Character.isDigit(p.charAt(0)));
  }

  /** The stop that a text names, or several. */
  Optional<Clue> in(
      Context context, List<Names.Mention> areas, Set<String> boroughs, List<Point> around) {
    Set<String> onLines = linesNamed(context);
    Clue best = null;
    for (int from = 0; from < context.size(); from++) {
      int to = longest(context, from);
      if (to == from) {
        continue;
      }
      List<Ref> refs = refs(context, from, to);
      boolean said = said(context, from, to) || !onLines.isEmpty();
      List<Ref> meant =
          said
              ? refs
              : Marks.areaCovers(areas, from, to) ? List.of() : wholeNames(context, from, to, refs);
      List<Place> places = places(meant, onLines, boroughs, around, said ? NAMED : BY_NAME_ONLY);
      if (!places.isEmpty() && (best == null || to - from > best.to() - best.from())) {
        best = new Clue(from, to, places, Clue.Rank.STOP);
      }
      from = to - 1;
    }
    return Optional.ofNullable(best);
  }

  private static List<Ref> wholeNames(Context context, int from, int to, List<Ref> refs) {
    boolean expected = to - from > 1 && (context.near(from) || context.apart(from, to));
    return refs.stream().filter(ref -> expected ? ref.full() : ref.two()).toList();
  }

  private int longest(Context context, int from) {
    int node = Phrases.ROOT;
    int end = from;
    for (int i = from; i < context.size() && node != Phrases.NONE; i++) {
      node = names.step(node, names.id(context.word(i)));
      if (node != Phrases.NONE && !names.at(node).isEmpty()) {
        end = i + 1;
      }
    }
    boolean word = end == from + 1 && context.has(from, Words.Use.COMMON);
    boolean line = end == from + 1 && lines.contains(context.tokens().get(from).text());
    return word || line ? from : end;
  }

  private List<Ref> refs(Context context, int from, int to) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      parts.add(context.word(i));
    }
    return names.find(parts);
  }

  /** Whether "stop", "estación", "station", "train" stands beside the name. */
  private boolean said(Context context, int from, int to) {
    for (int i = Math.max(0, from - REACH); i < Math.min(context.size(), to + REACH); i++) {
      if ((i < from || i >= to) && context.has(i, Words.Use.STATION)) {
        return true;
      }
    }
    return false;
  }

  /** The lines a text names: "the A", "A train", "tren 7", "A/C line". */
  private Set<String> linesNamed(Context context) {
    Set<String> found = new HashSet<>();
    boolean stop = context.anywhere(Words.Use.STATION);
    for (int i = 0; i < context.size(); i++) {
      String text = context.tokens().get(i).text();
      boolean line = lines.contains(text);
      boolean before = context.has(i + 1, Words.Use.STATION);
      boolean after = context.has(i - 1, Words.Use.STATION);
      boolean last = i + 1 == context.size() || context.tokens().get(i + 1).afterPause();
      boolean led =
          context.has(i - 1, Words.Use.ARTICLE) && context.has(i - 2, Words.Use.NEAR)
              || stop && context.has(i - 1, Words.Use.NEAR);
      boolean onThe = last && led;
      if (line && (before || after || onThe)) {
        found.add(text);
      }
    }
    return found;
  }

  private List<Place> places(
      List<Ref> refs, Set<String> onLines, Set<String> boroughs, List<Point> around, double sure) {
    List<Gazetteer.Station> left = refs.stream().map(Ref::station).distinct().toList();
    left = narrowed(left, left.stream().filter(s -> boroughs.contains(s.borough())).toList());
    left =
        narrowed(
            left,
            left.stream()
                .filter(s ->
                    s.lines().stream().anyMatch(l -> onLines.contains(l.toLowerCase(Locale.ROOT))))
                .toList());
    if (!around.isEmpty()) {
      left =
          left.stream().sorted(Comparator.comparingDouble(s -> far(s, around))).limit(1).toList();
    }
    List<Place> places = new ArrayList<>();
    for (Gazetteer.Station station : left) {
      boolean other =
          places.stream().allMatch(p -> p.point().kilometersTo(station.point()) > SAME_STOP_KM);
      if (other) {
        places.add(place(station, lines(refs, station), sure));
      }
    }
    return places.size() > 1
        ? places.stream().map(place -> Resolver.sure(place, OPEN)).toList()
        : places;
  }

  private static double far(Gazetteer.Station station, List<Point> around) {
    return around.stream().mapToDouble(p -> p.kilometersTo(station.point())).min().orElse(0);
  }

  private static List<Gazetteer.Station> narrowed(
      List<Gazetteer.Station> all, List<Gazetteer.Station> some) {
    return some.isEmpty() ? all : some;
  }

  private static List<String> lines(List<Ref> all, Gazetteer.Station station) {
    return all.stream()
        .map(Ref::station)
        .filter(s -> s.point().kilometersTo(station.point()) <= SAME_STOP_KM)
        .flatMap(s -> s.lines().stream())
        .distinct()
        .toList();
  }

  private Place place(Gazetteer.Station station, List<String> lines, double confidence) {
    String ending = " " + words.shown();
    String name = station.name() + " " + String.join("/", lines) + ending;
    Optional<String> hood =
        Optional.of(station.neighborhood())
            .filter(h -> !h.isEmpty())
            .or(() -> city.zip(station.zip()).flatMap(z -> z.neighborhoods().stream().findFirst()));
    return new Place(
        PlaceKind.STATION,
        Gazetteer.shown(name.length() <= Gazetteer.MAX_NAME ? name : station.name()),
        Optional.of(station.zip()).filter(z -> !z.isEmpty()),
        hood,
        Optional.of(station.borough()),
        station.point(),
        confidence);
  }
}
