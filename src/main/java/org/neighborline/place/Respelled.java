package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the English words for names in other scripts, so that streets and stops are found too. */
final class Respelled {
  private final Phrases<List<String>> names = new Phrases<>();

  private static final int LONGEST_AND = 3; // letters of what hangs on a street's kind

  private final Words words;

  Respelled(Map<String, String> extra, Words words) {
    this.words = words;
    extra.forEach((name, target) -> names.add(split(name, words), split(target, words)));
  }

  /** A street and the word "and" that hangs on it in some languages, as two. */
  private List<Token> apart(Token token) {
    String word = token.word();
    if (token.kind() == Token.Kind.OTHER && word.charAt(0) > '\u0250') {
      String rest = words.canonical(word.substring(1));
      String front = word.substring(0, 1);
      if (words.has(front, Words.Use.AND)
          && words.isFront(front)
          && words.has(rest, Words.Use.STREET)) {
        return List.of(token.as(front, token.end()), token.as(rest, token.end()).inside());
      }
      for (int cut = word.length() - 1; cut > 1 && cut >= word.length() - LONGEST_AND; cut--) {
        String and = word.substring(cut);
        String street = words.canonical(word.substring(0, cut));
        if (words.has(street, Words.Use.STREET) && words.isEnding(and)) {
          Token kind = token.as(street, token.end());
          return words.has(and, Words.Use.AND)
              ? List.of(kind, token.as(and, token.end()))
              : List.of(kind);
        }
      }
    }
    return List.of(token);
  }

  private static List<String> split(String name, Words words) {
    return Tokenizer.tokens(name, words).stream().map(Token::word).toList();
  }

  /** The same tokens, each name in another script as its English words. */
  List<Token> in(List<Token> tokens) {
    if (tokens.stream().noneMatch(t -> names.knows(t.word()) || t.kind() == Token.Kind.OTHER)) {
      return tokens;
    }
    List<Token> out = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int node = Phrases.ROOT;
      int end = at;
      List<String> english = List.of();
      for (int i = at; i < tokens.size() && node != Phrases.NONE; i++) {
        node = names.step(node, names.id(tokens.get(i).word()));
        if (node != Phrases.NONE && !names.at(node).isEmpty()) {
          end = i + 1;
          english = names.at(node).getFirst();
        }
      }
      if (end == at) {
        out.addAll(apart(tokens.get(at++)));
      } else {
        Token first = tokens.get(at);
        Token last = tokens.get(end - 1);
        for (int i = 0; i < english.size(); i++) {
          Token word = first.as(english.get(i), last.end());
          out.add(i == 0 ? word : word.inside());
        }
        at = end;
      }
    }
    return out;
  }
}
