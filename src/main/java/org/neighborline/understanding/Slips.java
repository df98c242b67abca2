package org.neighborline.understanding;

/** How many slips of the finger lie between two words (Damerau and Levenshtein's distance). */
final class Slips {
  private Slips() {}

  static boolean within(CharSequence typed, int end, CharSequence word, int limit) {
    int columns = word.length();
    if (Math.abs(end - columns) > limit) {
      return false;
    }
    int[] beforeLast = new int[columns + 1];
    int[] last = new int[columns + 1];
    int[] row = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= end; i++) {
      row[0] = i;
      char c = typed.charAt(i - 1);
      int best = i;
      for (int j = 1; j <= columns; j++) {
        int cost = c == word.charAt(j - 1) ? 0 : 1;
        int value = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        boolean swapped =
            i > 1 && j > 1 && c == word.charAt(j - 2) && typed.charAt(i - 2) == word.charAt(j - 1);
        row[j] = swapped ? Math.min(value, beforeLast[j - 2] + 1) : value;
        best = Math.min(best, row[j]);
      }
      if (best > limit) {
        return false;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[columns] <= limit;
  }
}
