package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds the place in a person's words: a ZIP, a neighborhood, a corner, a stop, a landmark, in any
 * of the languages' scripts. Immutable, and the same words always find the same place.
 */
public final class PlaceFinder {
  private static final int MAX_TEXT = 1_600; // characters: the longest text a carrier hands over

  private static final int WHOLE_STOP = 3; // words of a stop's name that name two streets

  private final Words words;
  private final Lazy<Set<String>> everyday;
  private final Lazy<Names> names;
  private final Zips zips;
  private final Lazy<Respelled> respelled;
  private final StreetWords streetWords;
  private final Crossings crossings;
  private final NearestCorner corners;
  private final Addresses addresses;
  private final LoneStreets loneStreets;
  private final Lazy<Stops> stops;
  private final Marks marks;
  private final Lazy<Misspelled> misspelled;
  private final Resolver resolver;

  /**
   * A finder over a city.
   *
   * @param extra names in other scripts, each with the English name that it stands for: a borough,
   *     a neighborhood, an informal name, a town, a street, a stop or a landmark. Names that stand
   *     for nothing known are ignored.
   */
  public PlaceFinder(Gazetteer city, Map<String, String> extra) {
    this(city, extra, Set::of);
  }

  /**
   * A finder over a city that knows what people write of other things.
   *
   * @param everyday words that tell of needs and the like, in any language: no misspelled names;
   *     asked for when first needed
   */
  public PlaceFinder(Gazetteer city, Map<String, String> extra, Supplier<Set<String>> everyday) {
    this.everyday =
        new Lazy<>(() -> everyday.get().stream().map(Words::fold).collect(Collectors.toSet()));
    this.words = city.parts().words();
    this.names = new Lazy<>(() -> new Names(city, extra));
    this.zips = new Zips(city);
    this.respelled = new Lazy<>(() -> new Respelled(extra, words));
    this.streetWords = new StreetWords(city);
    this.corners = new NearestCorner(city);
    this.crossings = new Crossings(city);
    this.addresses = new Addresses(city);
    this.loneStreets = new LoneStreets(city);
    this.stops = new Lazy<>(() -> new Stops(city));
    this.marks = new Marks(city);
    this.misspelled = new Lazy<>(() -> new Misspelled(names.get(), city.parts().letters(), words));
    this.resolver = new Resolver(city);
  }

  /** The place in a whole text. */
  public Finding find(String text) {
    return locate(text).finding();
  }

  /** The place in a whole text, and the words it rests on. */
  public Located locate(String text) {
    List<Token> tokens = Tokenizer.tokens(shortened(text), words);
    List<Zips.Mention> numbers = zips.in(tokens);
    Context context = context(tokens);
    List<Names.Mention> areas = names.get().in(context.tokens());
    List<Clue> clues = new ArrayList<>();
    if (numbers.stream().allMatch(Zips.Mention::outside)) {
      exact(context, areas, clues);
      narrow(context, areas, clues);
      if (clues.isEmpty() && Resolver.open(areas)) {
        areas =
            loneStreets
                .in(context, areas, Resolver.boroughs(context, areas))
                .map(withStreet(areas))
                .orElse(areas);
      }
      guess(context, areas, clues);
    }
    for (Zips.Mention zip : numbers) {
      clues.add(zip.clue(tokens, context.tokens()));
    }
    return resolver.resolve(context, clues, areas);
  }

  private static Function<Clue, List<Names.Mention>> withStreet(List<Names.Mention> areas) {
    return street -> Resolver.narrowed(areas, street);
  }

  private Context context(List<Token> tokens) {
    return new Context(streetWords.in(respelled.get().in(tokens)), words, everyday);
  }

  /**
   * The address in a text, in words for a geocoder: a house number, a street that the city has, and
   * the borough if one is named. Nothing else of the text is in it.
   */
  public Optional<String> address(String text) {
    Context context = context(Tokenizer.tokens(shortened(text), words));
    if (!Crossings.mayCross(context)) {
      return Optional.empty();
    }
    return addresses.words(context, Resolver.boroughs(context, names.get().in(context.tokens())));
  }

