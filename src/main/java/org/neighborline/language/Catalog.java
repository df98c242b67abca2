package org.neighborline.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Every text in every language: turns a {@link Prompt} into the words a person reads. Built from
 * translations that {@code check} has passed; afterwards it never fails.
 */
public final class Catalog {
  /** Longer quoted words are shortened, and show it: the text around them must arrive whole. */
  private static final int LONGEST_VALUE = 1_000;

  private static final String BLANK = "__";
  private static final String TIME = "jmm";
  private static final String DAY_AND_TIME = "EEEMMMdjmm";

  private final Map<Language, Translation> translations = new LinkedHashMap<>();
  private final Map<Tongue, Edition> editions = new HashMap<>();
  private final Map<Clock, DateFormat> clocks = new ConcurrentHashMap<>();
  private final ZoneId zone;
  private final String region;

  /** How one tongue tells a time; the skeleton is ICU's. */
  private record Clock(Tongue tongue, String skeleton) {}

  /** Everything in one language and its letters. */
  private record Edition(
      Tongue tongue,
      boolean mayFold,
      Patterns patterns,
      Patterns phrases,
      Map<String, String> terms,
      Map<String, String> languageNames) {}

  /**
   * Takes the translations. A text is compiled when it is first said: a start needs few of them.
   *
   * @param translations one for each language, in the order of menus
   * @param zone in which times of day are told
   * @param region two letters: whether people there say 7 PM or 19:00
   */
  public Catalog(List<Translation> translations, ZoneId zone, String region) {
    this.zone = zone;
    this.region = region;
    for (Translation translation : translations) {
      Language language = translation.language();
      this.translations.put(language, translation);
      Tongue own = Tongue.of(language);
      editions.put(own, edition(own, translation));
      if (translation.hasLatinForm()) {
        Tongue latin = new Tongue(language, Letters.LATIN);
        editions.put(latin, edition(latin, translation));
      }
    }
  }

  /**
   * Compiles every text, so that afterwards none can fail.
   *
   * @throws IllegalArgumentException when a pattern is none; {@code check} finds such first
   */
  public void compileAll() {
    for (Edition edition : editions.values()) {
      edition.patterns.compileAll();
      edition.phrases.compileAll();
    }
  }

  /** The languages we speak, in the order of menus. */
  public List<Language> languages() {
    return List.copyOf(translations.keySet());
  }

  /** One language's file. */
  public Optional<Translation> translation(Language language) {
    return Optional.ofNullable(translations.get(language));
  }

  /** The language with this tag, if we speak it. */
  public Optional<Language> language(String tag) {
    return translations.keySet().stream().filter(l -> l.tag().equals(tag)).findFirst();
  }

  /**
   * A text as it is sent or said: in the person's language and letters (in its own letters where it
   * has no Latin form, in English where we lost the language), with the tail where that adds no
   * segment, and folded where that saves one.
   */
  public String say(Tongue tongue, Prompt prompt) {
    Edition edition = edition(tongue);
    Map<String, Object> values = new HashMap<>();
    prompt
        .args()
        .forEach((gap, arg) ->
            values.put(
                gap, arg instanceof Arg.Count(long count) ? (Object) count : words(edition, arg)));
    String key = prompt.text().key();
    String text = Segments.plainMarks(pattern(edition, key).fill(values));
    if (prompt.text().isSpoken()) {
      return text;
    }
    String folded = fold(edition, text);
    Optional<Pattern> tail = edition.patterns.get(key + ".tail");
    if (tail.isEmpty()) {
      return folded;
    }
    String longer = fold(edition, text + " " + Segments.plainMarks(tail.get().fill(values)));
    return Segments.of(longer).count() <= Segments.of(folded).count() ? longer : folded;
  }

  /**
   * What a spoken prompt is put together from where it is recorded; nothing when only a voice can
   * say it.
   */
  public List<Sound> sounds(Tongue tongue, Prompt prompt) {
    Edition edition = edition(tongue);
    String key = prompt.text().key();
    return Sounds.filled(key, pattern(edition, key), prompt.args(), terms(edition));
  }

  /** The words of a spoken text that can be recorded, without what fills its gaps. */
  public List<Sound> sounds(Tongue tongue, Text text) {
    return Sounds.words(text.key(), pattern(edition(tongue), text.key()));
  }

  /** What a value is put together from; nothing when only a voice can say it. */
  public List<Sound> sounds(Tongue tongue, Arg arg) {
    return Sounds.value(arg, terms(edition(tongue)));
  }

  private static UnaryOperator<String> terms(Edition edition) {
    return key ->
        key.startsWith(Sounds.LANGUAGE)
            ? edition.languageNames.getOrDefault(key.substring(Sounds.LANGUAGE.length()), key)
            : edition.terms.getOrDefault(key, key);
  }

