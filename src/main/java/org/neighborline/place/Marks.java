package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a hospital, a park, public housing, … that a text steers by. */
final class Marks {
  private static final double SAME_MARK_KM = 0.6;
  private static final double KIND_SAID = 0.9; // "Marcy Houses", "Elmhurst Hospital"
  private static final double NAME_SAID = 0.8; // "Bellevue Hospital Center" in full
  private static final double HEARD = 0.65; // as it sounds
  private static final double OPEN = 0.5;
  private static final int WHOLE_NAME = 3; // words that are hardly anything else
  private static final String HOUSING = "nycha";
  private static final Set<String> BY_FULL_NAME =
      Set.of("clinic", "nursing home", "firehouse", "market");

  /** A landmark that a name may mean; {@code full} when its own name says what kind it is. */
  private record Ref(Gazetteer.Landmark mark, boolean full) {
    /** Whether the name alone tells what is meant: "Crotona Park", "Bellevue". */
    boolean known() {
      return full || mark.kind().equals("hospital");
    }
  }

  private final Gazetteer city;
  private final Words words;
  private final Lazy<Phrases<Ref>> names = new Lazy<>(this::read);

  private final HospitalsByEar ear;

  Marks(Gazetteer city) {
    this.city = city;
    this.ear = new HospitalsByEar(city);
    this.words = city.parts().words();
  }

  private Phrases<Ref> read() {
    Phrases<Ref> all = new Phrases<>();
    for (Gazetteer.Landmark mark : city.parts().landmarks().get()) {
      add(all, mark.name(), mark);
      if (!BY_FULL_NAME.contains(mark.kind())) {
        mark.also().forEach(also -> add(all, also, mark));
        for (String part : mark.name().split(" - |/")) {
          add(all, part, mark);
        }
      }
    }
    return all;
  }

  private void add(Phrases<Ref> all, String name, Gazetteer.Landmark mark) {
    List<String> parts = Tokenizer.tokens(name, words).stream().map(Token::word).toList();
    int size = parts.size();
    if (size == 0) {
      return;
    }
    if (size > 2 && words.has(parts.getFirst(), Words.Use.TITLE)) {
      all.add(parts.subList(1, size), new Ref(mark, true));
    }
    boolean kind = size > 1 && words.has(parts.getLast(), Words.Use.LANDMARK);
    all.add(parts, new Ref(mark, size > 1));
    if (BY_FULL_NAME.contains(mark.kind())) {
      return;
    }
    int bare = size;
    while (bare > 1 && words.has(parts.get(bare - 1), Words.Use.LANDMARK)) {
      bare--;
      all.add(parts.subList(0, bare), new Ref(mark, false));
    }
    if (kind && bare + 1 < size) {
      all.add(parts.subList(0, bare + 1), new Ref(mark, true));
    }
  }

  /** The landmark that a text names, or several. */
  Optional<Clue> in(
      Context context, List<Names.Mention> areas, Set<String> boroughs, List<Point> around) {
    Clue best = null;
    for (int from = 0; from < context.size(); from++) {
      Found found = longest(context, from);
      if (found.to == from) {
        continue;
      }
      int last = found.to;
      boolean said = saidBeside(context, from, last);
      boolean area = areaCovers(areas, from, last) && (!said || isLonger(areas, from, last));
      List<Place> places = area ? List.of() : places(context, from, found, said, boroughs, around);
      if (!places.isEmpty() && (best == null || last - from > best.to() - best.from())) {
        best = new Clue(from, last, places, Clue.Rank.MARK);
      }
      from = last - 1;
    }
    return Optional.ofNullable(best).or(() -> heard(context, areas));
  }

  /** A hospital written as it sounds, where no neighborhood is named by the same word. */
  private Optional<Clue> heard(Context context, List<Names.Mention> areas) {
    return ear.in(context)
        .filter(h -> !areaCovers(areas, h.from(), h.to()))
        .map(h -> new Clue(h.from(), h.to(), List.of(place(h.mark(), HEARD)), Clue.Rank.MARK));
  }

  static boolean areaCovers(List<Names.Mention> areas, int from, int to) {
    return areas.stream().anyMatch(area -> area.from() <= from && area.to() >= to);
  }

  /** Whether an area's name goes on where the landmark's ends: "Jamaica Center". */
  private static boolean isLonger(List<Names.Mention> areas, int from, int to) {
    return areas.stream()
        .anyMatch(a -> a.from() <= from && a.to() >= to && a.to() - a.from() > to - from);
  }

  private record Found(int to, List<Ref> refs) {}

