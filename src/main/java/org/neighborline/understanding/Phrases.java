package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * All phrases of the translation files in one trie of words, which finds those in a text in one
 * pass.
 */
final class Phrases {
  /** Stands in a phrase for up to three words of any kind. */
  static final int GAP = -2;

  /** Stands in a phrase for a number. */
  static final int NUMBER = -3;

  private static final int WIDEST_GAP = 3;
  private static final int WIDEST_DENSE_GAP = 6;
  private static final int MOST_MATCHES = 2_000;

  private final LongTable edges;
  private final Meanings meanings;

  Phrases() {
    edges = new LongTable(1 << 14);
    meanings = new Meanings();
  }

  /** Those that were written. */
  Phrases(Blot blot) {
    edges = LongTable.read(blot);
    meanings = new Meanings(blot);
  }

  void write(Ink ink) {
    edges.write(ink);
    meanings.write(ink);
  }

  /** Adds a phrase; the same words may have several meanings. */
  void add(int[] words, Meaning meaning) {
    int node = 0;
    for (int word : words) {
      int next = edges.get(key(node, word));
      if (next == LongTable.NONE) {
        next = meanings.addNode();
        edges.put(key(node, word), next);
      }
      node = next;
    }
    meanings.add(node, meaning);
  }

  /** Finds every phrase, by where it starts. */
  List<Match> find(Tokens tokens, Candidates[] candidates, int[] numbers) {
    Search search = new Search(tokens, candidates, numbers);
    for (int start = 0; start < tokens.count() && search.found.size() < MOST_MATCHES; start++) {
      search.start = start;
      search.walk(0, start, -1L, false, 0);
    }
    return search.found;
  }

  private static long key(int node, int word) {
    return (long) node + 1 << 32 | word & 0xFFFFFFFFL;
  }

  private final class Search {
    final Tokens tokens;
    final Candidates[] candidates;
    final int[] numbers;
    final List<Match> found = new ArrayList<>();
    private int start;

    Search(Tokens tokens, Candidates[] candidates, int[] numbers) {
      this.tokens = tokens;
      this.candidates = candidates;
      this.numbers = numbers;
    }

    void walk(int node, int at, long within, boolean slips, int number) {
      for (int i = meanings.first(node); i != LongTable.NONE; i = meanings.next(i)) {
        if ((within >>> meanings.language(i) & 1) == 1 && stands(at)) {
          found.add(new Match(start, at, meanings.get(i), number, slips));
        }
      }
      if (at == tokens.count()) {
        return;
      }
      Candidates here = candidates[at];
      for (int i = 0; i < here.count(); i++) {
        int next = edges.get(key(node, here.word(i)));
        if (next != LongTable.NONE) {
          walk(next, at + 1, within & here.within(i), slips || here.slip(i), number);
        }
      }
      if (numbers[at] != 0) {
        int next = edges.get(key(node, NUMBER));
        if (next != LongTable.NONE) {
          walk(next, at + (numbers[at] >>> 16), within, slips, numbers[at] & 0xFFFF);
        }
      }
      if (node != 0) {
        int next = edges.get(key(node, GAP));
        if (next != LongTable.NONE) {
          leap(next, at, within, slips, number);
        }
      }
    }

    private void leap(int node, int at, long within, boolean slips, int number) {
      int widest = Scripts.isDense(tokens.scripts()[at]) ? WIDEST_DENSE_GAP : WIDEST_GAP;
      for (int skip = 0; skip <= widest && at + skip < tokens.count(); skip++) {
        if (tokens.opens()[at + skip]) {
          return; // a phrase does not reach into the next sentence
        }
        walk(node, at + skip, within, slips, number);
      }
    }

    /** A single Korean syllable means something only where a word begins. */
    private boolean stands(int end) {
      return end - start > 1
          || tokens.scripts()[start] != UnicodeScript.HANGUL
          || tokens.starts()[start];
    }
  }
}
