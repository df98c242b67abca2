package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neighborline.place.ByEar.Heard;

/** Finds names of areas that are misspelled, run together, or written by ear in another script. */
final class Misspelled {
  private static final int MAX_WORDS = 3; // of a name
  private static final int MAX_TRIED = 60; // words of a long text that are looked at
  private static final int MANY_WORDS = 9; // of a text that is about more than a place
  private static final int FEW_WORDS = 3; // a text so short is an answer to "where?"
  private static final int MIN_LETTERS = 5;
  private static final int SAME_SOUND_BONES =
      5; // of a name that sounds right, however it is spelled
  private static final int SAME_SOUND_ERRORS = 3;
  private static final int SURE_LETTERS = 7; // a shorter name needs a word such as "in" before it
  private static final double ONE_ERROR = 0.85;
  private static final double MORE_ERRORS = 0.65;
  private static final double HEARD_WELL = 0.8;
  private static final double HEARD = 0.65;
  private static final double HEARD_BADLY = 0.5;
  private static final float EXACTLY = 0.03f; // apart for each sound
  private static final float WELL = 0.05f;
  private static final float BADLY = 0.1f;
  private static final float FAR = 0.15f;
  private static final float LATIN_FAR = 0.12f;
  private static final double ALONE = 0.2; // less, where no word says that a place follows

  /** A name as joined letters. */
  private record Name(String letters, String bones, List<Named> meanings, boolean weak) {
    boolean away() {
      return meanings.getFirst() instanceof Named.Away;
    }
  }

  private final Map<String, List<Name>> byBones = new HashMap<>();
  private final ByEar ear = new ByEar();
  private final Letters letters;
  private final Words words;
  private final Names names;

  Misspelled(Names names, Letters letters, Words words) {
    this.letters = letters;
    this.words = words;
    this.names = names;
    names
        .spellings()
        .forEach((joined, meanings) ->
            add(new Name(joined, Letters.bones(joined), meanings, names.isWeak(joined))));
    names.spoken().forEach((said, meanings) -> ear.add(said, meanings, names.isWeak(said)));
  }

  private void add(Name name) {
    if (name.letters.length() < MIN_LETTERS || name.letters.charAt(0) > 'z') {
      return;
    }
    String bones = name.bones;
    Set<String> keys = new HashSet<>();
    keys.add(bones);
    for (int i = 0; i < bones.length(); i++) {
      keys.add(without(bones, i));
    }
    for (String key : keys) {
      byBones.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(name);
    }
  }

  private static String without(String bones, int at) {
    boolean twice =
        at > 0 && at + 1 < bones.length() && bones.charAt(at - 1) == bones.charAt(at + 1);
    return bones.substring(0, at) + bones.substring(twice ? at + 2 : at + 1);
  }

  /** A name and how sure we are of it. */
  record Guess(Names.Mention mention, double confidence) {}

  /** The name most like some words of a text. */
  Optional<Guess> in(Context context, List<Names.Mention> areas, Set<String> boroughs) {
    Guess best = null;
    Guess heard = null;
    float worth = 0;
    int last = Math.min(context.size(), MAX_TRIED);
    for (int from = 0; from < last; from++) {
      for (int to = from + 1; to <= Math.min(last, from + MAX_WORDS); to++) {
        Token token = context.tokens().get(to - 1);
        if ((to > from + 1 && token.afterPause()) || unlikely(context, to - 1, token)) {
          break;
        }
        if (Marks.areaCovers(areas, from, to)) {
          continue;
        }
        boolean expected = context.near(from) || context.apart(from, to) || !boroughs.isEmpty();
        Guess guess = guess(context, from, to, expected, touches(areas, from, to));
        if (guess != null && isOtherEnd(context, areas, guess.mention())) {
          continue;
        }
        if (guess != null && (best == null || better(guess, best))) {
          best = guess;
        }
        if (best == null && !context.everyday(from, to) && mayBeHeard(context, areas, from, to)) {
          Heard like = like(context, from, to, boroughs);
          if (like != null && like.worth() > worth) {
            worth = like.worth();
            boolean led = context.near(from) || context.nearAfter(to);
            boolean only = context.whole(from, to) || (led && !boroughs.isEmpty());
            heard =
                new Guess(new Names.Mention(from, to, like.meanings(), false), sure(like, only));
          }
        }
      }
    }
    return Optional.ofNullable(best != null ? best : heard);
  }

  /** Whether a borough's name is followed by what is no slip: "Brooklyn Nets" for its heights. */
  private static boolean isOtherEnd(
      Context context, List<Names.Mention> areas, Names.Mention guess) {
    return areas.stream()
        .filter(area -> area.from() == guess.from() && area.to() < guess.to())
        .filter(area -> area.meanings().getFirst() instanceof Named.Borough)
        .anyMatch(area -> context.joined(area.to(), guess.to() - area.to()).length() < MIN_LETTERS);
  }

  /** Whether some words stand where a place is expected, and are no part of what is known. */
  private boolean mayBeHeard(Context context, List<Names.Mention> areas, int from, int to) {
    boolean latin = context.word(from).charAt(0) < '\u0250';
    if ((latin && context.size() > MANY_WORDS && areas.isEmpty())
        || context.person(from)
        || touches(areas, from, to)
        || context.hasSmall(from, to)
        || context.generic(from, to)) {
      return false;
    }
    return context.near(from)
        || context.nearAfter(to)
        || context.apart(from, to)
        || (from == 0 && (context.has(to, Words.Use.NEAR) || context.beforeStreet(to)))
        || context.size() <= FEW_WORDS
        || (!latin && names.isPlaced(context.word(to - 1)))
        || areas.stream().anyMatch(area -> area.to() == from || leadsTo(context, to, area));
  }

