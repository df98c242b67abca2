package org.neighborline.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Weighs the clues of a text against each other and settles on one place, or on a question. */
final class Resolver {
  private static final double SURE = 0.93; // a name that means one place only
  private static final double AGREED = 0.97; // and its borough is named too
  private static final double WEAK = 0.85; // an everyday word, where a place is expected
  private static final double BOROUGH = 0.92;
  private static final double AWAY = 0.9;
  private static final double DISAGREED = 0.6; // the borough named is another
  private static final double STREET =
      0.55; // the name is followed by "avenue": a street of that name
  private static final double LONG_STREET = 0.68; // the name is a street's too
  private static final double OPEN = 0.5; // one of several
  private static final double BESIDE_KM = 2; // from a neighborhood's middle to a street in it
  private static final double FAR_KM = 3.5; // from a neighborhood's middle to what is not in it

  private final Gazetteer city;

  Resolver(Gazetteer city) {
    this.city = city;
  }

  /** Whether some name means several neighborhoods, so that a street beside it would help. */
  static boolean open(List<Names.Mention> areas) {
    return areas.stream().anyMatch(a -> hoods(a).size() > 1);
  }

  /** The same names without those meanings that lie far from a street named beside them. */
  static List<Names.Mention> narrowed(List<Names.Mention> areas, Clue street) {
    return areas.stream()
        .map(a -> {
          List<Named> close = hoods(a).stream().filter(n -> isBeside(n, street)).toList();
          boolean apart = a.to() <= street.from() || a.from() >= street.to();
          return apart && hoods(a).size() > 1 && close.size() == 1
              ? new Names.Mention(a.from(), a.to(), close, a.weak())
              : a;
        })
        .toList();
  }

  private static List<Named> hoods(Names.Mention mention) {
    return mention.meanings().stream().filter(Named.Hood.class::isInstance).toList();
  }

  private static boolean isBeside(Named meaning, Clue street) {
    return meaning instanceof Named.Hood(var hood)
        && street.places().stream().anyMatch(p -> p.point().kilometersTo(hood.point()) < BESIDE_KM);
  }

  Located resolve(Context context, List<Clue> exact, List<Names.Mention> areas) {
    List<Clue> clues = new ArrayList<>();
    for (Clue clue : exact) {
      boolean there =
          clue.rank().compareTo(Clue.Rank.STOP) >= 0 && context.elsewhere(clue.from(), clue.to());
      boolean far = isFar(context, clue, areas);
      Clue.Rank rank = far && clue.rank() != Clue.Rank.CORNER ? Clue.Rank.STREET : clue.rank();
      clues.add(
          there || far
              ? new Clue(clue.from(), clue.to(), lowered(clue.places(), STREET), rank)
              : clue);
    }
    Set<Integer> taken = taken(exact);
    Set<String> boroughs = boroughs(context, areas);
    for (Names.Mention mention : areas) {
      if (!overlaps(taken, mention.from(), mention.to())
          && isPlace(context, mention, areas)
          && !isOfState(mention, areas)) {
        boolean street = context.isStreet(mention.to());
        double most = most(context, mention);
        clue(mention, boroughs).stream()
            .map(c ->
                street
                    ? new Clue(c.from(), c.to(), lowered(c.places(), STREET), Clue.Rank.STREET)
                    : new Clue(c.from(), c.to(), lowered(c.places(), most), c.rank()))
            .forEach(clues::add);
      }
    }
    return settle(context, clues);
  }

  /** Whether a corner, stop or landmark lies far from every neighborhood named beside it. */
  private static boolean isFar(Context context, Clue clue, List<Names.Mention> areas) {
    List<Point> named =
        points(
            context,
            areas.stream().filter(a -> a.to() <= clue.from() || a.from() >= clue.to()).toList());
    Point point = clue.places().getFirst().point();
    return clue.rank() != Clue.Rank.ZIP
        && !named.isEmpty()
        && named.stream().allMatch(p -> p.kilometersTo(point) > FAR_KM);
  }

