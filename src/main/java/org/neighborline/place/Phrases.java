package org.neighborline.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences of words and what they stand for: a trie over word numbers, in flat arrays. */
final class Phrases<T> {
  /** No such word or path. */
  static final int NONE = -1;

  static final int ROOT = 0;

  private String[] vocabulary = new String[1 << 8]; // a word's number is its place
  private int[] numbers = new int[1 << 10]; // by a word's hash: its number and one
  private int known;
  private @Nullable Object[] meanings = new Object[1 << 8]; // by node: none, the one, or several
  private long[] keys = new long[1 << 10];
  private int[] targets = new int[1 << 10];
  private int edges;
  private int nodes = 1;

  /** What the same words stand for, where it is more than one thing. */
  private record Several<T>(List<T> all) {}

  /** Adds a phrase; the same words may stand for several things. */
  void add(List<String> words, T meaning) {
    if (words.isEmpty()) {
      return;
    }
    int node = ROOT;
    for (String word : words) {
      int id = number(word);
      int next = step(node, id);
      node = next == NONE ? link(node, id) : next;
    }
    if (node >= meanings.length) {
      meanings = Arrays.copyOf(meanings, Math.max(node + 1, meanings.length * 2));
    }
    List<T> before = at(node);
    if (before.isEmpty()) {
      meanings[node] = meaning;
    } else if (!before.contains(meaning)) {
      List<T> all = new ArrayList<>(before);
      all.add(meaning);
      meanings[node] = new Several<>(List.copyOf(all));
    }
  }

  private int number(String word) {
    int id = id(word);
    if (id != NONE) {
      return id;
    }
    if (known * 2 > numbers.length) {
      numbers = new int[numbers.length * 2];
      for (int i = 0; i < known; i++) {
        numbers[free(vocabulary[i])] = i + 1;
      }
    }
    if (known == vocabulary.length) {
      vocabulary = Arrays.copyOf(vocabulary, known * 2);
    }
    vocabulary[known] = word;
    numbers[free(word)] = known + 1;
    return known++;
  }

  private int free(String word) {
    int slot = slot(word.hashCode(), numbers.length);
    while (numbers[slot] != 0) {
      slot = slot + 1 & numbers.length - 1;
    }
    return slot;
  }

  /** The number of a word, or {@link #NONE}. */
  int id(String word) {
    for (int slot = slot(word.hashCode(), numbers.length);
        numbers[slot] != 0;
        slot = slot + 1 & numbers.length - 1) {
      int id = numbers[slot] - 1;
      if (vocabulary[id].equals(word)) {
        return id;
      }
    }
    return NONE;
  }

  boolean knows(String word) {
    return id(word) != NONE;
  }

  /** Where a word leads from a node, or {@link #NONE}. */
  int step(int node, int word) {
    if (node == NONE || word == NONE) {
      return NONE;
    }
    long key = (long) node << 32 | word;
    for (int slot = slot(key, keys.length); targets[slot] != 0; slot = slot + 1 & keys.length - 1) {
      if (keys[slot] == key) {
        return targets[slot];
      }
    }
    return NONE;
  }

  /** What the words up to a node stand for: empty if they only start a phrase. */
  @SuppressWarnings("unchecked") // nothing but meanings and several of them is put there
  List<T> at(int node) {
    Object found = node < meanings.length ? meanings[node] : null;
    if (found instanceof Several<?> several) {
      return (List<T>) several.all();
    }
    return found == null ? List.of() : List.of((T) found);
  }

  /** What exactly these words stand for. */
  List<T> find(List<String> words) {
    int node = ROOT;
    for (String word : words) {
      node = step(node, id(word));
    }
    return node == ROOT || node == NONE ? List.of() : at(node);
  }

  private int link(int node, int word) {
    if (edges * 2 > keys.length) {
      grow();
    }
    put((long) node << 32 | word, nodes);
    edges++;
    return nodes++;
  }

  private void put(long key, int target) {
    int slot = slot(key, keys.length);
    while (targets[slot] != 0) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[keys.length];
    Arrays.fill(targets, 0);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldTargets[i] != 0) {
        put(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private static int slot(long key, int length) {
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing
    return (int) (mixed >>> 40) & length - 1;
  }
}
