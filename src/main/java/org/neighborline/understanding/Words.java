package org.neighborline.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/** Finds in a text what the word lists of the translation files say about it. */
final class Words {
  private static final int SHORTEST_LOAN = 4;
  private static final double SURE = 0.8;
  private static final int SHORT = 5;
  private static final double NAMES_A_LANGUAGE = 2.2;

  private final Dictionary dictionary;
  private final LanguageFinder languages;
  private final Times times;

  /**
   * @param translations every language's file, the most usual language first
   * @throws IllegalArgumentException if there are more languages than bits in a long
   */
  Words(List<Translation> translations) {
    if (translations.size() > Dictionary.MOST_LANGUAGES) {
      throw new IllegalArgumentException("more than " + Dictionary.MOST_LANGUAGES + " languages");
    }
    dictionary = new Dictionary(translations);
    languages = new LanguageFinder(translations, dictionary);
    times = new Times(translations);
  }

  private Words(Dictionary dictionary, LanguageFinder languages, Times times) {
    this.dictionary = dictionary;
    this.languages = languages;
    this.times = times;
  }

  static Words read(Blot blot) {
    Dictionary dictionary = new Dictionary(blot);
    return new Words(dictionary, new LanguageFinder(blot, dictionary), new Times(blot));
  }

  void write(Ink ink) {
    dictionary.write(ink);
    languages.write(ink);
    times.write(ink);
  }

  Times times() {
    return times;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /**
   * What they say.
   *
   * @param known the language the person used before, which decides where the words don't
   */
  Found find(Tokens tokens, Optional<Language> known) {
    Candidates[] candidates = dictionary.candidates(tokens);
    Optional<Integer> number =
        known.map(dictionary.languages()::indexOf).filter(index -> index >= 0);
    Guess guess = languages.guess(tokens, candidates, number);
    String whole = tokens.joined();
    long preferred = guess.language().or(() -> number).map(l -> 1L << l).orElse(0L);
    Optional<Command> command = dictionary.command(whole, preferred);
    Optional<Language> name = dictionary.name(whole, preferred);
    Evidence evidence =
        new Evidence(matches(tokens, candidates, guess), tokens.asks(), tokens.words());
    Set<Need> needs = evidence.needs();
    Emergency emergency = evidence.emergency();
    Map<Intent, Double> scores = scores(evidence, needs, emergency, tokens.starting());
    Intent intent = intent(command, name, scores, needs);
    if (intent == Intent.LANGUAGE && name.isEmpty()) {
      name = evidence.names().stream().findFirst();
    }
    return new Found(guess, preferred, command, name, evidence, scores, intent, needs, emergency);
  }

  /** The phrases that count in a text of this language. */
  private List<Match> matches(Tokens tokens, Candidates[] candidates, Guess guess) {
    List<Match> matches = dictionary.matches(tokens, candidates);
    matches.removeIf(match -> !counts(match, tokens, candidates, guess));
    return matches;
  }

  private boolean counts(Match match, Tokens tokens, Candidates[] candidates, Guess guess) {
    int language = match.meaning().language();
    if (guess.language().isEmpty() || guess.is(language)) {
      return true;
    }
    boolean subject = match.meaning().sense().topic() == Sense.Topic.NEED;
    if (match.slips() || match.length() == 1 && !subject && guess.confidence() > SURE) {
      return false; // people mix in the names of things, and rarely more
    }
    // A word of another language is a loan, unless this language has the word itself.
    int letters = 0;
    for (int token = match.start(); token < match.end(); token++) {
      letters += tokens.length(token);
      if (Scripts.isDense(tokens.scripts()[token])) {
        return true;
      }
      for (int i = 0; i < candidates[token].count(); i++) {
        int word = candidates[token].word(i);
        if ((dictionary.languagesOf(word) >>> guess.language().orElseThrow() & 1) == 1
            && !candidates[token].slip(i)) {
          return false;
        }
      }
    }
    return letters >= SHORTEST_LOAN;
  }

  private static Map<Intent, Double> scores(
      Evidence evidence, Set<Need> needs, Emergency emergency, int words) {
    Map<Intent, Double> scores = evidence.intents(!needs.isEmpty(), emergency != Emergency.NONE);
    if (needs.isEmpty() && words <= SHORT && !evidence.names().isEmpty()) {
      scores.merge(Intent.LANGUAGE, NAMES_A_LANGUAGE, Math::max); // "can we do English?"
    }
    return scores;
  }

  private static Intent intent(
      Optional<Command> command,
      Optional<Language> name,
      Map<Intent, Double> scores,
      Set<Need> needs) {
    if (name.isPresent()) {
      return Intent.LANGUAGE;
    }
    if (command.isPresent()) {
      switch (command.get()) {
        case HELP -> {
          return Intent.HELP;
        }
        case STOP -> {
          return Intent.OPT_OUT;
        }
        case START -> {
          return Intent.OPT_IN;
        }
        case STATUS -> {
          return Intent.STATUS;
        }
        case DROP -> {
          return Intent.CANCEL;
        }
        default -> {}
      }
    }
    Intent best = Intent.UNKNOWN;
    double highest = 0;
    for (Map.Entry<Intent, Double> score : scores.entrySet()) {
      if (score.getValue() > highest) {
        best = score.getKey();
        highest = score.getValue();
      }
    }
    return best == Intent.HELP && !needs.isEmpty() ? Intent.REQUEST : best;
  }
}
