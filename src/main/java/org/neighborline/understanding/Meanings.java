package org.neighborline.understanding;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The meanings at each node of a trie, in rows of numbers; a {@link Meaning} is made when met. */
final class Meanings {
  // A meaning is one int: its language, whether it is weak, the number of its sense.
  private static final int LANGUAGE = Dictionary.MOST_LANGUAGES - 1;
  private static final int WEAK = LANGUAGE + 1;
  private static final int SENSE = Integer.numberOfTrailingZeros(WEAK) + 1;

  private final List<Sense> senses = new ArrayList<>();
  private final Texts entries;
  private IntBuffer first;
  private IntBuffer next;
  private IntBuffer packed;
  private IntBuffer entry;
  private int nodes = 1;
  private int size;

  Meanings() {
    entries = new Texts();
    first = row(1 << 12);
    next = row(1 << 12);
    packed = row(1 << 12);
    entry = row(1 << 12);
  }

  /** Those that were written. */
  Meanings(Blot blot) {
    blot.texts().forEach(key -> senses.add(Senses.of(key).orElseThrow()));
    entries = new Texts(blot);
    first = blot.ints();
    nodes = first.limit();
    next = blot.ints();
    packed = blot.ints();
    entry = blot.ints();
    size = next.limit();
  }

  void write(Ink ink) {
    ink.texts(senses.stream().map(Senses::key).toList());
    entries.write(ink);
    ink.ints(first.duplicate().limit(nodes));
    for (IntBuffer each : List.of(next, packed, entry)) {
      ink.ints(each.duplicate().limit(size));
    }
  }

  int addNode() {
    if (nodes == first.capacity()) {
      first = grown(first);
    }
    return nodes++;
  }

  /** Adds a meaning behind those of the node, unless one of them says the same. */
  void add(int node, Meaning meaning) {
    int last = LongTable.NONE;
    for (int i = first(node); i != LongTable.NONE; i = next(i)) {
      if (language(i) == meaning.language() && sense(i).equals(meaning.sense())) {
        return;
      }
      last = i;
    }
    if (size == next.capacity()) {
      next = grown(next);
      packed = grown(packed);
      entry = grown(entry);
    }
    if (!senses.contains(meaning.sense())) {
      senses.add(meaning.sense());
    }
    int weak = meaning.weak() ? WEAK : 0;
    packed.put(size, senses.indexOf(meaning.sense()) << SENSE | weak | meaning.language());
    entry.put(size, entryOf(meaning.words()));
    if (last == LongTable.NONE) {
      first.put(node, size);
    } else {
      next.put(last, size);
    }
    size++;
  }

  /** One entry of a translator is many phrases, one after the other. */
  private int entryOf(String words) {
    int last = entries.size() - 1;
    return last >= 0 && words.contentEquals(entries.get(last)) ? last : entries.add(words);
  }

  /** The first meaning of a node, or {@link LongTable#NONE}. */
  int first(int node) {
    return first.get(node);
  }

  /** The meaning that comes after it at the same node, or {@link LongTable#NONE}. */
  int next(int meaning) {
    return next.get(meaning);
  }

  int language(int meaning) {
    return packed.get(meaning) & LANGUAGE;
  }

  private Sense sense(int meaning) {
    return senses.get(packed.get(meaning) >>> SENSE);
  }

  Meaning get(int meaning) {
    return new Meaning(
        language(meaning),
        sense(meaning),
        (packed.get(meaning) & WEAK) != 0,
        entries.get(entry.get(meaning)).toString());
  }

  private static IntBuffer row(int capacity) {
    int[] none = new int[capacity];
    Arrays.fill(none, LongTable.NONE);
    return IntBuffer.wrap(none);
  }

  private static IntBuffer grown(IntBuffer row) {
    return row(row.capacity() * 2).put(0, row.array());
  }
}
