package org.neighborline.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a house number before a street: "1234 Fulton St", "37-52 80th St". */
final class Addresses {
  private static final int MAX_DIGITS = 5;
  private static final int MAX_WORDS = 4; // of a street's name
  private static final double BLOCK =
      0.65; // a number of Queens, whose front part is the cross street
  private static final String HYPHENATED = "Queens";
  private static final int NEXT_BLOCKS = 4; // from the cross street to the next that the city has
  private static final int NO_HOUSE = 1_000_000;

  private final Gazetteer city;
  private final Streets streets;
  private final Words words;

  Addresses(Gazetteer city) {
    this.city = city;
    this.streets = city.parts().streets();
    this.words = city.parts().words();
  }

  /** A house number in the words {@code from} to {@code street}, a street up to {@code to}. */
  private record Address(int from, int street, int to, List<Streets.Ref> refs) {}

  private Optional<Address> first(Context context) {
    for (int kind = 2; kind < context.size(); kind++) {
      if (context.hasWord(kind, Words.Use.STREET)) {
        for (int street = Math.max(1, kind - MAX_WORDS + 1); street < kind; street++) {
          int from = number(context, street);
          List<Streets.Ref> refs =
              from < street ? streets.names().find(context.words(street, kind + 1)) : List.of();
          if (!refs.isEmpty()) {
            return Optional.of(new Address(from, street, kind + 1, refs));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Where the house number starts that ends before a word; that word when there is none. */
  private static int number(Context context, int street) {
    if (!isNumber(context, street - 1) || context.tokens().get(street).afterPause()) {
      return street;
    }
    boolean hyphenated =
        isNumber(context, street - 2) && context.tokens().get(street - 1).before() == '-';
    return hyphenated ? street - 2 : street - 1;
  }

  private static boolean isNumber(Context context, int at) {
    return at >= 0
        && context.tokens().get(at).isNumber()
        && !context.tokens().get(at).ordinal()
        && context.tokens().get(at).text().length() <= MAX_DIGITS;
  }

  /** A text's address in the words that a geocoder knows, its borough last. */
  Optional<String> words(Context context, Set<String> boroughs) {
    return first(context)
        .map(a -> {
          List<String> parts = context.words(a.street, a.to);
          boolean hyphenated = a.street - a.from == 2;
          String number = context.word(a.from) + (hyphenated ? "-" + context.word(a.from + 1) : "");
          String borough = boroughs.size() == 1 ? ", " + boroughs.iterator().next() : "";
          return number + " " + String.join(" ", parts) + borough;
        });
  }

  /** The block that a house number of Queens tells: 37-52 80 St is at 37 Ave. */
  Optional<Clue> block(Context context, Set<String> boroughs) {
    boolean elsewhere = !boroughs.isEmpty() && !boroughs.contains(HYPHENATED);
    return elsewhere
        ? Optional.empty()
        : first(context).filter(a -> a.street - a.from == 2).flatMap(a -> block(context, a));
  }

  private Optional<Clue> block(Context context, Address address) {
    CornerTable table = streets.table();
    int front = Integer.parseInt(context.word(address.from));
    int best = -1;
    int along = -1;
    int least = NEXT_BLOCKS + 1;
    for (Streets.Ref ref : address.refs) {
      int street = ref.street();
      boolean queens = table.borough(street).equals(HYPHENATED);
      for (int i = 0; queens && i < table.cornerCount(street); i++) {
        int corner = table.cornerOf(street, i);
        int away = Math.abs(numberOf(table.name(table.across(corner, street))) - front);
        if (away < least) {
          least = away;
          best = corner;
          along = street;
        }
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    Place place =
        CornerPlace.of(streets, best, along, table.across(best, along), BLOCK).toPlace(city);
    return Optional.of(new Clue(address.from, address.to, List.of(place), Clue.Rank.CORNER));
  }

  /** The number of a street's name such as 84 ST, or one that no house has. */
  private static int numberOf(String street) {
    int end = 0;
    while (end < street.length() && Character.isDigit(street.charAt(end))) {
      end++;
    }
    boolean numbered = end > 0 && end <= MAX_DIGITS && end < street.length();
    return numbered ? Integer.parseInt(street.substring(0, end)) : NO_HOUSE;
  }
}
