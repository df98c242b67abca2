package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the model looks at in a text, as numbers of buckets: pieces of two to five letters, words,
 * pairs of words, ideas and pairs of them, and what the word lists found.
 */
final class Traits {
  /** Two to the power of this many buckets; traits that fall into one share its weights. */
  static final int BITS = 17;

  /** Pieces of words, words and pairs of them, ideas, what the lists found. */
  static final int KINDS = 4;

  private static final int IDEAS = 2;

  // Chosen by cross-validation: ideas are what the examples of one language teach about the others.
  private static final float IDEAS_WEIGH = 1.5f;
  private static final int NEAR = 3;

  private static final int LONGEST = 5;
  private static final int LONGEST_DENSE = 4;
  private static final int MOST_TOKENS = 400;
  private static final int WORD = 0x51ed270b;
  private static final int PAIR = 0x2545f491;
  private static final int FOUND = 0x1b873593;
  private static final int IDEA = 0x4f1bbcdc;
  private static final int MULTIPLIER = 0x01000193;

  private final Tokens tokens;
  private final boolean named;
  private final List<String> names = new ArrayList<>();
  private int[] buckets = new int[256];
  private final int[] ends = new int[KINDS];
  private int count;

  private Traits(Tokens tokens, boolean named) {
    this.tokens = tokens;
    this.named = named;
  }

  /**
   * The traits of a text.
   *
   * @param found what the word lists found in it
   * @param named whether they shall have names, which takes time
   */
  static Traits of(Tokens tokens, Found found, boolean named) {
    Traits traits = new Traits(tokens, named);
    int most = Math.min(tokens.count(), MOST_TOKENS);
    for (int token = 0; token < most; token++) {
      if (Scripts.isDense(tokens.scripts()[token])) {
        traits.dense(token, most);
      } else if (!tokens.isNumber(token)) {
        traits.pieces(token);
      }
    }
    traits.ends[0] = traits.count;
    int before = 0;
    for (int token = 0; token < most; token++) {
      int word = traits.word(token);
      if (before != 0) {
        traits.add(before * 31 + word ^ PAIR, token - 1, token + 1);
      }
      before = word;
    }
    traits.ends[1] = traits.count;
    traits.ideas(found.evidence().spoken());
    traits.ends[IDEAS] = traits.count;
    traits.found(found);
    traits.ends[IDEAS + 1] = traits.count;
    return traits;
  }

  /** The bucket of a trait. */
  int bucket(int trait) {
    return buckets[trait];
  }

  /** Where a kind of traits ends, and the next begins. */
  int end(int kind) {
    return ends[kind];
  }

  int count() {
    return count;
  }

  /** Traits of a kind share a weight of one, so that many pieces do not drown few words. */
  float each(int kind) {
    int many = ends[kind] - (kind == 0 ? 0 : ends[kind - 1]);
    float weight = kind == IDEAS ? IDEAS_WEIGH : 1;
    return many == 0 ? 0 : (float) (weight / Math.sqrt(many));
  }

  /** Lets go of what only making it needed. */
  Traits trimmed() {
    buckets = Arrays.copyOf(buckets, count);
    return this;
  }

  /** The name of a trait, if names were asked for. */
  String name(int trait) {
    return names.get(trait);
  }

  /** A number is known by how many digits it has: no ZIP code means hunger. */
  private int word(int token) {
    int from = tokens.from()[token];
    int to = tokens.from()[token + 1];
    int hash = WORD;
    if (tokens.isNumber(token)) {
      hash = (hash ^ to - from) * MULTIPLIER;
    } else {
      for (int i = from; i < to; i++) {
        hash = (hash ^ tokens.chars()[i]) * MULTIPLIER;
      }
    }
    add(hash, token, token + 1);
    return hash;
  }

  private void pieces(int token) {
    char[] chars = tokens.chars();
    int from = tokens.from()[token];
    int to = tokens.from()[token + 1];
    for (int start = from - 1; start < to; start++) {
      int hash = start < from ? ' ' : chars[start];
      int last = Math.min(start + LONGEST - 1, to);
      for (int at = start + 1; at <= last; at++) {
        hash = (hash * MULTIPLIER) ^ (at == to ? ' ' : chars[at]);
        add(hash);
        if (named) {
          names.add(piece(chars, start, at, from, to));
        }
      }
    }
  }

  /** "-roc-" in "groceries"; no hyphen where the word begins or ends. */
  private static String piece(char[] chars, int start, int at, int from, int to) {
    int first = Math.max(start, from);
    int end = Math.min(at + 1, to);
    return (start <= from ? "" : "-")
        + new String(chars, first, end - first)
        + (end == to ? "" : "-");
  }

  /** Chinese characters and Korean syllables stand alone as tokens: pieces are runs of them. */
  private void dense(int start, int most) {
    UnicodeScript script = tokens.scripts()[start];
    int hash = 0;
    for (int n = 0; n < LONGEST_DENSE && start + n < most; n++) {
      int token = start + n;
      if (tokens.scripts()[token] != script || n > 0 && tokens.opens()[token]) {
        return;
      }
      hash = (hash * MULTIPLIER) ^ tokens.chars()[tokens.from()[token]];
      add(hash, start, token + 1);
    }
  }

  /** What is spoken of, in the order of the words, and what stands near what. */
  private void ideas(List<Match> matches) {
    String[] spoken = new String[matches.size()];
    int said = 0;
    for (Match match : matches) {
      String idea =
          match.meaning().sense() instanceof Sense.Idea(String name)
              ? name
              : Because.of(match.meaning().sense());
      if (idea.isEmpty() || isNear(spoken, said, idea)) {
        continue;
      }
      idea(idea.hashCode() * 31 ^ IDEA, idea);
      for (int before = said - 1; before >= 0 && before >= said - NEAR; before--) {
        int pair = spoken[before].hashCode() * 31 + idea.hashCode();
        idea(pair * 31 ^ IDEA, named ? spoken[before] + " " + idea : idea);
      }
      spoken[said++] = idea;
    }
  }

  /** Whether it was said just before: by two words of one phrase, or in two languages. */
  private static boolean isNear(String[] spoken, int said, String idea) {
    for (int before = said - 1; before >= 0 && before >= said - NEAR - 1; before--) {
      if (spoken[before].equals(idea)) {
        return true;
      }
    }
    return false;
  }

  private void idea(int hash, String name) {
    add(hash);
    if (named) {
      names.add("{" + name + "}");
    }
  }

  private void found(Found found) {
    for (Match match : found.evidence().matches()) {
      Meaning meaning = match.meaning();
      String sense = Because.of(meaning.sense());
      if (!sense.isEmpty()) {
        found(sense + (meaning.weak() ? " perhaps" : ""));
      }
    }
    found("intent " + found.intent().id());
    found("emergency " + found.emergency());
    found(found.needs().isEmpty() ? "no need" : "a need");
    found(tokens.asks() ? "a question" : "no question");
    found(Math.min(12, tokens.starting()) + " words");
  }

  private void found(String what) {
    add(what.hashCode() * 31 ^ FOUND);
    if (named) {
      names.add("[" + what + "]");
    }
  }

  private void add(int hash, int start, int end) {
    add(hash);
    if (named) {
      names.add(tokens.text(start, end));
    }
  }

  private void add(int hash) {
    if (count == buckets.length) {
      buckets = Arrays.copyOf(buckets, count * 2);
    }
    int mixed = hash * 0x9E3779B1;
    mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
    buckets[count++] = mixed >>> 32 - BITS;
  }
}
