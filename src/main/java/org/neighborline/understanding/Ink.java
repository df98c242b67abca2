package org.neighborline.understanding;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Writes numbers and words one after the other, so that {@link Blot} reads them in no time. */
final class Ink {
  private byte[] bytes = new byte[1 << 20];
  private int length;

  void number(int number) {
    room(Integer.BYTES).set(JAVA_INT_UNALIGNED, 0, number);
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  void bytes(byte[] all) {
    number(all.length);
    room(all.length).copyFrom(MemorySegment.ofArray(all));
  }

  void ints(int[] all) {
    number(all.length);
    MemorySegment.copy(all, 0, room(all.length * Integer.BYTES), JAVA_INT_UNALIGNED, 0, all.length);
  }

  void longs(long[] all) {
    number(all.length);
    MemorySegment.copy(all, 0, room(all.length * Long.BYTES), JAVA_LONG_UNALIGNED, 0, all.length);
  }

  void floats(float[] all) {
    number(all.length);
    MemorySegment.copy(all, 0, room(all.length * Float.BYTES), JAVA_FLOAT_UNALIGNED, 0, all.length);
  }

  /** All that was written. */
  byte[] written() {
    return Arrays.copyOf(bytes, length);
  }

  private MemorySegment room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
    length += more;
    return MemorySegment.ofArray(bytes).asSlice(length - more, more);
  }
}
