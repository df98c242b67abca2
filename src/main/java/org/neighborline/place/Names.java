package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of areas, ready to be looked up word by word. */
final class Names {
  private static final int MIN_JOINED = 7; // letters of a name that people write without its spaces
  private static final int MIN_STEM = 3; // letters left when an ending is taken off
  private static final int MAX_ENDING = 6;
  private static final int MAX_FRONT = 2;
  private static final char HAN = '\u3400'; // names of Chinese letters are no everyday words

  /** A name found in the words {@code from} to {@code to}. */
  record Mention(int from, int to, List<Named> meanings, boolean weak) {}

  private final Phrases<Named> phrases = new Phrases<>();
  private final Set<String> weak = new HashSet<>();
  private final Set<String> weakJoined = new HashSet<>();
  private final List<String> all = new ArrayList<>();
  private final Words words;

  Names(Gazetteer city, Map<String, String> extra) {
    this.words = city.parts().words();
    for (String borough : city.boroughs().keySet()) {
      add(borough, new Named.Borough(borough));
    }
    for (Gazetteer.Neighborhood hood : city.neighborhoods()) {
      add(hood.name(), new Named.Hood(hood));
    }
    for (Gazetteer.Alias alias : city.parts().aliases()) {
      add(alias.alias(), meaning(city, alias));
    }
    for (Gazetteer.Town town : city.parts().towns()) {
      add(town.name(), new Named.Away(town));
      add(town.name() + " " + town.state(), new Named.Away(town));
    }
    for (String name : city.parts().weak()) {
      weak.add(String.join(" ", split(name)));
      weakJoined.add(String.join("", split(name)));
    }
    extra.forEach((name, target) -> addExtra(name, target));
  }

  private static Named meaning(Gazetteer city, Gazetteer.Alias alias) {
    if (alias.borough().isEmpty()) {
      return new Named.City();
    }
    return alias.neighborhood().isEmpty()
        ? new Named.Borough(alias.borough())
        : city.neighborhood(alias.neighborhood(), alias.borough())
            .<Named>map(Named.Hood::new)
            .orElse(new Named.Borough(alias.borough()));
  }

  private void addExtra(String name, String target) {
    List<String> english = split(target);
    for (Named meaning : phrases.find(english)) {
      add(name, meaning);
      if (weak.contains(String.join(" ", english)) && name.charAt(0) < HAN) {
        weak.add(String.join(" ", split(name)));
        weak.add(bare(String.join(" ", split(name))));
      }
    }
  }

  private void add(String name, Named meaning) {
    List<String> parts = split(name);
    phrases.add(parts, meaning);
    all.add(name);
    if (parts.size() > 1 && lengthOf(parts) >= MIN_JOINED) {
      phrases.add(List.of(lettersOf(name)), meaning);
    }
    String last = parts.getLast();
    if (last.charAt(0) > '\u0250') {
      List<String> stem = new ArrayList<>(parts);
      stem.set(stem.size() - 1, bare(last));
      phrases.add(stem, meaning);
    }
  }

  private static int lengthOf(List<String> parts) {
    int length = 0;
    for (String part : parts) {
      length += part.length();
    }
    return length;
  }

  /** A name's letters as written, without spaces and signs. */
  private static String lettersOf(String name) {
    StringBuilder out = new StringBuilder(name.length());
    String folded = Words.fold(name);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || c > '\u0250') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private List<String> split(String name) {
    return Tokenizer.tokens(name, words).stream().map(Token::word).toList();
  }