  /** How sure we can be of a name at most, by what stands around it. */
  private static double most(Context context, Names.Mention mention) {
    if (context.elsewhere(mention.from(), mention.to())) {
      return STREET;
    }
    boolean street =
        mention.to() - mention.from() > 1
            && context.hasWord(mention.to() - 1, Words.Use.STREET)
            && mention.meanings().getFirst() instanceof Named.Hood;
    return street ? LONG_STREET : 1;
  }

  /** What a misspelled name may mean, less surely than the name itself. */
  List<Clue> guessed(Context context, Misspelled.Guess guess, List<Names.Mention> areas) {
    return clue(guess.mention(), boroughs(context, areas)).stream()
        .map(c -> new Clue(c.from(), c.to(), lowered(c.places(), guess.confidence()), c.rank()))
        .toList();
  }

  private static List<Place> lowered(List<Place> places, double confidence) {
    return places.stream().map(p -> sure(p, Math.min(p.confidence(), confidence))).toList();
  }

  private static Set<Integer> taken(List<Clue> clues) {
    Set<Integer> taken = new HashSet<>();
    for (Clue clue : clues) {
      for (int i = clue.from(); i < clue.to(); i++) {
        taken.add(i);
      }
    }
    return taken;
  }

  private static boolean overlaps(Set<Integer> taken, int from, int to) {
    for (int i = from; i < to; i++) {
      if (taken.contains(i)) {
        return true;
      }
    }
    return false;
  }

  static Set<String> boroughs(Context context, List<Names.Mention> areas) {
    Set<String> boroughs = new LinkedHashSet<>();
    for (Names.Mention mention : areas) {
      for (Named meaning : mention.meanings()) {
        if (meaning instanceof Named.Borough(String name)
            && isPlace(context, mention, areas)
            && !context.isStreet(mention.to())) {
          boroughs.add(name);
        }
      }
    }
    return boroughs;
  }

  /** Where the neighborhoods named in a text lie. */
  static List<Point> points(Context context, List<Names.Mention> areas) {
    List<Point> points = new ArrayList<>();
    for (Names.Mention mention : areas) {
      for (Named meaning : mention.meanings()) {
        if (meaning instanceof Named.Hood(var hood)
            && isPlace(context, mention, areas)
            && !context.isStreet(mention.to())) {
          points.add(hood.point());
        }
      }
    }
    return points;
  }

  private static boolean isPlace(
      Context context, Names.Mention mention, List<Names.Mention> areas) {
    boolean doubtful = mention.weak() || (isWord(mention) && context.person(mention.from()));
    return !doubtful
        || context.means(mention.from(), mention.to(), beside(context, mention, areas));
  }

  /** Whether a state follows, so that another town of that name is meant: "Clifton New Jersey". */
  private static boolean isOfState(Names.Mention mention, List<Names.Mention> areas) {
    return mention.meanings().getFirst() instanceof Named.Hood
        && areas.stream()
            .filter(other -> other.from() == mention.to())
            .anyMatch(o -> o.meanings().getFirst() instanceof Named.Away(var t) && t.isState());
  }

  private static boolean isWord(Names.Mention mention) {
    return mention.to() - mention.from() == 1;
  }

  /** Whether a borough or the city is named right before or after: "Chelsea in Manhattan". */
  private static boolean beside(Context context, Names.Mention mention, List<Names.Mention> areas) {
    return areas.stream()
        .filter(other -> other.from() == context.skip(mention.to()) || other.to() == mention.from())
        .anyMatch(other ->
            other.meanings().stream()
                .anyMatch(m -> m instanceof Named.Borough || m instanceof Named.City));
  }

