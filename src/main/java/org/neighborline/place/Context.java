package org.neighborline.place;

import java.util.List;

/** What stands around a name in a text, and so whether a place is meant by it. */
final class Context {
  private static final int SHORT_NAME = 3; // letters of a code such as BK, SI, LES

  private final List<Token> tokens;
  private final Words words;
  private final boolean shouted;

  Context(List<Token> tokens, Words words) {
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

  /** Whether a word before the name says that a place follows: "in", "por", "nan". */
  boolean near(int from) {
    if (from > 0 && tokens.get(from).afterPause()) {
      return false;
    }
    return has(from - 1, Words.Use.NEAR)
        || (has(from - 1, Words.Use.ARTICLE) && has(from - 2, Words.Use.NEAR));
  }

  /** Whether the name says where someone goes, not where they are. */
  boolean away(int from) {
    return has(from - 1, Words.Use.AWAY)
        || (has(from - 1, Words.Use.ARTICLE) && has(from - 2, Words.Use.AWAY));
  }

  boolean person(int from) {
    return has(from - 1, Words.Use.PERSON) && !tokens.get(from).afterPause();
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

  /** Whether a name that is also an everyday word or a person's name is meant as a place here. */
  boolean means(int from, int to, boolean besideArea) {
    Token first = tokens.get(from);
    if (to - from == 1 && first.text().length() <= SHORT_NAME) {
      boolean code = first.capital() && !shouted;
      boolean word = words.has(first.text(), Words.Use.COMMON);
      return word
          ? code && !whole(from, to) && (near(from) || besideArea || to == tokens.size())
          : near(from) || besideArea || apart(from, to) || code || to == tokens.size();
    }
    if (person(from)) {
      return false;
    }
    return besideArea || near(from) || apart(from, to);
  }
}