  /** The names in a text: at each word the longest. */
  List<Mention> in(List<Token> tokens) {
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Mention mention = at(tokens, at);
      if (mention != null) {
        found.add(mention);
        at = mention.to;
      } else {
        at++;
      }
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable Mention at(List<Token> tokens, int from) {
    int node = Phrases.ROOT;
    int end = from;
    List<Named> best = List.of();
    for (int i = from; i < tokens.size() && node != Phrases.NONE; i++) {
      Token token = tokens.get(i);
      if (i > from && token.before() == '.' && tokens.get(i - 1).text().length() > 2) {
        break; // a sentence ends here
      }
      node = step(node, token);
      if (node != Phrases.NONE && !phrases.at(node).isEmpty()) {
        best = phrases.at(node);
        end = i + 1;
      }
    }
    return best.isEmpty() ? null : new Mention(from, end, best, isWeak(tokens, from, end));
  }

  private int step(int node, Token token) {
    int next = phrases.step(node, phrases.id(token.word()));
    if (next != Phrases.NONE || token.kind() != Token.Kind.OTHER) {
      return next;
    }
    next = phrases.step(node, phrases.id(token.text()));
    String word = token.word();
    for (int front = 0; front <= MAX_FRONT && next == Phrases.NONE; front++) {
      if (front > 0 && (front >= word.length() || !words.isFront(word.substring(0, front)))) {
        continue;
      }
      String rest = word.substring(front);
      next = phrases.step(node, phrases.id(words.canonical(rest)));
      for (int tail = Math.min(MAX_ENDING, rest.length() - 2);
          tail > 0 && next == Phrases.NONE;
          tail--) {
        int cut = rest.length() - tail;
        if (words.isEnding(rest.substring(cut))) {
          next = phrases.step(node, phrases.id(words.canonical(rest.substring(0, cut))));
        }
      }
    }
    return next;
  }

  /** A word of another script without what hangs on it. */
  String bare(String word) {
    String rest = word;
    for (int front = MAX_FRONT; front > 0; front--) {
      if (rest.length() - front >= MIN_STEM && words.isFront(rest.substring(0, front))) {
        rest = rest.substring(front);
        break;
      }
    }
    for (int tail = MAX_ENDING; tail > 0; tail--) {
      int cut = rest.length() - tail;
      if (cut >= MIN_STEM && words.isEnding(rest.substring(cut))) {
        return rest.substring(0, cut);
      }
    }
    return rest;
  }

  /** Whether a word of another script ends with what says that someone is there. */
  boolean isPlaced(String word) {
    String bare = bare(word);
    return word.startsWith(bare)
        && bare.length() < word.length()
        && words.has(word.substring(bare.length()), Words.Use.AFTER);
  }

  private boolean isWeak(List<Token> tokens, int from, int to) {
    if (tokens.get(from).kind() == Token.Kind.HAN) {
      return false;
    }
    if (to - from == 1 && words.has(tokens.get(from).text(), Words.Use.COMMON)) {
      return true; // such as a name with the ending of a virus
    }
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      name.append(i == from ? "" : " ").append(tokens.get(i).word());
    }
    return weak.contains(name.toString());
  }

  /** Every name as joined letters, with what it stands for. */
  Map<String, List<Named>> spellings() {
    Map<String, List<Named>> spellings = new LinkedHashMap<>();
    for (String name : all) {
      List<String> parts = split(name);
      List<Named> meanings = phrases.find(parts);
      spellings.putIfAbsent(String.join("", parts), meanings);
      spellings.putIfAbsent(lettersOf(name), meanings);
    }
    return spellings;
  }

  /** Every name in Latin letters as it is said, joined, with what it stands for. */
  Map<String, List<Named>> spoken() {
    Map<String, List<Named>> spoken = new LinkedHashMap<>();
    for (String name : all) {
      List<String> parts = split(name);
      if (parts.getFirst().charAt(0) <= 'z') {
        spoken.putIfAbsent(inFull(parts), phrases.find(parts));
      }
    }
    return spoken;
  }

  private String inFull(List<String> parts) {
    StringBuilder out = new StringBuilder();
    parts.forEach(part -> out.append(words.full(part)));
    return out.toString();
  }

  /** Whether a name, as joined letters, is also an everyday word. */
  boolean isWeak(String joined) {
    return weakJoined.contains(joined);
  }
}
