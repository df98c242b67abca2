package org.neighborline.place;

import java.util.List;
import java.util.Set;

/** What stands around a name in a text, and so whether a place is meant by it. */
final class Context {
  private static final int SHORT_NAME = 3; // letters of a code such as BK, SI, LES

  private static final int LONGEST_SHORTENED = 4; // letters: blvd, pkwy
  private static final int MAX_LEAD = 4; // words that lead up to a name: "take me to the"
  private static final int MAX_NAME_WORDS = 6;
  private static final int MAX_NAMES = 3; // of a person, before the one that is a place's
  private static final int MAX_STREET = 4; // words of a street's name

  private final List<Token> tokens;
  private final Words words;
  private final boolean shouted;
  private final Lazy<Set<String>> everyday;

  Context(List<Token> tokens, Words words, Lazy<Set<String>> everyday) {
    this.everyday = everyday;
    this.tokens = tokens;
    this.words = words;
    this.shouted = tokens.stream().noneMatch(t -> t.kind() == Token.Kind.LATIN && !t.capital());
  }

  List<Token> tokens() {
    return tokens;
  }

  int size() {
    return tokens.size();
  }

  boolean has(int at, Words.Use use) {
    return at >= 0 && at < tokens.size() && words.has(tokens.get(at).text(), use);
  }

  boolean hasWord(int at, Words.Use use) {
    return at >= 0 && at < tokens.size() && words.has(tokens.get(at).word(), use);
  }

  /** Whether some word of the text does this. */
  boolean anywhere(Words.Use use) {
    return tokens.stream().anyMatch(token -> words.has(token.text(), use));
  }

  /** Whether some word of the text tells of a kind of landmark. */
  boolean anywhereKind(String kind) {
    return tokens.stream().anyMatch(token -> words.kind(token.word()).equals(kind));
  }

  /** The form of a word that names are matched by. */
  String word(int at) {
    return tokens.get(at).word();
  }

  /** Whether a word is too long to be an abbreviation with a full stop. */
  boolean longWord(int at) {
    return tokens.get(at).text().length() > LONGEST_SHORTENED || tokens.get(at).isNumber();
  }

  /** Whether the text is more than a place's name could be. */
  boolean wordy() {
    return tokens.size() > MAX_NAME_WORDS;
  }

  /** Some words, as names are matched by them. */
  List<String> words(int from, int to) {
    return tokens.subList(from, to).stream().map(Token::word).toList();
  }

