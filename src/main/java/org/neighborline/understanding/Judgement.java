package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a text is taken to mean: the words decide where they are clear, the model where they are
 * not. The bounds were chosen by cross-validation on the examples, and by nothing else.
 *
 * @param because what the model decided, and by which pieces
 */
record Judgement(Intent intent, Set<Need> needs, Emergency emergency, List<String> because) {
  // Words that score so high, so far before the next, are clear.
  private static final double CLEAR_SCORE = 2.5;
  private static final double CLEAR_MARGIN = 1.6;

  // How sure the model must be to overrule or replace the words. A cancelled request is a harm.
  private static final double SURE = 0.5;
  private static final double SURE_OF_CANCEL = 0.9;

  /** Log odds from which the model adds a need. */
  private static final float NEED = 0;

  /** Log odds from which it is named where the words name none; otherwise we ask. */
  private static final float PERHAPS = -1.5f;

  /** Log odds under which a need that only weak words name is dropped, if another is likely. */
  private static final float NO_NEED = -2;

  // Log odds from which the model hears danger: together one more false alarm in 400 texts. Where
  // the words clearly name a need, it takes more.
  private static final float ALARM = -0.5f;
  private static final float ALARM_BESIDE_NEED = 0.5f;

  /** Log odds under which words that sound like danger are not believed: one true in 500. */
  private static final float NO_ALARM = -3;

  private static final int PIECES_SHOWN = 6;

  /** As the words say. */
  static Judgement of(Found found) {
    return new Judgement(found.intent(), found.needs(), found.emergency(), List.of());
  }

  /** As the words and the model say. */
  static Judgement of(Model model, Tokens tokens, Found found, boolean explain) {
    if (found.command().isPresent() || found.names().isPresent() || tokens.count() == 0) {
      return of(found);
    }
    Traits traits = Traits.of(tokens, found, explain);
    float[] odds = model.judge(traits);
    List<String> because = new ArrayList<>();
    Emergency emergency = emergency(odds, found);
    if (emergency != found.emergency()) {
      boolean calms = emergency == Emergency.NONE;
      Emergency which = calms ? found.emergency() : emergency;
      String what = (calms ? "no " : "") + which.name().toLowerCase(Locale.ROOT);
      because.add(what + pieces(model, traits, Heads.of(which), !calms, explain));
    }
    Intent intent = emergency == Emergency.NONE ? intent(odds, found) : Intent.REQUEST;
    if (intent != found.intent()) {
      because.add(intent.id() + pieces(model, traits, Heads.of(intent), true, explain));
    }
    Set<Need> needs = emergency == Emergency.NONE ? needs(odds, found, intent) : found.needs();
    for (Need need : needs) {
      if (!found.needs().contains(need)) {
        because.add(need.id() + pieces(model, traits, Heads.of(need), true, explain));
      }
    }
    return new Judgement(intent, needs, emergency, because);
  }

  private static Emergency emergency(float[] odds, Found found) {
    Emergency likeliest = Emergency.DANGER;
    for (Emergency emergency : Emergency.values()) {
      if (emergency != Emergency.NONE && odds[Heads.of(emergency)] > odds[Heads.of(likeliest)]) {
        likeliest = emergency;
      }
    }
    float highest = odds[Heads.of(likeliest)];
    if (found.emergency() != Emergency.NONE) {
      return highest < NO_ALARM ? Emergency.NONE : found.emergency();
    }
    boolean need = found.needs().stream().anyMatch(n -> !found.evidence().isWeak(n));
    return highest > (need ? ALARM_BESIDE_NEED : ALARM) ? likeliest : Emergency.NONE;
  }

  private static Intent intent(float[] odds, Found found) {
    if (isClear(found.scores())) {
      return found.intent();
    }
    Intent likeliest = Intent.REQUEST;
    for (Intent intent : Intent.values()) {
      likeliest = odds[Heads.of(intent)] > odds[Heads.of(likeliest)] ? intent : likeliest;
    }
    double sum = 0;
    for (Intent intent : Intent.values()) {
      sum += Math.exp(odds[Heads.of(intent)] - odds[Heads.of(likeliest)]);
    }
    if (found.intent() == Intent.UNKNOWN && likeliest == Intent.REQUEST) {
      return likeliest; // where it names no need either, we ask as we would anyway
    }
    boolean cancels = likeliest == Intent.CANCEL || likeliest == Intent.OPT_OUT;
    return 1 / sum > (cancels ? SURE_OF_CANCEL : SURE) ? likeliest : found.intent();
  }

  private static boolean isClear(Map<Intent, Double> scores) {
    double best = 0;
    double second = 0;
    for (double score : scores.values()) {
      second = Math.max(second, Math.min(best, score));
      best = Math.max(best, score);
    }
    return best >= CLEAR_SCORE && best - second >= CLEAR_MARGIN;
  }

  /** What the words name; where they are weak or name nothing, what the model finds likely. */
  private static Set<Need> needs(float[] odds, Found found, Intent intent) {
    Set<Need> needs = new LinkedHashSet<>(found.needs());
    List<Need> likely = new ArrayList<>(List.of(Need.values()));
    likely.sort(Comparator.comparing((Need need) -> -odds[Heads.of(need)]));
    float highest = odds[Heads.of(likely.getFirst())];
    if (highest > NEED) {
      needs.removeIf(need -> found.evidence().isWeak(need) && odds[Heads.of(need)] < NO_NEED);
    }
    boolean asks =
        intent == Intent.REQUEST || intent == Intent.OFFER || intent == Intent.INFORMATION;
    boolean clear = needs.stream().anyMatch(need -> !found.evidence().isWeak(need));
    float enough = needs.isEmpty() && asks ? PERHAPS : NEED;
    for (Need need : likely) {
      if (!clear && odds[Heads.of(need)] > enough) {
        needs.add(need);
      }
    }
    return Collections.unmodifiableSet(needs);
  }

  /** The pieces that spoke loudest for or against something. */
  private static String pieces(
      Model model, Traits traits, int head, boolean spokeFor, boolean explain) {
    String by = ": by the examples";
    if (!explain) {
      return by;
    }
    Map<String, Float> loudness = new LinkedHashMap<>();
    for (int kind = 0, trait = 0; kind < Traits.KINDS; kind++) {
      for (; trait < traits.end(kind); trait++) {
        float weight = model.weight(traits.bucket(trait), head) * traits.each(kind);
        loudness.merge(traits.name(trait), spokeFor ? weight : -weight, Float::sum);
      }
    }
    return by
        + " ("
        + String.join(
            ", ",
            loudness.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
                .limit(PIECES_SHOWN)
                .map(Map.Entry::getKey)
                .toList())
        + ")";
  }
}
