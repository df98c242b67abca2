package org.neighborline.place;

/** How unlike two spellings are. */
final class Spelling {
  private static final int SHORT = 5; // letters of names that allow one error
  private static final int LONG = 9; // letters of names that allow two

  private Spelling() {}

  /** How many errors a name of so many letters may have. */
  static int allowed(int letters) {
    return letters < SHORT ? 0 : letters < LONG ? 1 : 2;
  }

  /**
   * The number of letters to insert, drop, change or swap.
   *
   * @return a number above the limit as soon as it is sure to pass it
   */
  static int distance(String a, String b, int limit) {
    int n = a.length();
    int m = b.length();
    if (Math.abs(n - m) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[m + 1];
    int[] last = new int[m + 1];
    int[] row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= m; j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost = Math.min(cost, beforeLast[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[m];
  }
}
