package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.neighborline.language.Language;

/** The phrases of ours in one text, and what they come to. */
final class Evidence {
  private static final double WEAK = 0.35;
  private static final double MORE_WORDS = 0.12;
  private static final double AGAIN = 0.25;
  private static final double NEEDS_MEAN_REQUEST = 0.9;
  // Someone in danger asks for help, whatever else the words say.
  private static final double DANGER_MEANS_REQUEST = 8.0;
  private static final double ASKING_WHO_WE_ARE = 3.2;
  private static final int FEW_WORDS = 3;
  private static final int LONG_WORD = 8;
  private static final double QUESTION = 0.3;
  private static final Map<Intent, Double> WEIGHTS = weights();

  private final List<Match> spoken;
  private final List<Match> matches;
  private final boolean asks;
  private final int words;

  /**
   * @param matches the phrases, by where they start
   * @param asks whether there is a question mark
   * @param words how many words the text has
   */
  Evidence(List<Match> matches, boolean asks, int words) {
    spoken = standing(matches.stream().filter(m -> !isDoubtfulAlarm(m)).toList());
    this.matches = spoken.stream().filter(m -> !isIdea(m)).toList();
    this.asks = asks;
    this.words = words;
  }

  private static Map<Intent, Double> weights() {
    Map<Intent, Double> weights = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      weights.put(
          intent,
          switch (intent) {
            case REQUEST -> 2.0;
            case OFFER -> 3.6;
            case INFORMATION -> 2.8;
            case STATUS, LANGUAGE -> 3.3;
            case CANCEL -> 3.8;
            case THANKS -> 1.7;
            case GREETING -> 0.4;
            case COMPLAINT, ABUSE -> 3.0;
            case WRONG_NUMBER -> 4.5;
            case HELP -> 1.2;
            case OPT_OUT, OPT_IN -> 5.0;
            case UNKNOWN -> 0.0;
          });
    }
    return weights;
  }

  /** Of matches of one topic that overlap, the longer stands, and "none" before its like. */
  private static List<Match> standing(List<Match> matches) {
    List<Match> standing = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      if (!isHidden(matches, i)) {
        standing.add(matches.get(i));
      }
    }
    standing.removeIf(match -> match.meaning().sense() instanceof Sense.Not);
    return standing;
  }

  private static boolean isIdea(Match match) {
    return match.meaning().sense() instanceof Sense.Idea;
  }

  /** One misspelled word is no reason to call 911. */
  private static boolean isDoubtfulAlarm(Match match) {
    return match.slips()
        && match.length() == 1
        && match.meaning().sense().topic() == Sense.Topic.EMERGENCY
        && match.meaning().words().length() < LONG_WORD;
  }

  private static boolean isHidden(List<Match> matches, int index) {
    Match match = matches.get(index);
    Sense.Topic topic = match.meaning().sense().topic();
    for (int i = before(matches, index); i < matches.size(); i++) {
      Match other = matches.get(i);
      if (other.start() >= match.end()) {
        return false;
      }
      if (i != index && other.meaning().sense().topic() == topic && hides(other, match)) {
        return true;
      }
    }
    return false;
  }

  private static int before(List<Match> matches, int index) {
    int earliest = matches.get(index).start() - 8;
    int i = index;
    while (i > 0 && matches.get(i - 1).start() >= earliest) {
      i--;
    }
    return i;
  }

  private static boolean hides(Match other, Match match) {
    if (other.meaning().sense() instanceof Sense.Not) {
      return !(match.meaning().sense() instanceof Sense.Not)
          && other.overlaps(match)
          && other.length() >= match.length();
    }
    return other.length() > match.length() && other.covers(match);
  }

  /** The needs, the clearest first. */
  Set<Need> needs() {
    Map<Need, Double> scores = new EnumMap<>(Need.class);
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Needs(Need need)) {
        scores.merge(need, worth(match), Double::sum);
      }
    }
    double best = scores.values().stream().mapToDouble(d -> d).max().orElse(0);
    List<Need> needs = new ArrayList<>(scores.keySet());
    needs.removeIf(need -> best >= 1 && scores.getOrDefault(need, 0.0) < Math.min(0.6, best / 2));
    if (needs.size() > 1) {
      needs.remove(Need.OTHER);
    }
    needs.sort(Comparator.comparing((Need need) -> -scores.getOrDefault(need, 0.0)));
    return Collections.unmodifiableSet(new LinkedHashSet<>(needs));
  }

  /** Whether only weak words tell a need. */
  boolean isWeak(Need need) {
    return matches.stream()
        .filter(match -> match.meaning().sense() instanceof Sense.Needs(Need of) && of == need)
        .allMatch(match -> match.meaning().weak());
  }

  private static double worth(Match match) {
    double worth = match.meaning().weak() ? WEAK : 1;
    return (match.slips() ? 0.8 : 1) * worth * (1 + MORE_WORDS * (match.length() - 1));
  }

  /** How strongly the words speak for each intent. */
  Map<Intent, Double> intents(boolean anyNeed, boolean emergency) {
    Map<Intent, Double> scores = new EnumMap<>(Intent.class);
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Wants(Intent intent)) {
        double score = WEIGHTS.getOrDefault(intent, 0.0) * worth(match);
        scores.merge(intent, score, (a, b) -> Math.max(a, b) + AGAIN * Math.min(a, b));
      }
    }
    if (anyNeed) {
      scores.merge(Intent.REQUEST, NEEDS_MEAN_REQUEST, Double::sum);
    }
    if (emergency) {
      scores.merge(Intent.REQUEST, DANGER_MEANS_REQUEST, Double::sum);
    }
    if (has(Sense.AsksIfGovernment.class)) {
      scores.merge(Intent.INFORMATION, ASKING_WHO_WE_ARE, Math::max);
    }
    if (asks && scores.containsKey(Intent.INFORMATION)) {
      scores.merge(Intent.INFORMATION, QUESTION, Double::sum);
    }
    return scores;
  }

  Urgency urgency() {
    boolean urgent = false;
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Hurries(Urgency urgency)) {
        if (urgency == Urgency.CAN_WAIT) {
          return urgency;
        }
        urgent |= urgency == Urgency.URGENT;
      }
    }
    return urgent ? Urgency.URGENT : Urgency.NORMAL;
  }

  /**
   * The gravest alarm: wanting to die, then violence at home, then danger. A weak one ("knife")
   * counts where it is nearly all that is said, or where another stands beside it.
   */
  Emergency emergency() {
    Emergency gravest = Emergency.NONE;
    int weak = 0;
    int end = 0;
    Emergency doubtful = Emergency.NONE;
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Alarms(Emergency emergency)) {
        if (match.meaning().weak()) {
          weak += match.start() >= end ? 1 : 0;
          end = match.end();
          doubtful = graver(doubtful, emergency);
        } else {
          gravest = graver(gravest, emergency);
        }
      }
    }
    return weak > 1 || words <= FEW_WORDS ? graver(gravest, doubtful) : gravest;
  }

  private static Emergency graver(Emergency one, Emergency other) {
    return rank(other) > rank(one) ? other : one;
  }

  private static int rank(Emergency emergency) {
    return switch (emergency) {
      case NONE -> 0;
      case DANGER -> 1;
      case VIOLENCE -> 2;
      case DESPAIR -> 3;
    };
  }

  /** Everyone when a total is said, else the sum of parts. */
  OptionalInt people() {
    int total = 0;
    int parts = 0;
    int self = 0;
    int counted = 0;
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Counts(Sense.Counting counting)) {
        switch (counting) {
          case TOTAL -> total = Math.max(total, match.number());
          case SELF -> self = 1;
          case PART -> {
            if (match.start() >= counted) {
              parts += Math.max(1, match.number());
              counted = match.end();
            }
          }
        }
      }
    }
    int people = total > 0 ? total : parts > 0 ? parts + self : 0;
    return people > 0 ? OptionalInt.of(people) : OptionalInt.empty();
  }

  boolean has(Class<? extends Sense> sense) {
    return matches.stream().anyMatch(match -> sense.isInstance(match.meaning().sense()));
  }

  /** Languages named in the text. */
  List<Language> names() {
    List<Language> names = new ArrayList<>();
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Names(Language language)
          && !names.contains(language)) {
        names.add(language);
      }
    }
    return names;
  }

  /** What tells something by itself. */
  List<Match> matches() {
    return matches;
  }

  /** These and the ideas, which the model weighs together. */
  List<Match> spoken() {
    return spoken;
  }
}
