package org.neighborline.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sequences of words and what they stand for: a trie over word numbers, in flat arrays. */
final class Phrases<T> {
  /** No such word or path. */
  static final int NONE = -1;

  static final int ROOT = 0;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final Map<Integer, List<T>> meanings = new HashMap<>();
  private long[] keys = new long[1 << 10];
  private int[] targets = new int[1 << 10];
  private int edges;
  private int nodes = 1;

  /** Adds a phrase; the same words may stand for several things. */
  void add(List<String> words, T meaning) {
    if (words.isEmpty()) {
      return;
    }
    int node = ROOT;
    for (String word : words) {
      int id = vocabulary.computeIfAbsent(word, _ -> vocabulary.size());
      int next = step(node, id);
      node = next == NONE ? link(node, id) : next;
    }
    List<T> all = meanings.computeIfAbsent(node, _ -> new ArrayList<>(1));
    if (!all.contains(meaning)) {
      all.add(meaning);
    }
  }

  /** The number of a word, or {@link #NONE}. */
  int id(String word) {
    Integer id = vocabulary.get(word);
    return id == null ? NONE : id;
  }

  boolean knows(String word) {
    return vocabulary.containsKey(word);
  }

  /** Where a word leads from a node, or {@link #NONE}. */
  int step(int node, int word) {
    if (node == NONE || word == NONE) {
      return NONE;
    }
    long key = (long) node << 32 | word;
    for (int slot = slot(key); targets[slot] != 0; slot = slot + 1 & keys.length - 1) {
      if (keys[slot] == key) {
        return targets[slot];
      }
    }
    return NONE;
  }

  /** What the words up to a node stand for: empty if they only start a phrase. */
  List<T> at(int node) {
    List<T> found = meanings.get(node);
    return found == null ? List.of() : found;
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
    int slot = slot(key);
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

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing
    return (int) (mixed >>> 40) & keys.length - 1;
  }
}
