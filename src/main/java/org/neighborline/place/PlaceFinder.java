package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the place in a person's words: a ZIP, a neighborhood, a corner, a stop, a landmark, in any
 * of the languages' scripts. Immutable, and the same words always find the same place.
 */
public final class PlaceFinder {
  private static final int MAX_TEXT = 1_600; // characters: the longest text a carrier hands over

  private final Words words;
  private final Names names;
  private final Zips zips;
  private final Resolver resolver;

  /**
   * A finder over a city.
   *
   * @param extra names in other scripts, each with the English name that it stands for: a borough,
   *     a neighborhood, an informal name or a town. Names that stand for nothing known are ignored.
   */
  public PlaceFinder(Gazetteer city, Map<String, String> extra) {
    this.words = city.parts().words();
    this.names = new Names(city, extra);
    this.zips = new Zips(city);
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
    List<Clue> clues = new ArrayList<>();
    Context context = new Context(tokens, words);
    List<Zips.Mention> numbers = zips.in(tokens);
    List<Names.Mention> areas = names.in(tokens);
    for (Zips.Mention zip : numbers) {
      clues.add(new Clue(zip.from(), zip.to(), List.of(zip.place()), Clue.Rank.ZIP));
    }
    return resolver.resolve(context, clues, areas);
  }
}
