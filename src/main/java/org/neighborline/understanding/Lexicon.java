package org.neighborline.understanding;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * All words and beginnings of words in the translation files, in one trie of letters, and the way
 * from a misspelled word to the ones it may be.
 */
final class Lexicon {
  /** Words from this length on are found with one letter wrong, dropped, added or swapped. */
  static final int ONE_SLIP = 5;

  /** Words from this length on are found with two. */
  static final int TWO_SLIPS = 9;

  /** In scripts that leave out vowels or pack them into signs, short words are too much alike. */
  private static final int ONE_SLIP_ELSEWHERE = 7;

  private static final int LONGEST_STEM = 10;
  private static final long BASE = 1_000_003;

  private final LongTable edges;
  private final LongTable variants;
  private IntBuffer wordAt;
  private IntBuffer stemAt;
  private int nodes = 1;

  private final Texts words;
  private final BitSet stems;
  private LongBuffer languages;

  private final BitSet forgiven;

  // Chains of words that share a variant.
  private IntBuffer chainWord;
  private IntBuffer chainNext;
  private int chains;

  Lexicon() {
    edges = new LongTable(1 << 15);
    variants = new LongTable(1 << 15);
    wordAt = filled(1 << 15);
    stemAt = filled(1 << 15);
    words = new Texts();
    stems = new BitSet();
    languages = LongBuffer.allocate(1 << 12);
    forgiven = new BitSet();
    chainWord = IntBuffer.allocate(1 << 15);
    chainNext = IntBuffer.allocate(1 << 15);
  }

  /** One that was written; no word is added to it. */
  Lexicon(Blot blot) {
    edges = LongTable.read(blot);
    variants = LongTable.read(blot);
    wordAt = blot.ints();
    stemAt = blot.ints();
    nodes = wordAt.limit();
    words = new Texts(blot);
    stems = BitSet.valueOf(blot.longs());
    languages = blot.longs();
    forgiven = BitSet.valueOf(blot.longs());
    chainWord = blot.ints();
    chainNext = blot.ints();
    chains = chainWord.limit();
  }

  void write(Ink ink) {
    edges.write(ink);
    variants.write(ink);
    ink.ints(wordAt.duplicate().limit(nodes));
    ink.ints(stemAt.duplicate().limit(nodes));
    words.write(ink);
    ink.longs(LongBuffer.wrap(stems.toLongArray()));
    ink.longs(languages);
    ink.longs(LongBuffer.wrap(forgiven.toLongArray()));
    ink.ints(chainWord.duplicate().limit(chains));
    ink.ints(chainNext.duplicate().limit(chains));
  }

