package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;

/** Rows of a comma-separated text whose first row names the columns. */
final class Csv {
  private Csv() {}

  /** All rows but the first; a cell may be quoted, and may then hold commas but no line end. */
  static List<String[]> rows(String text, int columns) {
    List<String[]> rows = new ArrayList<>();
    int at = text.indexOf('\n') + 1;
    while (at > 0 && at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (end > at) {
        rows.add(cells(text, at, end, columns));
      }
      at = end + 1;
    }
    return rows;
  }

  private static String[] cells(String text, int from, int to, int columns) {
    String[] cells = new String[columns];
    int at = from;
    for (int i = 0; i < columns; i++) {
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
        cells[i] = at < to ? text.substring(at, end) : "";
        at = end + 1;
      }
    }
    return cells;
  }

  private static boolean twice(String text, int at, int to) {
    return at + 1 < to && text.charAt(at + 1) == '"';
  }
}
