package org.neighborline.understanding;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * A map from long keys (never 0) to ints from 0, small and without boxing: the edges of our tries.
 */
final class LongTable {
  static final int NONE = -1;

  private LongBuffer keys;
  private IntBuffer values;
  private int size;

  LongTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected)) * 4;
    keys = LongBuffer.allocate(capacity);
    values = IntBuffer.allocate(capacity);
  }

  private LongTable(LongBuffer keys, IntBuffer values, int size) {
    this.keys = keys;
    this.values = values;
    this.size = size;
  }

  static LongTable read(Blot blot) {
    return new LongTable(blot.longs(), blot.ints(), blot.number());
  }

  void write(Ink ink) {
    ink.longs(keys);
    ink.ints(values);
    ink.number(size);
  }

  int get(long key) {
    int mask = keys.capacity() - 1;
    int i = slot(key, mask);
    for (long here = keys.get(i); here != 0; here = keys.get(i)) {
      if (here == key) {
        return values.get(i);
      }
      i = (i + 1) & mask;
    }
    return NONE;
  }

  void put(long key, int value) {
    if (size * 2 >= keys.capacity()) {
      grow();
    }
    int mask = keys.capacity() - 1;
    int i = slot(key, mask);
    while (keys.get(i) != 0 && keys.get(i) != key) {
      i = (i + 1) & mask;
    }
    size += keys.get(i) == 0 ? 1 : 0;
    keys.put(i, key);
    values.put(i, value);
  }

  private void grow() {
    LongBuffer oldKeys = keys;
    IntBuffer oldValues = values;
    keys = LongBuffer.allocate(oldKeys.capacity() * 2);
    values = IntBuffer.allocate(oldKeys.capacity() * 2);
    size = 0;
    for (int i = 0; i < oldKeys.capacity(); i++) {
      if (oldKeys.get(i) != 0) {
        put(oldKeys.get(i), oldValues.get(i));
      }
    }
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32 ^ mixed >>> 13) & mask;
  }
}