  /** The number of a word, or of a beginning of words; new ones are added. */
  int add(String word, boolean stem, int language) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int next = edges.get(key(node, word.charAt(i)));
      if (next == LongTable.NONE) {
        next = nodes++;
        edges.put(key(node, word.charAt(i)), next);
        if (next >= wordAt.capacity()) {
          wordAt = grown(wordAt);
          stemAt = grown(stemAt);
        }
      }
      node = next;
    }
    IntBuffer ends = stem ? stemAt : wordAt;
    if (ends.get(node) == LongTable.NONE) {
      stems.set(words.size(), stem);
      ends.put(node, words.add(word));
      if (words.size() > languages.capacity()) {
        languages = LongBuffer.wrap(Arrays.copyOf(languages.array(), words.size() * 2));
      }
    }
    int number = ends.get(node);
    languages.put(number, languages.get(number) | 1L << language);
    return number;
  }

  /** Lets a word be found misspelled. */
  void forgive(int word) {
    if (forgiven.get(word)) {
      return;
    }
    forgiven.set(word);
    CharSequence letters = words.get(word);
    boolean alphabet = letters.charAt(0) < 0x530; // Latin, Greek, Cyrillic
    if (!alphabet && (stems.get(word) || letters.length() < ONE_SLIP_ELSEWHERE)) {
      return;
    }
    if (letters.length() < ONE_SLIP || stems.get(word) && letters.length() < ONE_SLIP + 1) {
      return;
    }
    link(hash(letters, letters.length(), -1, -1), word);
    boolean two = letters.length() >= TWO_SLIPS;
    for (int i = 0; i < letters.length(); i++) {
      link(hash(letters, letters.length(), i, -1), word);
      for (int j = i + 1; two && j < letters.length(); j++) {
        link(hash(letters, letters.length(), i, j), word);
      }
    }
  }

  /** The languages that have the word, a bit each. */
  long languages(int word) {
    return languages.get(word);
  }

  /** How much of a token so long is this word's, from 0 to 1: of a beginning, only its letters. */
  double share(int word, int length) {
    return stems.get(word) ? Math.min(1, (double) words.length(word) / length) : 1;
  }

  int size() {
    return words.size();
  }

  /** Finds the word itself and every beginning it has. */
  void find(char[] chars, int from, int to, Candidates found, long within) {
    int node = 0;
    for (int i = from; i < to; i++) {
      node = edges.get(key(node, chars[i]));
      if (node == LongTable.NONE) {
        return;
      }
      if (stemAt.get(node) != LongTable.NONE) {
        found.add(stemAt.get(node), within, false);
      }
    }
    if (wordAt.get(node) != LongTable.NONE) {
      found.add(wordAt.get(node), within, false);
    }
  }

  /** Finds the words that this one may be a slip of. */
  void findNear(CharSequence typed, Candidates found) {
    int length = typed.length();
    if (length < ONE_SLIP - 1) {
      return;
    }
    for (int end = Math.min(length, ONE_SLIP); end <= Math.min(length, LONGEST_STEM); end++) {
      near(typed, end, true, false, found);
    }
    near(typed, length, false, length >= TWO_SLIPS - 1, found);
  }

  private void near(CharSequence typed, int end, boolean stem, boolean two, Candidates found) {
    follow(hash(typed, end, -1, -1), typed, end, stem, found);
    for (int i = 0; i < end; i++) {
      follow(hash(typed, end, i, -1), typed, end, stem, found);
      for (int j = i + 1; two && j < end; j++) {
        follow(hash(typed, end, i, j), typed, end, stem, found);
      }
    }
  }

  private void follow(long hash, CharSequence typed, int end, boolean stem, Candidates found) {
    for (int at = variants.get(hash); at != LongTable.NONE; at = chainNext.get(at)) {
      int word = chainWord.get(at);
      if ((stems.get(word) || !stem) && !found.has(word)) {
        CharSequence letters = words.get(word);
        int slips = letters.length() >= TWO_SLIPS && !stem ? 2 : 1;
        boolean sameStart = letters.charAt(0) == typed.charAt(0) || letters.length() > 6;
        if (sameStart && Slips.within(typed, end, letters, slips)) {
          found.add(word, -1L, true);
        }
      }
    }
  }

  private void link(long hash, int word) {
    int first = variants.get(hash);
    if (first != LongTable.NONE && chainWord.get(first) == word) {
      return; // words are forgiven one after the other
    }
    if (chains == chainWord.capacity()) {
      chainWord = IntBuffer.wrap(Arrays.copyOf(chainWord.array(), chains * 2));
      chainNext = IntBuffer.wrap(Arrays.copyOf(chainNext.array(), chains * 2));
    }
    chainWord.put(chains, word);
    chainNext.put(chains, first);
    variants.put(hash, chains++);
  }

  private static long hash(CharSequence letters, int end, int without, int norWithout) {
    long hash = 7;
    for (int i = 0; i < end; i++) {
      if (i != without && i != norWithout) {
        hash = hash * BASE + letters.charAt(i);
      }
    }
    return hash | 1L << 62;
  }

  private static long key(int node, char c) {
    return (long) node << 16 | c;
  }

  private static IntBuffer grown(IntBuffer ends) {
    return filled(ends.capacity() * 2).put(0, ends.array());
  }

  private static IntBuffer filled(int capacity) {
    int[] none = new int[capacity];
    Arrays.fill(none, LongTable.NONE);
    return IntBuffer.wrap(none);
  }
}
