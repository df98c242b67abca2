package org.neighborline.understanding;

/**
 * A small naive Bayes on pieces of one to three letters, which tells what a text most resembles
 * among classes it was shown.
 */
final class Pieces {
  private static final int BUCKETS = 1 << 13;
  private static final int LONGEST = 3;
  private static final float SMOOTHING = 0.3f;

  private final int classes;
  private final float[] weights;
  private final float[] totals;
  private boolean ready;

  Pieces(int classes) {
    this.classes = classes;
    weights = new float[BUCKETS * classes];
    totals = new float[classes];
  }

  /** One that was written, and is settled. */
  Pieces(Blot blot) {
    classes = blot.number();
    weights = blot.floats();
    totals = new float[0];
    ready = true;
  }

  void write(Ink ink) {
    ink.number(classes);
    ink.floats(weights);
  }

  void learn(Tokens tokens, int token, int into, float weight) {
    forEach(
        tokens,
        token,
        bucket -> {
          weights[bucket * classes + into] += weight;
          totals[into] += weight;
        });
  }

  /** Ends learning: counts become logarithms of odds. */
  void settle() {
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      float mean = 0;
      for (int c = 0; c < classes; c++) {
        int at = bucket * classes + c;
        weights[at] =
            (float) Math.log((weights[at] + SMOOTHING) / (totals[c] + SMOOTHING * BUCKETS));
        mean += weights[at] / classes;
      }
      for (int c = 0; c < classes; c++) {
        weights[bucket * classes + c] -= mean;
      }
    }
    ready = true;
  }

  /** Adds a token's evidence to each class's score. */
  void weigh(Tokens tokens, int token, double[] scores) {
    if (!ready) {
      throw new IllegalStateException("settle first");
    }
    forEach(
        tokens,
        token,
        bucket -> {
          int at = bucket * classes;
          for (int c = 0; c < classes; c++) {
            scores[c] += weights[at + c];
          }
        });
  }

  private interface Each {
    void bucket(int bucket);
  }

  private static void forEach(Tokens tokens, int token, Each each) {
    char[] chars = tokens.chars();
    int from = tokens.from()[token];
    int to = tokens.from()[token + 1];
    for (int i = from - 1; i <= to; i++) {
      int hash = 17;
      for (int n = 0; n < LONGEST && i + n <= to; n++) {
        int at = i + n;
        char c = at < from || at >= to ? ' ' : chars[at];
        hash = hash * 31 + c;
        if (n > 0 || c != ' ') {
          int mixed = hash * 0x9E3779B1;
          each.bucket(mixed >>> 19);
        }
      }
    }
  }
}
