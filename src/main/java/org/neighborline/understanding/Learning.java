package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Example;
import org.neighborline.language.Translation;

/**
 * Teaches a model by logistic regression: stochastic gradient steps, smaller for traits that were
 * seen more often, in an order that is always the same.
 */
final class Learning {
  private static final int EPOCHS = 12;
  private static final float RATE = 1f;
  private static final float DECAY = 1e-5f;
  private static final float BIAS_RATE = 0.05f;

  /** Added to how often a trait was seen, so that rare ones do not leap. */
  private static final float FEWEST = 0.3f;

  /** Someone in danger always asks for help: that shall not make every text a request. */
  private static final float ALARM_INTENT = 0.3f;

  private static final long SEED = 4636;

  private final float[] weights = new float[Heads.COUNT << Traits.BITS];
  private final float[] biases = new float[Heads.COUNT];
  private final float[] seen = new float[1 << Traits.BITS];
  private final float[] odds = new float[Heads.COUNT];
  private final float[] gradient = new float[Heads.COUNT];
  private long dice = SEED;

  private Learning() {}

  /** A lesson with the traits of its text. */
  record Taught(Lesson lesson, Traits traits) {}

  /** Learns from the examples of all translations; those that say nothing sensible are left out. */
  static Model model(Words words, List<Translation> translations) {
    return modelOf(lessons(words, translations));
  }

  static List<Taught> lessons(Words words, List<Translation> translations) {
    List<Taught> lessons = new ArrayList<>();
    for (Translation translation : translations) {
      for (Example example : translation.examples()) {
        if (Lesson.of(translation.language().tag(), example)
            instanceof Lesson.Result.Learned(Lesson lesson)) {
          Tokens tokens = Folding.fold(lesson.text());
          Traits traits = Traits.of(tokens, words.find(tokens, Optional.empty()), false);
          lessons.add(new Taught(lesson, traits.trimmed()));
        }
      }
    }
    return lessons;
  }

  static Model modelOf(List<Taught> lessons) {
    Learning learning = new Learning();
    int[] order = new int[lessons.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      learning.shuffle(order);
      float rate = RATE * (1 - epoch / (float) EPOCHS);
      for (int lesson : order) {
        // Every other time without what the word lists found: who wrote the examples wrote the
        // lists too, and the model would learn to lean on them.
        int kinds = (lesson + epoch) % 2 == 0 ? Traits.KINDS : Traits.KINDS - 1;
        learning.learn(lessons.get(lesson), kinds, rate);
      }
    }
    return Model.of(learning.weights, learning.biases);
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      dice = dice * 6364136223846793005L + 1442695040888963407L;
      int j = (int) ((dice >>> 33) % (i + 1));
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private void learn(Taught taught, int kinds, float rate) {
    Traits traits = taught.traits();
    System.arraycopy(biases, 0, odds, 0, Heads.COUNT);
    int trait = 0;
    for (int kind = 0; kind < kinds; kind++) {
      float each = traits.each(kind);
      for (; trait < traits.end(kind); trait++) {
        int row = traits.bucket(trait) * Heads.COUNT;
        for (int head = 0; head < Heads.COUNT; head++) {
          odds[head] += each * weights[row + head];
        }
      }
    }
    error(taught.lesson());
    trait = 0;
    for (int kind = 0; kind < kinds; kind++) {
      float each = traits.each(kind);
      for (; trait < traits.end(kind); trait++) {
        step(traits.bucket(trait), each, rate);
      }
    }
    for (int head = 0; head < Heads.COUNT; head++) {
      biases[head] -= BIAS_RATE * rate * gradient[head];
    }
  }

  private void step(int bucket, float each, float rate) {
    int row = bucket * Heads.COUNT;
    float step = rate * each / (float) Math.sqrt(FEWEST + seen[bucket]);
    float keep = 1 - rate * DECAY;
    for (int head = 0; head < Heads.COUNT; head++) {
      weights[row + head] = weights[row + head] * keep - step * gradient[head];
    }
    seen[bucket] += each * each;
  }

  /** How far what we believe is from what is so. */
  private void error(Lesson lesson) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int head = 0; head < Heads.INTENTS; head++) {
      highest = Math.max(highest, odds[head]);
    }
    float sum = 0;
    for (int head = 0; head < Heads.INTENTS; head++) {
      gradient[head] = (float) Math.exp(odds[head] - highest);
      sum += gradient[head];
    }
    for (int head = 0; head < Heads.INTENTS; head++) {
      gradient[head] /= sum;
    }
    gradient[Heads.of(lesson.intent())] -= 1;
    if (!lesson.emergencies().isEmpty()) {
      for (int head = 0; head < Heads.INTENTS; head++) {
        gradient[head] *= ALARM_INTENT;
      }
    }
    for (int head = Heads.INTENTS; head < Heads.COUNT; head++) {
      gradient[head] = (float) (1 / (1 + Math.exp(-odds[head])));
    }
    for (Need need : lesson.needs()) {
      gradient[Heads.of(need)] -= 1;
    }
    if (!lesson.emergencies().isEmpty()) {
      // Their needs are never asked for: despair shall not make every sad text one for company.
      Arrays.fill(gradient, Heads.NEEDS, Heads.EMERGENCIES, 0);
    }
    for (Emergency emergency : lesson.emergencies()) {
      gradient[Heads.of(emergency)] -= 1;
    }
    gradient[Heads.URGENT] -= lesson.urgent() ? 1 : 0;
  }
}
