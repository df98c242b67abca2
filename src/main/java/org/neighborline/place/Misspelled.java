package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds names of areas that are misspelled, run together, or written by ear in another script. */
final class Misspelled {
  private static final int MAX_WORDS = 3; // of a name
  private static final int MAX_TRIED = 60; // words of a long text that are looked at
  private static final int MIN_LETTERS = 5;
  private static final int SAME_SOUND_BONES =
      5; // of a name that sounds right, however it is spelled
  private static final int SAME_SOUND_ERRORS = 3;
  private static final int SURE_LETTERS = 7; // a shorter name needs a word such as "in" before it
  private static final int MIN_BONES = 4; // of a name in another script
  private static final double ONE_ERROR = 0.85;
  private static final double MORE_ERRORS = 0.75;
  private static final double BY_EAR = 0.75;
  private static final double ALONE = 0.2; // less, where no word says that a place follows

  /** A name as joined letters. */
  private record Name(String letters, String bones, List<Named> meanings, boolean weak) {
    boolean away() {
      return meanings.getFirst() instanceof Named.Away;
    }
  }

  private final Map<String, List<Name>> byBones = new HashMap<>();
  private final Map<String, List<Name>> byEar = new HashMap<>();
  private final Letters letters;
  private final Names names;

  Misspelled(Names names, Letters letters) {
    this.letters = letters;
    this.names = names;
    names
        .spellings()
        .forEach((joined, meanings) ->
            add(new Name(joined, Letters.bones(joined), meanings, names.isWeak(joined))));
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
    byEar.computeIfAbsent(bones, _ -> new ArrayList<>(1)).add(name);
  }

  private static String without(String bones, int at) {
    return bones.substring(0, at) + bones.substring(at + 1);
  }

  /** A name and how sure we are of it. */
  record Guess(Names.Mention mention, double confidence) {}

  /** The name most like some words of a text. */
  Optional<Guess> in(Context context, List<Names.Mention> areas, boolean boroughNamed) {
    Guess best = null;
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
        boolean expected = context.near(from) || context.apart(from, to) || boroughNamed;
        Guess guess = guess(context, from, to, expected, touches(areas, from, to));
        if (guess != null && (best == null || better(guess, best))) {
          best = guess;
        }
      }
    }
    return Optional.ofNullable(best);
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

  private @org.jspecify.annotations.Nullable Guess guess(
      Context context, int from, int to, boolean expected, boolean strict) {
    String joined = context.joined(from, to - from);
    if (joined.charAt(0) > '\u0250') {
      Guess whole = byEar(joined, from, to, expected);
      return whole != null ? whole : byEar(names.bare(joined), from, to, expected);
    }
    if (joined.length() < MIN_LETTERS) {
      return null;
    }
    if (context.person(from) || (joined.length() < SURE_LETTERS && !expected)) {
      return null;
    }
    return bySpelling(context, joined, from, to, expected, strict);
  }

  private @org.jspecify.annotations.Nullable Guess bySpelling(
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

  private @org.jspecify.annotations.Nullable Guess byEar(
      String joined, int from, int to, boolean expected) {
    String bones = Letters.bones(letters.latin(joined));
    List<Name> alike =
        bones.length() < MIN_BONES ? List.of() : byEar.getOrDefault(bones, List.of());
    if (alike.isEmpty() || (bones.length() == MIN_BONES && !expected)) {
      return null;
    }
    Name first = alike.getFirst();
    return new Guess(
        new Names.Mention(from, to, first.meanings, false), expected ? BY_EAR : BY_EAR - ALONE);
  }
}
