package org.neighborline.understanding;

import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Very many short texts by number, letter after letter in one row: none is an object of its own.
 */
final class Texts {
  private CharBuffer letters;
  private IntBuffer ends;
  private int size;

  Texts() {
    letters = CharBuffer.allocate(1 << 16);
    ends = IntBuffer.allocate(1 << 12);
  }

  /** Those that were written; none is added to them. */
  Texts(Blot blot) {
    letters = blot.chars();
    ends = blot.ints();
    size = ends.limit();
  }

  void write(Ink ink) {
    ink.chars(letters.duplicate().limit(end(size - 1)));
    ink.ints(ends.duplicate().limit(size));
  }

  int size() {
    return size;
  }

  /** Adds a text and returns its number. */
  int add(String text) {
    int start = end(size - 1);
    int end = start + text.length();
    if (end > letters.capacity()) {
      letters = CharBuffer.wrap(Arrays.copyOf(letters.array(), Math.max(end, start * 2)));
    }
    if (size == ends.capacity()) {
      ends = IntBuffer.wrap(Arrays.copyOf(ends.array(), size * 2));
    }
    letters.put(start, text.toCharArray());
    ends.put(size, end);
    return size++;
  }

  /** The text of this number; a view where only a few letters are asked for. */
  CharSequence get(int text) {
    int start = end(text - 1);
    return letters.slice(start, end(text) - start);
  }

  int length(int text) {
    return end(text) - end(text - 1);
  }

  private int end(int text) {
    return text < 0 ? 0 : ends.get(text);
  }
}