  private static Pattern pattern(Edition edition, String key) {
    return edition
        .patterns
        .get(key)
        .orElseThrow(() -> new IllegalStateException("no text " + key + " in " + edition.tongue));
  }

  /** A value's words in a language. */
  public String words(Tongue tongue, Arg arg) {
    return words(edition(tongue), arg);
  }

  private String words(Edition edition, Arg arg) {
    return switch (arg) {
      case Arg.Words(String words) -> Quote.shortened(words, LONGEST_VALUE);
      case Arg.Count(long count) -> Long.toString(count);
      case Arg.Phrased(Phrase phrase, var value) -> phrase(edition, phrase, value);
      case Arg.Term(String key) -> edition.terms.getOrDefault(key, key);
      case Arg.LanguageName(Language language) ->
          edition.languageNames.getOrDefault(language.tag(), ownName(language));
      case Arg.OwnName(Language language) -> ownName(language);
      case Arg.At(var instant) -> clock(edition.tongue, TIME, Date.from(instant));
      case Arg.OnDay(var instant) -> clock(edition.tongue, DAY_AND_TIME, Date.from(instant));
      case Arg.ForPeople(Arg what, int people) ->
          edition
              .terms
              .getOrDefault("for.people", "{what} ({people})")
              .replace("{what}", words(edition, what))
              .replace("{people}", Integer.toString(people));
      case Arg.Row(var args, String separator) ->
          args.stream().map(a -> words(edition, a)).collect(Collectors.joining(separator));
    };
  }

  /** A phrase that is only shown has a line where its number or time goes. */
  private String phrase(Edition edition, Phrase phrase, Optional<Arg> value) {
    Pattern pattern =
        edition
            .phrases
            .get(phrase.key())
            .orElseThrow(
                () -> new IllegalStateException("no " + phrase.key() + " in " + edition.tongue));
    String filled = value.map(v -> words(edition, v)).orElse(BLANK);
    return Segments.plainMarks(pattern.fill(Map.of(phrase.gap().id(), filled)));
  }

  private String ownName(Language language) {
    return translation(language).map(Translation::ownName).orElse(language.tag());
  }

  private static String fold(Edition edition, String text) {
    return edition.mayFold ? Segments.foldWhereItSaves(text) : text;
  }

  private String clock(Tongue tongue, String skeleton, Date instant) {
    DateFormat kept = clocks.computeIfAbsent(new Clock(tongue, skeleton), this::newClock);
    return Segments.plainMarks(kept.clone().format(instant));
  }

  /** Latin letters get an English clock: a native AM or PM would cost a second segment. */
  private DateFormat newClock(Clock clock) {
    Tongue tongue = clock.tongue();
    Language language = tongue.letters() == Letters.LATIN ? Language.ENGLISH : tongue.language();
    DateFormat format =
        DateFormat.getInstanceForSkeleton(
            clock.skeleton(), ULocale.forLanguageTag(language.tag() + "-" + region + "-u-nu-latn"));
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format;
  }

  /** A language without a Latin form is read in its own letters; one we lost, in English. */
  private Edition edition(Tongue tongue) {
    Edition exact = editions.get(tongue);
    Edition ownLetters = exact == null ? editions.get(Tongue.of(tongue.language())) : exact;
    Edition english = ownLetters == null ? editions.get(Tongue.ENGLISH) : ownLetters;
    if (english == null) {
      throw new IllegalStateException("there is no English translation");
    }
    return english;
  }

  /**
   * A Latin form leaves out what leads and callers get: those stand in the language's own letters.
   */
  private static Edition edition(Tongue tongue, Translation translation) {
    boolean latin = tongue.letters() == Letters.LATIN;
    Locale locale = tongue.language().locale();
    return new Edition(
        tongue,
        translation.mayFold(),
        new Patterns(
            values(
                translation,
                Translation.TEXTS,
                latin ? Translation.LATIN_TEXTS : Translation.TEXTS),
            locale),
        new Patterns(
            values(
                translation,
                Translation.PHRASES,
                latin ? Translation.LATIN_PHRASES : Translation.PHRASES),
            locale),
        values(translation, Translation.TERMS, latin ? Translation.LATIN_TERMS : Translation.TERMS),
        values(
            translation,
            Translation.LANGUAGE_NAMES,
            latin ? Translation.LATIN_LANGUAGE_NAMES : Translation.LANGUAGE_NAMES));
  }

  private static Map<String, String> values(Translation translation, String section, String over) {
    Map<String, String> values = new HashMap<>();
    translation.section(section).forEach((k, e) -> values.put(k, e.value()));
    translation.section(over).forEach((k, e) -> values.put(k, e.value()));
    return values;
  }
}