  /**
   * What is at a point, as a place that someone else told us.
   *
   * @return empty where the city has no corner near
   */
  public Optional<Place> at(Point point, double confidence) {
    return corners
        .nearest(point)
        .map(c ->
            new Place(
                c.kind(), c.name(), c.zip(), c.neighborhood(), c.borough(), point, confidence));
  }

  private static String shortened(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  private void exact(Context context, List<Names.Mention> areas, List<Clue> clues) {
    Set<String> boroughs = Resolver.boroughs(context, areas);
    List<Point> around = Resolver.points(context, areas);
    Optional<Clue> stop =
        context.anywhere(Words.Use.STATION)
            ? stops.get().in(context, areas, boroughs, around)
            : Optional.empty();
    boolean exactly = stop.filter(s -> s.to() - s.from() >= WHOLE_STOP).isPresent();
    if (!exactly && Crossings.mayCross(context)) {
      crossings
          .in(context, areas, boroughs, around)
          .or(() -> addresses.block(context, boroughs))
          .ifPresent(clues::add);
    }
    if (clues.isEmpty()) {
      stop.or(() -> stops.get().in(context, areas, boroughs, around)).ifPresent(clues::add);
      marks.in(context, areas, boroughs, around).ifPresent(clues::add);
    }
  }

  /**
   * The corner nearest to a point, as when a group's or a request's place is told to a lead.
   *
   * @return empty where no corner is within a few hundred meters
   */
  public Optional<Place> nearestCorner(Point point) {
    return corners.nearest(point);
  }

  /** Of several corners or stops of one name, the one near a misspelled neighborhood. */
  private void narrow(Context context, List<Names.Mention> areas, List<Clue> clues) {
    boolean open = clues.size() == 1 && clues.getFirst().places().size() > 1;
    if (open && Resolver.points(context, areas).isEmpty()) {
      Clue many = clues.getFirst();
      misspelled
          .get()
          .in(context, areas, Resolver.boroughs(context, areas))
          .map(Misspelled.Guess::mention)
          .filter(m -> m.to() <= many.from() || m.from() >= many.to())
          .ifPresent(mention -> {
            List<Names.Mention> all = new ArrayList<>(areas);
            all.add(mention);
            clues.clear();
            exact(context, all, clues);
          });
    }
  }

  /** Where nothing is named but perhaps a borough, a misspelled name or a street alone may be. */
  private void guess(Context context, List<Names.Mention> areas, List<Clue> clues) {
    if (!clues.isEmpty() || !Resolver.points(context, areas).isEmpty()) {
      return;
    }
    Set<String> boroughs = Resolver.boroughs(context, areas);
    Optional<Clue> street = loneStreets.in(context, areas, boroughs);
    Optional<Misspelled.Guess> guess =
        misspelled.get().in(context, areas, boroughs).filter(g -> outweighs(g.mention(), street));
    if (guess.isEmpty()) {
      street.ifPresent(clues::add);
      return;
    }
    clues.addAll(resolver.guessed(context, guess.get(), areas));
    if (guess.get().mention().meanings().getFirst() instanceof Named.Borough) {
      List<Names.Mention> more = new ArrayList<>(areas);
      more.add(guess.get().mention());
      misspelled
          .get()
          .in(context, more, Resolver.boroughs(context, more))
          .ifPresent(within -> clues.addAll(resolver.guessed(context, within, more)));
    }
  }

  /** Whether a misspelled name stands apart from a street, or begins before what looks like one. */
  private static boolean outweighs(Names.Mention name, Optional<Clue> street) {
    return street
        .map(s -> name.to() <= s.from() || name.from() >= s.to() || name.from() < s.from())
        .orElse(true);
  }
}