  /** Whether only small words stand before an area's name, and none that says where to go. */
  private static boolean leadsTo(Context context, int to, Names.Mention area) {
    return area.from() == context.skip(to) && !context.has(to, Words.Use.AWAY);
  }

  /** How sure we are of what was heard; never very, where it is not all that is said of a place. */
  private static double sure(Heard like, boolean only) {
    if (like.apart() <= WELL && only) {
      return HEARD_WELL;
    }
    return like.apart() <= BADLY ? HEARD : HEARD_BADLY;
  }

  private @Nullable Heard like(Context context, int from, int to, Set<String> boroughs) {
    float alike = alike(context, from, to, boroughs);
    Heard whole = like(said(context, from, to, false), context, from, to, boroughs, alike);
    boolean hanging = context.word(to - 1).charAt(0) > '\u0250';
    Heard bare =
        hanging ? like(said(context, from, to, true), context, from, to, boroughs, alike) : null;
    return whole == null || (bare != null && bare.apart() < whole.apart()) ? bare : whole;
  }

  /** How unlike a name may sound here: the more of a place is expected, the more. */
  private static float alike(Context context, int from, int to, Set<String> boroughs) {
    boolean latin = context.word(from).charAt(0) < '\u0250';
    boolean said = context.near(from) || context.nearAfter(to);
    if (context.whole(from, to) || (said && !boroughs.isEmpty())) {
      return FAR;
    }
    if (context.size() > MANY_WORDS) {
      return BADLY;
    }
    return !said ? BADLY : latin ? LATIN_FAR : FAR;
  }

  private @Nullable Heard like(
      String latin, Context context, int from, int to, Set<String> boroughs, float alike) {
    boolean said = context.near(from) || context.nearAfter(to) || context.whole(from, to);
    return ear.like(latin, boroughs, alike)
        .filter(like ->
            !like.weak() || like.apart() <= WELL || !boroughs.isEmpty() || context.whole(from, to))
        .filter(
            like -> !like.away() || said || (context.apart(from, to) && like.apart() <= EXACTLY))
        .orElse(null);
  }

  /** Some words as they are said, in Latin letters; the last perhaps without what hangs on it. */
  private String said(Context context, int from, int to, boolean bare) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      String word = words.full(context.word(i));
      boolean other = word.charAt(0) > '\u0250';
      out.append(other ? letters.latin(bare && i == to - 1 ? names.bare(word) : word) : word);
    }
    return out.toString();
  }

  /** Whether some of the words are a name that is known, such as a borough's. */
  private static boolean touches(List<Names.Mention> areas, int from, int to) {
    return areas.stream().anyMatch(area -> area.from() < to && area.to() > from);
  }

  /** The surer, and of two as sure the neighborhood before its borough. */
  private static boolean better(Guess guess, Guess best) {
    return guess.confidence > best.confidence
        || (guess.confidence == best.confidence
            && best.mention.meanings().getFirst() instanceof Named.Borough);
  }

  private static boolean unlikely(Context context, int at, Token token) {
    boolean word = token.kind() == Token.Kind.LATIN || token.kind() == Token.Kind.OTHER;
    return !word || context.has(at, Words.Use.COMMON);
  }

  private @Nullable Guess guess(
      Context context, int from, int to, boolean expected, boolean strict) {
    String joined = context.joined(from, to - from);
    if (joined.charAt(0) > '\u0250' || joined.length() < MIN_LETTERS) {
      return null;
    }
    if (context.person(from) || (joined.length() < SURE_LETTERS && !expected)) {
      return null;
    }
    return bySpelling(context, joined, from, to, expected, strict);
  }

  private @Nullable Guess bySpelling(
      Context context, String joined, int from, int to, boolean expected, boolean strict) {
    String bones = Letters.bones(joined);
    boolean telling = expected && bones.length() >= SAME_SOUND_BONES;
    int least = telling ? SAME_SOUND_ERRORS + 1 : Spelling.allowed(joined.length() + 1) + 1;
    Name best = null;
    for (int i = -1; i < bones.length(); i++) {
      for (Name name : byBones.getOrDefault(i < 0 ? bones : without(bones, i), List.of())) {
        int errors = Spelling.distance(joined, name.letters, least);
        boolean begins = name.letters.charAt(0) == joined.charAt(0);
        boolean unlike = !begins && (strict || name.letters.length() < SURE_LETTERS);
        if (unlike || errors > allowed(name, telling ? bones : "")) {
          continue;
        }
        boolean other = best != null && !best.meanings.equals(name.meanings);
        if (errors < least
            || (errors == least && other && name.letters.charAt(0) == joined.charAt(0))) {
          least = errors;
          best = name;
        }
      }
    }
    if (best == null || (best.weak && !expected) || (best.away() && !context.near(from))) {
      return null;
    }
    double sure = least <= 1 && joined.length() >= SURE_LETTERS ? ONE_ERROR : MORE_ERRORS;
    return new Guess(
        new Names.Mention(from, to, best.meanings, false), expected ? sure : sure - ALONE);
  }

  private static int allowed(Name name, String bones) {
    boolean sounds = bones.equals(name.bones);
    return sounds ? SAME_SOUND_ERRORS : Spelling.allowed(name.letters.length());
  }
}