  private List<Clue> clue(Names.Mention mention, Set<String> boroughs) {
    List<Gazetteer.Neighborhood> hoods = new ArrayList<>();
    for (Named meaning : mention.meanings()) {
      switch (meaning) {
        case Named.Hood(var hood) -> hoods.add(hood);
        case Named.Borough(var name) -> {
          double sure = mention.weak() ? WEAK : BOROUGH; // "the city"
          return List.of(clue(mention, List.of(city.borough(name, sure)), Clue.Rank.BOROUGH));
        }
        case Named.Away(var town) -> {
          return List.of(clue(mention, List.of(away(town)), Clue.Rank.AWAY));
        }
        case Named.City _, Named.Stop _, Named.Mark _ -> {}
      }
    }
    return hoods.isEmpty() ? List.of() : List.of(hoods(mention, hoods, boroughs));
  }

  private Clue hoods(
      Names.Mention mention, List<Gazetteer.Neighborhood> hoods, Set<String> boroughs) {
    List<Gazetteer.Neighborhood> named =
        hoods.stream().filter(hood -> boroughs.contains(hood.borough())).toList();
    boolean agreed = !named.isEmpty();
    List<Gazetteer.Neighborhood> left = agreed ? named : hoods;
    double sure =
        left.size() > 1
            ? OPEN
            : agreed ? AGREED : !boroughs.isEmpty() ? DISAGREED : mention.weak() ? WEAK : SURE;
    return clue(
        mention, left.stream().map(hood -> city.place(hood, sure)).toList(), Clue.Rank.HOOD);
  }

  private static Clue clue(Names.Mention mention, List<Place> places, Clue.Rank rank) {
    return new Clue(mention.from(), mention.to(), places, rank);
  }

  private static Place away(Gazetteer.Town town) {
    String name =
        town.isState() || town.name().endsWith(" " + town.state())
            ? town.name()
            : town.name() + " " + town.state();
    return new Place(
        PlaceKind.OUTSIDE,
        Gazetteer.shown(name),
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        town.point(),
        AWAY);
  }

  private Located settle(Context context, List<Clue> clues) {
    List<Clue> inside =
        clues.stream().filter(c -> c.places().getFirst().kind() != PlaceKind.OUTSIDE).toList();
    if (inside.isEmpty()) {
      return clues.isEmpty()
          ? new Located(new Finding.NotFound(), List.of())
          : located(context, clues, new Finding.Outside(clues.getFirst().places().getFirst()));
    }
    boolean vaguely =
        inside.stream().allMatch(c -> c.rank() == Clue.Rank.BOROUGH && c.confidence() < BOROUGH);
    if (vaguely && inside.size() < clues.size()) {
      Clue away = clues.stream().filter(c -> c.rank() == Clue.Rank.AWAY).findFirst().orElseThrow();
      return located(context, clues, new Finding.Outside(away.places().getFirst()));
    }
    Clue.Rank best = inside.stream().map(Clue::rank).min(Comparator.naturalOrder()).orElseThrow();
    List<Clue> equal = inside.stream().filter(c -> c.rank() == best).toList();
    List<Clue> here = equal.stream().filter(c -> !context.elsewhere(c.from(), c.to())).toList();
    List<Clue> rivals =
        (here.isEmpty() ? equal : here)
            .stream()
                .sorted(
                    Comparator.comparing((Clue c) -> context.away(c.from()))
                        .thenComparing(c -> !context.near(c.from()))
                        .thenComparingInt(Clue::from))
                .toList();
    return located(context, clues, Choice.among(rivals));
  }

  static Place sure(Place p, double confidence) {
    return new Place(
        p.kind(), p.name(), p.zip(), p.neighborhood(), p.borough(), p.point(), confidence);
  }

  private static Located located(Context context, List<Clue> clues, Finding finding) {
    List<Located.Span> spans = new ArrayList<>();
    int last = 0;
    for (Clue clue : clues.stream().sorted(Comparator.comparingInt(Clue::from)).toList()) {
      int start = context.tokens().get(clue.from()).start();
      int end = context.tokens().get(clue.to() - 1).end();
      if (start >= last) {
        spans.add(new Located.Span(start, end));
        last = end;
      }
    }
    return new Located(finding, spans);
  }
}
