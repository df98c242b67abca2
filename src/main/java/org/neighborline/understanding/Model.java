package org.neighborline.understanding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A linear model of what texts mean: for each trait of a text a row of weights, one for every
 * intent, need and kind of danger. Taught by {@link Learning} from the translators' examples.
 */
public final class Model {
  private static final int FLOAT = 4;

  private final byte[] weights;
  private final float[] scales;
  private final float[] biases;

  Model(byte[] weights, float[] scales, float[] biases) {
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

  /** What it was taught from and all that it knows, for a file. */
  public byte[] bytes(String source) {
    byte[] taughtFrom = source.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[taughtFrom.length + 2 * Heads.COUNT * FLOAT + weights.length];
    System.arraycopy(taughtFrom, 0, bytes, 0, taughtFrom.length);
    int at = taughtFrom.length;
    for (int head = 0; head < Heads.COUNT; head++, at += 2 * FLOAT) {
      write(bytes, at, scales[head]);
      write(bytes, at + FLOAT, biases[head]);
    }
    System.arraycopy(weights, 0, bytes, at, weights.length);
    return bytes;
  }

  /**
   * The model in a file; none if it was taught from something else, or is no whole model.
   *
   * @param source what it should be taught from, as {@link Learning#source} says
   */
  public static Optional<Model> of(byte[] bytes, String source) {
    byte[] taughtFrom = source.getBytes(StandardCharsets.US_ASCII);
    int at = taughtFrom.length;
    int length = at + 2 * Heads.COUNT * FLOAT + (Heads.COUNT << Traits.BITS);
    if (bytes.length != length || !Arrays.equals(bytes, 0, at, taughtFrom, 0, at)) {
      return Optional.empty();
    }
    float[] scales = new float[Heads.COUNT];
    float[] biases = new float[Heads.COUNT];
    for (int head = 0; head < Heads.COUNT; head++, at += 2 * FLOAT) {
      scales[head] = read(bytes, at);
      biases[head] = read(bytes, at + FLOAT);
    }
    return Optional.of(new Model(Arrays.copyOfRange(bytes, at, length), scales, biases));
  }

  private static void write(byte[] bytes, int at, float value) {
    int bits = Float.floatToIntBits(value);
    for (int i = 0; i < FLOAT; i++) {
      bytes[at + i] = (byte) (bits >>> 8 * i);
    }
  }

  private static float read(byte[] bytes, int at) {
    int bits = 0;
    for (int i = 0; i < FLOAT; i++) {
      bits |= (bytes[at + i] & 0xFF) << 8 * i;
    }
    return Float.intBitsToFloat(bits);
  }
}