  private Found longest(Context context, int from) {
    Phrases<Ref> all = names.get();
    int node = Phrases.ROOT;
    Found best = new Found(from, List.of());
    for (int i = from; i < context.size() && node != Phrases.NONE; i++) {
      node = all.step(node, all.id(context.word(i)));
      if (node != Phrases.NONE && !all.at(node).isEmpty()) {
        best = new Found(i + 1, all.at(node));
      }
    }
    boolean common = best.to == from + 1 && context.has(from, Words.Use.COMMON);
    return common ? new Found(from, List.of()) : best;
  }

  /** Whether "houses", "hospital", "parque" stands right before or after the name, or ends it. */
  private boolean saidBeside(Context context, int from, int to) {
    boolean center = to < context.size() && words.kind(context.word(to)).equals("center");
    return (context.hasWord(to, Words.Use.LANDMARK) && !center)
        || context.hasWord(from - 1, Words.Use.LANDMARK)
        || (context.has(from - 1, Words.Use.NEAR) && context.hasWord(from - 2, Words.Use.LANDMARK))
        || (to - from > 1 && context.hasWord(to - 1, Words.Use.LANDMARK));
  }

  private List<Place> places(
      Context context,
      int from,
      Found found,
      boolean said,
      Set<String> boroughs,
      List<Point> around) {
    boolean whole = found.to - from >= WHOLE_NAME;
    boolean expected = whole || context.near(from) || context.apart(from, found.to);
    boolean housing = expected && !said && context.anywhereKind(HOUSING);
    boolean street =
        expected
            && found.to - from == 1
            && !context.whole(from, found.to)
            && !city.parts().streets().names().find(context.words(from, found.to)).isEmpty();
    List<Ref> meant =
        found.refs.stream()
            .filter(ref ->
                said
                    || (expected && !street && ref.known())
                    || (housing && ref.mark.kind().equals(HOUSING)))
            .toList();
    String kind = said ? kindSaid(context, from, found.to) : "";
    List<Gazetteer.Landmark> left = meant.stream().map(Ref::mark).distinct().toList();
    if (!kind.isEmpty()) {
      left = left.stream().filter(m -> isOfKind(m, kind)).toList();
    }
    left = narrowed(left, left.stream().filter(m -> boroughs.contains(m.borough())).toList());
    if (!around.isEmpty()) {
      left =
          left.stream().sorted(Comparator.comparingDouble(m -> far(m, around))).limit(1).toList();
    }
    List<Place> places = new ArrayList<>();
    for (Gazetteer.Landmark mark : left) {
      boolean other =
          places.stream().allMatch(p -> p.point().kilometersTo(mark.point()) > SAME_MARK_KM);
      if (other) {
        places.add(place(mark, said ? KIND_SAID : NAME_SAID));
      }
    }
    return places.size() > 1
        ? places.stream().map(place -> Resolver.sure(place, OPEN)).toList()
        : places;
  }

  private static boolean isOfKind(Gazetteer.Landmark mark, String kind) {
    boolean hospital = kind.equals("hospital") && mark.kind().equals("clinic");
    return hospital || mark.kind().equals(kind);
  }

  private String kindSaid(Context context, int from, int to) {
    for (int at : new int[] {to, from - 1, from - 2, to - 1}) {
      if (context.hasWord(at, Words.Use.LANDMARK)) {
        return words.kind(context.word(at));
      }
    }
    return "";
  }

  private static double far(Gazetteer.Landmark mark, List<Point> around) {
    return around.stream().mapToDouble(p -> p.kilometersTo(mark.point())).min().orElse(0);
  }

  private static List<Gazetteer.Landmark> narrowed(
      List<Gazetteer.Landmark> all, List<Gazetteer.Landmark> some) {
    return some.isEmpty() ? all : some;
  }

  private Place place(Gazetteer.Landmark mark, double confidence) {
    String name = mark.name();
    String kind = words.shownKind(mark.kind());
    boolean says = kind.isEmpty() || name.contains(kind);
    Optional<String> hood =
        Optional.of(mark.neighborhood())
            .filter(h -> !h.isEmpty())
            .or(() -> city.zip(mark.zip()).flatMap(z -> z.neighborhoods().stream().findFirst()));
    return new Place(
        PlaceKind.LANDMARK,
        Gazetteer.shown(says ? name : name + " " + kind),
        Optional.of(mark.zip()).filter(z -> !z.isEmpty()),
        hood,
        Optional.of(mark.borough()),
        mark.point(),
        confidence);
  }
}
