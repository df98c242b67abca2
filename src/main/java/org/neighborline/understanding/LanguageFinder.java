package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neighborline.language.Letters;
import org.neighborline.language.Translation;

/**
 * Tells the language of a text: by its script, then by letters only one language has, by words, and
 * by pieces of words.
 */
final class LanguageFinder {
  private static final double COMMON_WORD = 2.0;
  private static final double LISTED_WORD = 1.3;
  // More than what the pieces of one short greeting can say against it.
  private static final double LETTER = 2.6;
  private static final double PIECES = 0.22;
  private static final double DENSE_PIECES = 0.01;
  // What could be either is more likely in the language that comes first in the files' order.
  private static final double EARLIER = 0.1;
  private static final double PIECES_ALONE = 3.0;
  private static final double KNOWN = 1.5;
  private static final double ENOUGH = 0.9;
  private static final int MOST_TOKENS = 60;

  /** A script and the languages written in it. */
  private static final class Group {
    final List<Integer> languages = new ArrayList<>();
    final Map<Character, Long> letters = new HashMap<>();
    private Pieces pieces = new Pieces(0);
  }

  private final Dictionary dictionary;
  private final Map<UnicodeScript, Group> groups = new EnumMap<>(UnicodeScript.class);
  private final UnicodeScript[] own;
  private final Set<String> neutral = new HashSet<>();

  LanguageFinder(List<Translation> translations, Dictionary dictionary) {
    this.dictionary = dictionary;
    own = new UnicodeScript[translations.size()];
    List<List<Tokens>> lines = new ArrayList<>();
    for (int language = 0; language < own.length; language++) {
      Translation translation = translations.get(language);
      own[language] = mostOf(Folding.fold(translation.ownName()));
      List<Tokens> words = Lines.of(translation);
      lines.add(words);
      for (Tokens line : words) {
        for (UnicodeScript script : line.scripts()) {
          if (script == own[language]
              || script == UnicodeScript.LATIN && !Scripts.isDense(own[language])) {
            Group group = groups.computeIfAbsent(script, _ -> new Group());
            if (!group.languages.contains(language)) {
              group.languages.add(language);
            }
          }
        }
      }
      letters(translation, language);
      translation.lists(Translation.LANGUAGE).getOrDefault("neutral", List.of()).stream()
          .flatMap(entry -> Arrays.stream(Folding.fold(entry).joined().split(" ", -1)))
          .forEach(neutral::add);
    }
    groups.forEach((script, group) -> learn(script, group, lines));
  }

  /** One that was written. */
  LanguageFinder(Blot blot, Dictionary dictionary) {
    this.dictionary = dictionary;
    own = new UnicodeScript[blot.number()];
    for (int language = 0; language < own.length; language++) {
      own[language] = UnicodeScript.valueOf(blot.text());
    }
    neutral.addAll(blot.texts());
    for (int script = blot.number(); script > 0; script--) {
      Group group = new Group();
      groups.put(UnicodeScript.valueOf(blot.text()), group);
      for (int count = blot.number(); count > 0; count--) {
        group.languages.add(blot.number());
      }
      for (int letter = blot.number(); letter > 0; letter--) {
        group.letters.put((char) blot.number(), blot.longs().get(0));
      }
      group.pieces = new Pieces(blot);
    }
  }

  void write(Ink ink) {
    ink.number(own.length);
    for (UnicodeScript script : own) {
      ink.text(script.name());
    }
    ink.texts(new TreeSet<>(neutral));
    ink.number(groups.size());
    for (Map.Entry<UnicodeScript, Group> entry : groups.entrySet()) {
      Group group = entry.getValue();
      ink.text(entry.getKey().name());
      ink.number(group.languages.size());
      group.languages.forEach(ink::number);
      ink.number(group.letters.size());
      for (Map.Entry<Character, Long> letter : new TreeMap<>(group.letters).entrySet()) {
        ink.number(letter.getKey());
        ink.longs(LongBuffer.wrap(new long[] {letter.getValue()}));
      }
      group.pieces.write(ink);
    }
  }

  private void letters(Translation translation, int language) {
    translation
        .value(Translation.LANGUAGE, "letters")
        .ifPresent(letters -> {
          Group group = groups.computeIfAbsent(own[language], _ -> new Group());
          for (char c : letters.toCharArray()) {
            if (c > ' ') {
              group.letters.merge(c, 1L << language, (a, b) -> a | b);
            }
          }
        });
  }

  private static void learn(UnicodeScript script, Group group, List<List<Tokens>> lines) {
    group.pieces = new Pieces(group.languages.size());
    for (int i = 0; i < group.languages.size(); i++) {
      for (Tokens line : lines.get(group.languages.get(i))) {
        for (int token = 0; token < line.count(); token++) {
          if (line.scripts()[token] == script) {
            group.pieces.learn(line, token, i, 1);
          }
        }
      }
    }
    group.pieces.settle();
  }

