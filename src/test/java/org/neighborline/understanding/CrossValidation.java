package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.neighborline.language.Translation;

/**
 * Tries the model on examples that it was not taught, a fifth at a time: how the bounds in {@link
 * Judgement} were chosen, and what to run when the examples have changed much.
 */
final class CrossValidation {
  private static final int FOLDS = 5;
  private static final int[] RATES = {50, 100, 200, 400};
  private static final float[] BOUNDS = {-3, -2, -1, -0.5f, 0, 0.5f, 1};

  private record Tried(Lesson lesson, Found found, float[] odds, Judgement judgement) {
    boolean isAlarm() {
      return !lesson.emergencies().isEmpty();
    }

    boolean isHeard() {
      return found.emergency() != Emergency.NONE;
    }

    float alarm() {
      float highest = Float.NEGATIVE_INFINITY;
      for (int head = Heads.EMERGENCIES; head < Heads.URGENT; head++) {
        highest = Math.max(highest, odds[head]);
      }
      return highest;
    }
  }

  private CrossValidation() {}

  public static void main(String[] args) {
    List<Tried> tried = tried(Translations.all());
    List<Tried> calm = tried.stream().filter(t -> !t.isAlarm()).toList();
    List<Tried> alarms = tried.stream().filter(Tried::isAlarm).toList();
    System.out.printf("%d examples, %d of them alarms%n", tried.size(), alarms.size());
    System.out.printf(
        "intent: words %.1f %%, with the model %.1f %%%n",
        share(tried, t -> t.found().intent() == t.lesson().intent()),
        share(tried, t -> t.judgement().intent() == t.lesson().intent()));
    List<Tried> needful = calm.stream().filter(t -> !t.lesson().needs().isEmpty()).toList();
    System.out.printf(
        "needs exact: words %.1f %%, with the model %.1f %%%n",
        share(needful, t -> t.found().needs().equals(t.lesson().needs())),
        share(needful, t -> t.judgement().needs().equals(t.lesson().needs())));
    System.out.printf(
        "alarms: words find %.1f %%, false %.2f %%; with the model %.1f %%, false %.2f %%%n",
        share(alarms, Tried::isHeard),
        share(calm, Tried::isHeard),
        share(alarms, t -> t.judgement().emergency() != Emergency.NONE),
        share(calm, t -> t.judgement().emergency() != Emergency.NONE));
    List<Float> odds = calm.stream().map(Tried::alarm).sorted(Comparator.reverseOrder()).toList();
    for (int rate : RATES) {
      float bound = odds.get(odds.size() / rate);
      System.out.printf(
          "the model alone, one false in %d: from %.2f, finds %.1f %%%n",
          rate, bound, share(alarms, t -> t.alarm() > bound));
    }
    for (float bound : BOUNDS) {
      System.out.printf(
          "from %.1f it adds %d true and %d false; below, it doubts %d true and %d false%n",
          bound,
          alarms.stream().filter(t -> !t.isHeard() && t.alarm() > bound).count(),
          calm.stream().filter(t -> !t.isHeard() && t.alarm() > bound).count(),
          alarms.stream().filter(t -> t.isHeard() && t.alarm() < bound).count(),
          calm.stream().filter(t -> t.isHeard() && t.alarm() < bound).count());
    }
  }

  private static double share(List<Tried> all, Predicate<Tried> which) {
    return 100.0 * all.stream().filter(which).count() / all.size();
  }

  private static List<Tried> tried(List<Translation> translations) {
    Words words = new Words(translations);
    List<Learning.Taught> lessons = Learning.lessons(words, translations);
    List<Tried> tried = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int kept = fold;
      Model model =
          Learning.modelOf(lessons.stream().filter(t -> fold(t.lesson()) != kept).toList());
      for (Learning.Taught one : lessons) {
        if (fold(one.lesson()) == fold) {
          Tokens tokens = Folding.fold(one.lesson().text());
          Found found = words.find(tokens, Optional.empty());
          tried.add(
              new Tried(
                  one.lesson(),
                  found,
                  model.judge(Traits.of(tokens, found, false)),
                  Judgement.of(model, tokens, found, false)));
        }
      }
    }
    return tried;
  }

  private static int fold(Lesson lesson) {
    return (lesson.text().hashCode() * 0x9E3779B1 >>> 8) % FOLDS;
  }
}
