package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the place in a person's words: a ZIP, a neighborhood, a corner, a stop, a landmark, in any
 * of the languages' scripts. Immutable, and the same words always find the same place.
 */
public final class PlaceFinder {
  private static final int MAX_TEXT = 1_600; // characters: the longest text a carrier hands over

  private final Words words;
  private final Names names;
  private final Zips zips;
  private final Respelled respelled;
  private final Crossings crossings;
  private final NearestCorner corners;
  private final LoneStreets loneStreets;
  private final Stops stops;
  private final Marks marks;
  private final Misspelled misspelled;
  private final Resolver resolver;

  /**
   * A finder over a city.
   *
   * @param extra names in other scripts, each with the English name that it stands for: a borough,
   *     a neighborhood, an informal name, a town, a street, a stop or a landmark. Names that stand
   *     for nothing known are ignored.
   */
  public PlaceFinder(Gazetteer city, Map<String, String> extra) {
    this.words = city.parts().words();
    this.names = new Names(city, extra);
    this.zips = new Zips(city);
    this.respelled = new Respelled(extra, words);
    this.corners = new NearestCorner(city);
    this.crossings = new Crossings(city);
    this.loneStreets = new LoneStreets(city);
    this.stops = new Stops(city);
    this.marks = new Marks(city);
    this.misspelled = new Misspelled(names, city.parts().letters());
    this.resolver = new Resolver(city);
  }

  /** The place in a whole text. */
  public Finding find(String text) {
    return locate(text).finding();
  }

  /** The place in a whole text, and the words it rests on. */
  public Located locate(String text) {
    String read = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    List<Token> tokens = Tokenizer.tokens(read, words);
    List<Zips.Mention> numbers = zips.in(tokens);
    Context context = new Context(respelled.in(tokens), words);
    List<Names.Mention> areas = new ArrayList<>(names.in(context.tokens()));
    List<Clue> clues = new ArrayList<>();
    if (numbers.stream().allMatch(Zips.Mention::outside)) {
      exact(context, areas, clues);
      guess(context, areas, clues);
    }
    for (Zips.Mention zip : numbers) {
      clues.add(zip.clue(tokens, context.tokens()));
    }
    return resolver.resolve(context, clues, areas);
  }

  private void exact(Context context, List<Names.Mention> areas, List<Clue> clues) {
    Set<String> boroughs = Resolver.boroughs(context, areas);
    List<Point> around = Resolver.points(context, areas);
    if (Crossings.mayCross(context)) {
      crossings.in(context, areas, boroughs, around).ifPresent(clues::add);
    }
    if (clues.isEmpty()) {
      stops.in(context, areas, boroughs, around).ifPresent(clues::add);
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

  /** Where nothing is named but perhaps a borough, a misspelled name may be. */
  private void guess(Context context, List<Names.Mention> areas, List<Clue> clues) {
    boolean named = clues.isEmpty() && Resolver.points(context, areas).isEmpty();
    if (named) {
      Set<String> boroughs = Resolver.boroughs(context, areas);
      loneStreets.in(context, boroughs).ifPresent(clues::add);
      if (clues.isEmpty()) {
        misspelled
            .in(context, areas, !boroughs.isEmpty())
            .ifPresent(guess -> clues.addAll(resolver.guessed(context, guess, areas)));
      }
    }
  }
}