  /** Some words' letters without spaces. */
  String joined(int from, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < Math.min(tokens.size(), from + count); i++) {
      out.append(tokens.get(i).word());
    }
    return out.toString();
  }

  /** Whether a word before the name says that a place follows: "in", "por", "nan". */
  boolean near(int from) {
    if (from > 0 && tokens.get(from).afterPause()) {
      return false;
    }
    return has(from - 1, Words.Use.NEAR)
        || (has(from - 1, Words.Use.ARTICLE) && has(from - 2, Words.Use.NEAR));
  }

  /** Whether the word after the name says so, as it does in some languages. */
  boolean nearAfter(int to) {
    return to < size() && !tokens.get(to).afterPause() && has(to, Words.Use.AFTER);
  }

  /** Whether any of some words only says that a place is near. */
  boolean hasSmall(int from, int to) {
    for (int i = from; i < to; i++) {
      if (has(i, Words.Use.NEAR) || has(i, Words.Use.AFTER) || has(i, Words.Use.PERSON)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some words are only such as many names have: "park", "heights". */
  boolean generic(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.full(tokens.get(i).word()).equals(tokens.get(i).word())) {
        return false;
      }
    }
    return true;
  }

  /** The first word from here on that does not say that a place follows. */
  int skip(int from) {
    int at = from;
    while (has(at, Words.Use.NEAR) || has(at, Words.Use.ARTICLE)) {
      at++;
    }
    return at;
  }

  /** Whether the next word makes a street of a name: "Flatbush Ave". */
  boolean isStreet(int to) {
    return hasWord(to, Words.Use.STREET) && !tokens.get(to).afterPause();
  }

  /** Whether the name says where someone goes, not where they are. */
  boolean away(int from) {
    return has(from - 1, Words.Use.AWAY)
        || (has(from - 1, Words.Use.ARTICLE) && has(from - 2, Words.Use.AWAY));
  }

  /** Whether some words are such as people write when they tell what they need. */
  boolean everyday(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!everyday.get().contains(tokens.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a person or an animal is called so: "my son Chelsea", "Ms Victoria Morris". */
  boolean person(int from) {
    int first = from;
    while (first > 0 && first > from - MAX_NAMES && isNameBefore(first)) {
      first--;
    }
    return calls(from) || calls(first) || (has(from - 1, Words.Use.IS) && calls(from - 1));
  }

  private boolean calls(int from) {
    return has(from - 1, Words.Use.PERSON) && (!tokens.get(from).afterPause() || title(from - 1));
  }

  /** Whether the word before may be the first of two names, as its capital says. */
  private boolean isNameBefore(int at) {
    Token name = tokens.get(at - 1);
    return name.capital()
        && !shouted
        && !tokens.get(at).afterPause()
        && !has(at - 1, Words.Use.PERSON)
        && !has(at - 1, Words.Use.NEAR);
  }

  /** Whether a word is an abbreviation that its full stop belongs to: "Dr." */
  private boolean title(int at) {
    return tokens.get(at).text().length() <= SHORT_NAME && tokens.get(at + 1).before() == '.';
  }

  /** Whether a name is rather where someone comes from or goes to, or what a shop is called. */
  boolean elsewhere(int from, int to) {
    boolean shop = has(to, Words.Use.BUSINESS) && !tokens.get(to).afterPause();
    boolean led = has(from - 1, Words.Use.NEAR) || has(from - 1, Words.Use.AWAY);
    for (int at = from - 1; led && at >= Math.max(0, from - MAX_LEAD); at--) {
      if (has(at, Words.Use.ORIGIN) || (has(at, Words.Use.GOING) && away(from))) {
        return true;
      }
      if (tokens.get(at + 1).afterPause()) {
        break;
      }
    }
    return shop || has(skip(to), Words.Use.COUNTRY);
  }

  boolean whole(int from, int to) {
    return from == 0 && to == tokens.size();
  }

  /** Whether the name stands by itself between pauses: ", Chelsea" or "Chelsea. Need food". */
  boolean apart(int from, int to) {
    boolean left = from == 0 || tokens.get(from).afterPause();
    boolean right = to == tokens.size() || tokens.get(to).afterPause();
    return left && right;
  }

  /** Whether a street is named right after: "Jamaica Hillside Ave". */
  boolean beforeStreet(int to) {
    for (int at = to + 1; at < Math.min(size(), to + MAX_STREET); at++) {
      if (hasWord(at, Words.Use.STREET) && at > to && !has(to, Words.Use.COMMON)) {
        return true;
      }
      if (tokens.get(at).afterPause() || has(at, Words.Use.COMMON) || has(at, Words.Use.AND)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a name that is also an everyday word or a person's name is meant as a place here. */
  boolean means(int from, int to, boolean besideArea) {
    Token first = tokens.get(from);
    if (to - from == 1 && first.text().length() <= SHORT_NAME) {
      boolean code = first.caps() && !shouted;
      boolean word = words.has(first.text(), Words.Use.COMMON);
      return word
          ? code
              && !whole(from, to)
              && (first.text().length() == SHORT_NAME
                  || near(from)
                  || besideArea
                  || to == tokens.size())
          : near(from) || besideArea || apart(from, to) || code || to == tokens.size();
    }
    if (person(from)) {
      return false;
    }
    return besideArea
        || hasWord(from - 1, Words.Use.STREET)
        || beforeStreet(to)
        || near(from)
        || apart(from, to)
        || nearAfter(to);
  }
}
