package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
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
  private static final double CLEAR_MARGIN = 4;

  // How sure the model must be to overrule or replace the words. A cancelled request is a harm.
  private static final double SURE = 0.25;
  private static final double SURE_OF_LOSS = 0.7;

  /** Log odds from which a need is believed, what the words say counted in. */
  private static final float NEED = 0.5f;

  // What a word that names a need is worth in log odds. The model knows that "a ride to the
  // doctor" is a ride; it is asked about strong words too.
  private static final float SAID = 2;
  private static final float SAID_WEAKLY = 1;

  // Who lists three things or more, or writes at length, means each of them, and names them: these
  // two bounds are held by the texts to Haiti's hotline, as the examples have few that are long.
  private static final float SAID_AMONG_MANY = 5;
  private static final float PERHAPS_AT_LENGTH = -1;
  private static final int MANY = 3;
  private static final int LONG = 18;
  private static final int SHORT = 8;
  private static final int BARE = 2;

  /** Log odds from which the likeliest is named where nothing else is; otherwise we ask. */
  private static final float PERHAPS = -2.5f;

  // Log odds from which the model hears danger. The examples are full of what only sounds so: of a
  // hundred calm ones two are mistaken, of everyday texts far fewer. Where the words clearly name a
  // need, it takes more.
  private static final float ALARM = -0.5f;
  private static final float ALARM_BESIDE_NEED = 0.5f;

  /** Log odds under which words that sound like danger are not believed: one true in 100. */
  private static final float NO_ALARM = -1;

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
    Intent intent = emergency == Emergency.NONE ? intent(odds, found, tokens) : Intent.REQUEST;
    if (intent != found.intent()) {
      because.add(intent.id() + pieces(model, traits, Heads.of(intent), true, explain));
    }
    Set<Need> needs =
        emergency == Emergency.NONE ? needs(odds, found, intent, tokens.starting()) : found.needs();
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

  private static Intent intent(float[] odds, Found found, Tokens tokens) {
    if (isClear(found.scores()) || isBare(found, tokens)) {
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
    // These end a request, or keep no words with it.
    boolean loses =
        likeliest == Intent.CANCEL || likeliest == Intent.OPT_OUT || likeliest == Intent.STATUS;
    return 1 / sum > (loses ? SURE_OF_LOSS : SURE) ? likeliest : found.intent();
  }

  /** Who sends the name of a thing and no more, "rent 11221", asks for it. */
  private static boolean isBare(Found found, Tokens tokens) {
    return found.intent() == Intent.REQUEST
        && !found.needs().isEmpty()
        && !tokens.asks()
        && tokens.starting() <= BARE;
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

  /** The needs that words and model together make likely, the likeliest first. */
  private static Set<Need> needs(float[] odds, Found found, Intent intent, int words) {
    Map<Need, Float> likely = new EnumMap<>(Need.class);
    boolean many = found.needs().size() >= MANY || words >= LONG || words <= SHORT && areTwo(found);
    for (Need need : Need.values()) {
      likely.put(need, odds[Heads.of(need)] + said(found, need, many));
    }
    List<Need> order = new ArrayList<>(likely.keySet());
    order.sort(Comparator.comparing((Need need) -> -likely.getOrDefault(need, 0f)));
    Set<Need> needs = new LinkedHashSet<>(order);
    needs.removeIf(need -> likely.getOrDefault(need, 0f) <= NEED);
    boolean asks =
        intent == Intent.REQUEST || intent == Intent.OFFER || intent == Intent.INFORMATION;
    if (needs.isEmpty() && !found.needs().isEmpty()) {
      return found.needs();
    }
    float perhaps = words >= LONG ? PERHAPS_AT_LENGTH : PERHAPS;
    if (needs.isEmpty() && asks && likely.getOrDefault(order.getFirst(), 0f) > perhaps) {
      needs.add(order.getFirst());
    }
    return Collections.unmodifiableSet(needs);
  }

  /**
   * Whether a few words name two things, "food and a lawyer". A ride goes somewhere: beside it the
   * second is often only where to.
   */
  private static boolean areTwo(Found found) {
    return !found.needs().contains(Need.TRANSPORT)
        && found.needs().stream().filter(need -> !found.evidence().isWeak(need)).count() > 1;
  }

  private static float said(Found found, Need need, boolean many) {
    if (!found.needs().contains(need)) {
      return 0;
    }
    return found.evidence().isWeak(need) ? SAID_WEAKLY : many ? SAID_AMONG_MANY : SAID;
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