  Guess guess(Tokens tokens, Candidates[] candidates, Optional<Integer> known) {
    UnicodeScript script = mostOf(tokens);
    Group group = groups.get(script);
    if (group == null || group.languages.isEmpty()) {
      return new Guess(Optional.empty(), 0, Letters.NATIVE, Scripts.code(script));
    }
    double[] scores = new double[group.languages.size()];
    double evidence = words(tokens, candidates, script, group, scores);
    evidence += letters(tokens, group, scores);
    double[] pieces = new double[scores.length];
    int letters = pieces(tokens, script, group, pieces);
    double best = Arrays.stream(pieces).max().orElse(0);
    double weight = Scripts.isDense(script) ? DENSE_PIECES : PIECES;
    for (int i = 0; i < scores.length; i++) {
      scores[i] += Math.max(-12, weight * (pieces[i] - best)) - EARLIER * i;
      if (known.isPresent() && known.get().equals(group.languages.get(i))) {
        scores[i] += KNOWN;
      }
    }
    return decide(script, group, scores, evidence, letters);
  }

  private Guess decide(
      UnicodeScript script, Group group, double[] scores, double evidence, int letters) {
    int first = 0;
    for (int i = 1; i < scores.length; i++) {
      first = scores[i] > scores[first] ? i : first;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[first]);
    }
    boolean alone = scores.length == 1;
    double support = evidence + Math.min(PIECES_ALONE, letters / 8.0);
    double confidence = alone ? 1 - Math.exp(-letters) : (1 - Math.exp(-support)) / sum;
    int language = group.languages.get(first);
    boolean told = letters > 0 && (evidence + letters / 20.0 >= ENOUGH && confidence > 0.3);
    if (!told && letters > 0 && script != UnicodeScript.LATIN) {
      // The script leaves few to choose from: the likeliest is better than none.
      told = true;
      confidence = alone ? confidence : Math.max(confidence, 1.0 / scores.length);
    }
    Letters form = script == own[language] ? Letters.NATIVE : Letters.LATIN;
    return new Guess(
        told ? Optional.of(language) : Optional.empty(),
        told ? confidence : Math.min(confidence, 0.3),
        told ? form : Letters.NATIVE,
        Scripts.code(script));
  }

  private double words(
      Tokens tokens, Candidates[] candidates, UnicodeScript script, Group group, double[] scores) {
    double evidence = 0;
    int most = Math.min(tokens.count(), Scripts.isDense(script) ? 0 : MOST_TOKENS);
    for (int token = 0; token < most; token++) {
      if (tokens.scripts()[token] != script
          || isCode(tokens, token)
          || neutral.contains(tokens.text(token))) {
        continue;
      }
      double top = 0;
      for (int i = 0; i < scores.length; i++) {
        double weight = weight(tokens, token, candidates[token], group.languages.get(i));
        scores[i] += weight;
        top = Math.max(top, weight);
      }
      evidence += top;
    }
    return evidence;
  }

  /** Letters that touch digits, as in K7M2. */
  private static boolean isCode(Tokens tokens, int token) {
    boolean after = token > 0 && !tokens.starts()[token] && tokens.isNumber(token - 1);
    int next = token + 1;
    boolean before = next < tokens.count() && !tokens.starts()[next] && tokens.isNumber(next);
    return after || before;
  }

  private double weight(Tokens tokens, int token, Candidates candidates, int language) {
    double weight = 0;
    for (int c = 0; c < candidates.count(); c++) {
      int word = candidates.word(c);
      long languages = dictionary.languagesOf(word) & candidates.within(c);
      if ((languages >>> language & 1) == 1) {
        double base = dictionary.isCommon(word, language) ? COMMON_WORD : LISTED_WORD;
        double shared = base / Math.sqrt(Long.bitCount(languages));
        double sure = candidates.slip(c) ? 0.5 : 1;
        double size = tokens.length(token) == 1 ? 0.4 : tokens.length(token) == 2 ? 0.8 : 1;
        // What only begins like "medic*" is said in many languages.
        double share = dictionary.share(word, tokens.length(token));
        weight = Math.max(weight, shared * sure * size * share);
      }
    }
    return weight;
  }

  private static double letters(Tokens tokens, Group group, double[] scores) {
    if (group.letters.isEmpty()) {
      return 0;
    }
    double evidence = 0;
    String raw = tokens.raw();
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      Long owners = c < 128 ? null : group.letters.get(Character.toLowerCase(c));
      if (owners != null) {
        double weight = LETTER / Long.bitCount(owners);
        evidence += weight;
        for (int i = 0; i < scores.length; i++) {
          scores[i] += (owners >>> group.languages.get(i) & 1) == 1 ? weight : 0;
        }
      }
    }
    return evidence;
  }

  private int pieces(Tokens tokens, UnicodeScript script, Group group, double[] scores) {
    int letters = 0;
    int most = Math.min(tokens.count(), MOST_TOKENS);
    for (int token = 0; token < most; token++) {
      if (tokens.scripts()[token] == script && !neutral.contains(tokens.text(token))) {
        letters += tokens.length(token);
        group.pieces.weigh(tokens, token, scores);
      }
    }
    return letters;
  }

  /** The script of most letters; Latin words in a text of another script are loans. */
  private static UnicodeScript mostOf(Tokens tokens) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    UnicodeScript most = UnicodeScript.COMMON;
    int highest = 0;
    for (int i = 0; i < tokens.count(); i++) {
      UnicodeScript script = tokens.scripts()[i];
      if (script != UnicodeScript.COMMON) {
        int worth = Scripts.isDense(script) ? 5 : script == UnicodeScript.LATIN ? 1 : 2;
        int count = counts.merge(script, tokens.length(i) * worth, Integer::sum);
        if (count > highest) {
          highest = count;
          most = script;
        }
      }
    }
    return most;
  }
}
