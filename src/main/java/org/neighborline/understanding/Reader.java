package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.place.Finding;

/**
 * Reads what a person texted: language, need, intent, place, urgency and danger, all from the words
 * that volunteers keep in the translation files. Made once; it may be used by many threads.
 */
public final class Reader {
  private static final int SHORTEST_LOAN = 4;
  private static final double SURE = 0.8;
  private static final int LONGEST_COMMAND = 3;
  private static final int SHORT = 5;
  private static final double NAMES_A_LANGUAGE = 2.2;

  private final Dictionary dictionary;
  private final LanguageFinder languages;
  private final Times times;
  private final Function<String, Finding> places;

  /**
   * @param translations every language's file, the most usual language first
   * @param places finds the place in a text
   * @throws IllegalArgumentException if there are more languages than bits in a long
   */
  public Reader(List<Translation> translations, Function<String, Finding> places) {
    if (translations.size() > Dictionary.MOST_LANGUAGES) {
      throw new IllegalArgumentException("more than " + Dictionary.MOST_LANGUAGES + " languages");
    }
    dictionary = new Dictionary(translations);
    languages = new LanguageFinder(translations, dictionary);
    times = new Times(translations);
    this.places = places;
  }

  /** Reads a text of a person we know nothing about. */
  public Reading read(String text) {
    return read(text, Optional.empty());
  }

  /**
   * Reads a text.
   *
   * @param known the language the person used before, which decides where the words don't
   */
  public Reading read(String text, Optional<Language> known) {
    Tokens tokens = Folding.fold(text);
    Candidates[] candidates = dictionary.candidates(tokens);
    Optional<Integer> number =
        known.map(dictionary.languages()::indexOf).filter(index -> index >= 0);
    Guess guess = languages.guess(tokens, candidates, number);
    String whole = tokens.joined();
    long preferred = guess.language().or(() -> number).map(l -> 1L << l).orElse(0L);
    Optional<Command> command = dictionary.command(whole, preferred);
    Optional<Language> name = dictionary.name(whole, preferred);
    Evidence evidence =
        new Evidence(matches(tokens, candidates, guess), tokens.asks(), tokens.starting());
    Set<Need> needs = evidence.needs();
    Emergency emergency = evidence.emergency();
    Intent intent = intent(command, name, evidence, needs, emergency, tokens.starting());
    if (intent == Intent.LANGUAGE && name.isEmpty()) {
      name = evidence.names().stream().findFirst();
    }
    String words = Visible.of(text);
    return new Reading(
        words,
        guess.language().map(dictionary.languages()::get),
        guess.confidence(),
        guess.letters(),
        guess.script(),
        command,
        opening(words, preferred),
        name,
        intent,
        needs,
        evidence.people(),
        places.apply(text),
        times.find(words),
        emergency == Emergency.NONE ? evidence.urgency() : Urgency.URGENT,
        emergency,
        evidence.has(Sense.TextOnly.class),
        evidence.has(Sense.AsksIfGovernment.class),
        because(tokens, evidence));
  }

  /** The longest word of ours, of up to three words, that the text begins with. */
  private Optional<Reading.Opening> opening(String words, long preferred) {
    Optional<Reading.Opening> opening = Optional.empty();
    int end = 0;
    for (int word = 0; word < LONGEST_COMMAND && end < words.length(); word++) {
      int space = words.indexOf(' ', end + 1);
      end = space < 0 ? words.length() : space;
      int to = end;
      Optional<Reading.Opening> shorter = opening;
      opening =
          dictionary
              .command(Folding.fold(words.substring(0, to)).joined(), preferred)
              .map(command -> new Reading.Opening(command, words.substring(to).strip()))
              .or(() -> shorter);
    }
    return opening;
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

  private static Intent intent(
      Optional<Command> command,
      Optional<Language> name,
      Evidence evidence,
      Set<Need> needs,
      Emergency emergency,
      int words) {
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
    Map<Intent, Double> scores = evidence.intents(!needs.isEmpty(), emergency != Emergency.NONE);
    if (needs.isEmpty() && words <= SHORT && !evidence.names().isEmpty()) {
      scores.merge(Intent.LANGUAGE, NAMES_A_LANGUAGE, Math::max); // "can we do English?"
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

  private List<String> because(Tokens tokens, Evidence evidence) {
    List<String> because = new ArrayList<>();
    for (Match match : evidence.matches()) {
      Meaning meaning = match.meaning();
      String what = Because.of(meaning.sense());
      if (!what.isEmpty()) {
        String like = match.slips() ? " like " + meaning.words() : "";
        because.add(
            what
                + ": "
                + tokens.text(match.start(), match.end())
                + like
                + " ("
                + dictionary.languages().get(meaning.language())
                + ")");
      }
    }
    return because.stream().distinct().toList();
  }
}
