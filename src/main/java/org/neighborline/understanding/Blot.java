package org.neighborline.understanding;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link Ink} wrote, in the same order. */
final class Blot {
  private final MemorySegment in;
  private long at;

  Blot(MemorySegment in) {
    this.in = in;
  }

  int number() {
    int number = in.get(JAVA_INT_UNALIGNED, at);
    at += Integer.BYTES;
    return number;
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  List<String> texts() {
    int count = number();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  byte[] bytes() {
    byte[] all = new byte[number()];
    MemorySegment.copy(in, JAVA_BYTE, at, all, 0, all.length);
    at += all.length;
    return all;
  }

  int[] ints() {
    int[] all = new int[number()];
    MemorySegment.copy(in, JAVA_INT_UNALIGNED, at, all, 0, all.length);
    at += (long) all.length * Integer.BYTES;
    return all;
  }

  long[] longs() {
    long[] all = new long[number()];
    MemorySegment.copy(in, JAVA_LONG_UNALIGNED, at, all, 0, all.length);
    at += (long) all.length * Long.BYTES;
    return all;
  }

  float[] floats() {
    float[] all = new float[number()];
    MemorySegment.copy(in, JAVA_FLOAT_UNALIGNED, at, all, 0, all.length);
    at += (long) all.length * Float.BYTES;
    return all;
  }
}
