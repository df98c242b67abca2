package org.neighborline.understanding;

import java.util.Arrays;

/**
 * A linear model of what texts mean: for each trait of a text a row of weights, one for every
 * intent, need and kind of danger. Taught by {@link Learning} from the translators' examples.
 */
final class Model {
  private final byte[] weights;
  private final float[] scales;
  private final float[] biases;

  private Model(byte[] weights, float[] scales, float[] biases) {
    this.weights = weights;
    this.scales = scales;
    this.biases = biases;
  }

  /** Makes a model small: each head's weights become whole numbers from -127 to 127. */
  static Model of(float[] weights, float[] biases) {
    float[] scales = new float[Heads.COUNT];
    for (int i = 0; i < weights.length; i++) {
      int head = i % Heads.COUNT;
      scales[head] = Math.max(scales[head], Math.abs(weights[i]) / 127);
    }
    byte[] small = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      float scale = scales[i % Heads.COUNT];
      small[i] = scale == 0 ? 0 : (byte) Math.round(weights[i] / scale);
    }
    return new Model(small, scales, biases);
  }

  /** Log odds of every head. */
  float[] judge(Traits traits) {
    float[] odds = biases.clone();
    int[] sums = new int[Heads.COUNT];
    int trait = 0;
    for (int kind = 0; kind < Traits.KINDS; kind++) {
      Arrays.fill(sums, 0);
      for (; trait < traits.end(kind); trait++) {
        int row = traits.bucket(trait) * Heads.COUNT;
        for (int head = 0; head < Heads.COUNT; head++) {
          sums[head] += weights[row + head];
        }
      }
      float each = traits.each(kind);
      for (int head = 0; head < Heads.COUNT; head++) {
        odds[head] += each * scales[head] * sums[head];
      }
    }
    return odds;
  }

  /** How much one trait speaks for a head, before all are weighed together. */
  float weight(int bucket, int head) {
    return weights[bucket * Heads.COUNT + head] * scales[head];
  }

  static Model read(Blot blot) {
    return new Model(blot.bytes(), blot.floats(), blot.floats());
  }

  void write(Ink ink) {
    ink.bytes(weights);
    ink.floats(scales);
    ink.floats(biases);
  }
}
