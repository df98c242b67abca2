package org.neighborline.understanding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link Ink} wrote, in the same order. Most rows are not copied: they stay where they
 * are, so that a mapped file costs no heap, and only what is looked at is ever read.
 */
final class Blot {
  private final ByteBuffer in;

  Blot(ByteBuffer in) {
    this.in = in.slice().order(ByteOrder.nativeOrder());
  }

  int number() {
    return in.getInt();
  }

  String text() {
    byte[] all = new byte[number()];
    in.get(all);
    return new String(all, StandardCharsets.UTF_8);
  }

  List<String> texts() {
    int count = number();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  /**
   * A copy, as of {@link #floats}: every text adds up many of these, which an array does many at a
   * time.
   */
  byte[] bytes() {
    byte[] all = new byte[number()];
    in.position(Ink.aligned(in.position()));
    in.get(all);
    return all;
  }

  CharBuffer chars() {
    return row(Character.BYTES).asCharBuffer();
  }

  IntBuffer ints() {
    return row(Integer.BYTES).asIntBuffer();
  }

  LongBuffer longs() {
    return row(Long.BYTES).asLongBuffer();
  }

  float[] floats() {
    var row = row(Float.BYTES).asFloatBuffer();
    float[] all = new float[row.remaining()];
    row.get(all);
    return all;
  }

  private ByteBuffer row(int each) {
    int length = number() * each;
    int start = Ink.aligned(in.position());
    in.position(start + length);
    return in.slice(start, length).order(ByteOrder.nativeOrder());
  }
}
