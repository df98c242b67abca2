package org.neighborline.understanding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Writes numbers and words one after the other, so that {@link Blot} reads them in no time. */
final class Ink {
  private ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.nativeOrder());

  void number(int number) {
    room(Integer.BYTES).putInt(number);
  }

  void text(String text) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    number(all.length);
    room(all.length).put(all);
  }

  void texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  void bytes(byte[] all) {
    row(all.length, Byte.BYTES).put(all);
  }

  void chars(CharBuffer all) {
    row(all.limit(), Character.BYTES).asCharBuffer().put(all.duplicate().rewind());
    out.position(out.position() + all.limit() * Character.BYTES);
  }

  void ints(IntBuffer all) {
    row(all.limit(), Integer.BYTES).asIntBuffer().put(all.duplicate().rewind());
    out.position(out.position() + all.limit() * Integer.BYTES);
  }

  void longs(LongBuffer all) {
    row(all.limit(), Long.BYTES).asLongBuffer().put(all.duplicate().rewind());
    out.position(out.position() + all.limit() * Long.BYTES);
  }

  void floats(float[] all) {
    row(all.length, Float.BYTES).asFloatBuffer().put(all);
    out.position(out.position() + all.length * Float.BYTES);
  }

  /** All that was written. */
  byte[] written() {
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Where a row begins at the earliest: whole words are read fastest. */
  static int aligned(int position) {
    return (position + Long.BYTES - 1) & -Long.BYTES;
  }

  private ByteBuffer row(int count, int each) {
    number(count);
    int start = aligned(out.position());
    room(start - out.position() + count * each).position(start);
    return out;
  }

  private ByteBuffer room(int more) {
    if (out.remaining() < more) {
      byte[] all = Arrays.copyOf(out.array(), Math.max(out.capacity() * 2, out.position() + more));
      out = ByteBuffer.wrap(all).order(ByteOrder.nativeOrder()).position(out.position());
    }
    return out;
  }
}
