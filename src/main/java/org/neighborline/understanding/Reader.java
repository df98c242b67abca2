package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;
import org.neighborline.place.Finding;

/**
 * Reads what a person texted: language, need, intent, place, urgency and danger, all from the words
 * that volunteers keep in the translation files. Made once; it may be used by many threads.
 */
public final class Reader {
  private static final int LONGEST_COMMAND = 3;

  private static final int LONGEST_PHRASE = 200;
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?:([A-HJ-Na-hj-n]|[A-Za-z0-9]{4,5})[\\s:,.-]+)?(\\p{L}+)\\s*(\\p{Nd}{1,2}(?![\\p{L}\\p{Nd}]).*)",
          Pattern.DOTALL);

  private final Words words;
  private final Dictionary dictionary;
  private final Optional<Model> model;
  private final Function<String, Finding> places;

  /**
   * A reader.
   *
   * @param places finds the place in a text
   */
  public Reader(Knowledge knowledge, Function<String, Finding> places) {
    this(knowledge.words(), knowledge.model(), places);
  }

  /** A reader that knows the words of the translation files and nothing else. */
  public Reader(List<Translation> translations, Function<String, Finding> places) {
    this(new Words(translations), Optional.empty(), places);
  }

  /** The same lessons beside the words of these translations only. */
  public Reader withWordsOf(List<Translation> translations) {
    return new Reader(new Words(translations), model, places);
  }

  private Reader(Words words, Optional<Model> model, Function<String, Finding> places) {
    this.words = words;
    dictionary = words.dictionary();
    this.model = model;
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
    return read(text, known, false);
  }

  /** Reads a text and says in {@code because} also which pieces of it the model went by. */
  public Reading explain(String text) {
    return read(text, Optional.empty(), true);
  }

  private Reading read(String text, Optional<Language> known, boolean explain) {
    Tokens tokens = Folding.fold(text);
    Found found = words.find(tokens, known);
    Judgement judgement =
        model
            .map(m -> Judgement.of(m, tokens, found, explain))
            .orElseGet(() -> Judgement.of(found));
    Guess guess = found.guess();
    Evidence evidence = found.evidence();
    Emergency emergency = judgement.emergency();
    String visible = Visible.of(text);
    List<String> because = because(tokens, evidence);
    because.addAll(judgement.because());
    return new Reading(
        visible,
        guess.language().map(dictionary.languages()::get),
        guess.confidence(),
        guess.letters(),
        guess.script(),
        found.command(),
        opening(visible, found.preferred()),
        found.names(),
        judgement.intent(),
        judgement.needs(),
        evidence.people(),
        places.apply(text),
        words.times().find(visible),
        urgency(evidence, emergency),
        emergency,
        evidence.has(Sense.TextOnly.class),
        evidence.has(Sense.AsksIfGovernment.class),
        new Reading.Plain(
            found.intent(), found.needs(), urgency(evidence, found.emergency()), found.emergency()),
        because);
  }

  private static Urgency urgency(Evidence evidence, Emergency emergency) {
    return emergency == Emergency.NONE ? evidence.urgency() : Urgency.URGENT;
  }

  /** The longest word of ours, of up to three words, that the text begins with. */
  private Optional<Reading.Opening> opening(String words, long preferred) {
    Optional<Reading.Opening> opening = phrase(words, preferred);
    if (opening.isPresent()) {
      return opening;
    }
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

  /**
   * "P7 30": a phrase by its number, with or without a space; which request it is for, by letter or
   * code, may stand first ("K7M2 P7 30") and is put last.
   */
  private Optional<Reading.Opening> phrase(String words, long preferred) {
    Matcher matcher = PHRASE.matcher(words.strip());
    return words.length() <= LONGEST_PHRASE
            && matcher.matches()
            && dictionary
                .command(Folding.fold(matcher.group(2)).joined(), preferred)
                .filter(c -> c == Command.PHRASES)
                .isPresent()
        ? Optional.of(
            new Reading.Opening(
                Command.PHRASES,
                (matcher.group(3) + " " + Objects.requireNonNullElse(matcher.group(1), ""))
                    .strip()))
        : Optional.empty();
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
    return new ArrayList<>(new LinkedHashSet<>(because));
  }
}
