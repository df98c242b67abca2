package org.neighborline.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What small words do in a text about places; the words themselves are data. */
final class Words {
  /** What a word does. */
  enum Use {
    /** Joins two streets. */
    AND,
    /** Comes before a place. */
    NEAR,
    /** Comes after a place, in languages that put such words there. */
    AFTER,
    /** Comes before a place that is not where the person is. */
    AWAY,
    /** The, la, el: may stand between such a word and the name. */
    ARTICLE,
    /** Comes before a person's name. */
    PERSON,
    /** Between such a word and the name: "my daughter is". */
    IS,
    /** Comes before the name of someone that a place is called after: "Msgr." */
    TITLE,
    /** Tells that someone comes from a place, or that something goes there. */
    ORIGIN,
    /** Tells that someone wants to get to a place. */
    GOING,
    /** After a name: a shop or a company is called so. */
    BUSINESS,
    /** After a name: a country of that name is meant. */
    COUNTRY,
    /** Tells that a number is no ZIP. */
    LABEL,
    /** Tells that a stop of the subway is meant. */
    STATION,
    /** Tells that a hospital, a park, housing, … is meant. */
    LANDMARK,
    /** Ends a number that tells an order. */
    ORDINAL,
    /** The kind of a street. */
    STREET,
    /** The kind of a street in a language that puts it before the name: "calle 116". */
    LEADING,
    /** Part of a street's name that tells a direction. */
    DIRECTION,
    /** Tells that five digits are a ZIP. */
    ZIP,
    /** Tells that a number counts money, people, things. */
    COUNT,
    /** Says nothing about places, though a name may look like it. */
    COMMON,
    /** A part that hangs on the end of a word in some languages. */
    ENDING,
    /** A part that hangs on the front of a word in some languages. */
    FRONT
  }

  private final Map<String, Integer> uses = new HashMap<>(); // a bit for each
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, String> full = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();
  private final Set<String> endings = new HashSet<>();
  private final Set<String> fronts = new HashSet<>();

  /**
   * Reads rows of use, word and value.
   *
   * @param rows use "SAME" gives a word's other spelling as its value, "NUMBER" its digits
   */
  Words(List<String[]> rows) {
    for (String[] row : rows) {
      for (String word : row[1].split(" ")) {
        String folded = fold(word);
        switch (row[0]) {
          case "SAME" -> {
            canonical.put(folded, fold(row[2]));
            full.putIfAbsent(fold(row[2]), folded);
          }
          case "NUMBER" -> numbers.put(folded, row[2]);
          case "SHOWN" -> shown.put(row[2], word);
          case "ENDING" -> endings.add(folded);
          case "FRONT" -> fronts.add(folded);
          case "LANDMARK" -> {
            kinds.put(canonical(folded), row[2]);
            use(folded, Use.LANDMARK);
            use(canonical(folded), Use.LANDMARK);
          }
          default -> use(folded, Use.valueOf(row[0]));
        }
      }
    }
  }

  @SuppressWarnings("EnumOrdinal") // a set of its own for each word took more than all the words
  private static int bit(Use use) {
    return 1 << use.ordinal();
  }

  private void use(String folded, Use use) {
    uses.merge(folded, bit(use), (all, more) -> all | more);
  }

  /** The kind of landmark that a word tells of, or nothing. */
  String kind(String folded) {
    return kinds.getOrDefault(folded, "");
  }

  /** What follows the name of a landmark of a kind when it is shown, or nothing. */
  String shownKind(String kind) {
    return shown.getOrDefault(kind, "");
  }

  /** What follows the name of a stop when it is shown. */
  String shown() {
    return shownKind("station");
  }

  boolean has(String folded, Use use) {
    Integer known = uses.get(folded);
    return known != null && (known & bit(use)) != 0;
  }

  /** Whether a word has another spelling that names are matched by. */
  boolean isRespelled(String folded) {
    return canonical.containsKey(folded);
  }

  String canonical(String folded) {
    return canonical.getOrDefault(folded, folded);
  }

  /** A word that names are matched by, in full as it is said: "heights" for "hts". */
  String full(String canonical) {
    String said = full.getOrDefault(canonical, canonical);
    return said.charAt(0) > 'z' ? canonical : said;
  }

  /** The digits that a number word stands for, or nothing. */
  String digits(String folded) {
    return numbers.getOrDefault(folded, "");
  }

  boolean isEnding(String tail) {
    return endings.contains(tail);
  }

  boolean isFront(String head) {
    return fronts.contains(head);
  }

  static String fold(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = Fold.letter(word.charAt(i));
      if (c != Fold.NOTHING && c != '\'') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
