package org.neighborline.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Rows of a comma-separated text whose first row names the columns. */
final class Csv {
  private static final int EXACT_DIGITS = 15; // that a double holds
  private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  private Csv() {}

  /** All rows but the first; a cell may be quoted, and may then hold commas but no line end. */
  static List<String[]> rows(String text, int columns) {
    List<String[]> rows = new ArrayList<>();
    each(text, columns, rows::add);
    return rows;
  }

  /** The same rows, one after the other, for files too big to be held as rows. */
  static void each(String text, int columns, Consumer<String[]> row) {
    String[] last = new String[columns];
    Arrays.fill(last, "");
    int at = text.indexOf('\n') + 1;
    while (at > 0 && at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (end > at) {
        last = cells(text, at, end, last);
        row.accept(last);
      }
      at = end + 1;
    }
  }

  /** A decimal number as {@link Double#parseDouble} reads it, quickly where it is short. */
  static double decimal(String text) {
    long digits = 0;
    int point = -1;
    int from = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
      } else {
        return Double.parseDouble(text);
      }
    }
    int places = point < 0 ? 0 : text.length() - point - 1;
    if (text.length() > EXACT_DIGITS || text.length() == from || places >= TENS.length) {
      return Double.parseDouble(text);
    }
    double value = digits / TENS[places]; // both exact, so rounded once
    return from == 1 ? -value : value;
  }

  /** The cells of a row; one that is as in the row before is the same string, its hash known. */
  private static String[] cells(String text, int from, int to, String[] last) {
    String[] cells = new String[last.length];
    int at = from;
    for (int i = 0; i < cells.length; i++) {
      if (at < to && text.charAt(at) == '"') {
        int close = at + 1;
        while (close < to && (text.charAt(close) != '"' || twice(text, close, to))) {
          close += text.charAt(close) == '"' ? 2 : 1;
        }
        cells[i] = text.substring(at + 1, Math.min(close, to)).replace("\"\"", "\"");
        at = close + 2;
      } else {
        int comma = at < to ? text.indexOf(',', at) : to;
        int end = comma < 0 || comma > to ? to : comma;
        int length = Math.max(0, end - at);
        boolean same = length == last[i].length() && text.startsWith(last[i], at);
        cells[i] = length == 0 ? "" : same ? last[i] : text.substring(at, end);
        at = end + 1;
      }
    }
    return cells;
  }

  private static boolean twice(String text, int at, int to) {
    return at + 1 < to && text.charAt(at + 1) == '"';
  }
}
