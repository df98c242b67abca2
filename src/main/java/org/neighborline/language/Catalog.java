package org.neighborline.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Every text in every language: turns a {@link Prompt} into the words a person reads. Built from
 * translations that {@code check} has passed; afterwards it never fails.
 */
public final class Catalog {
  /** A longer value is cut: the text around it must reach the person whole. */
  private static final int LONGEST_VALUE = 1_000;

  private final Map<Language, Translation> translations = new LinkedHashMap<>();
  private final Map<Tongue, Map<String, Pattern>> patterns = new HashMap<>();
  private final Map<Tongue, Map<String, String>> terms = new HashMap<>();
  private final Map<Tongue, Map<String, String>> languageNames = new HashMap<>();
  private final Map<Language, DateFormat> clocks = new ConcurrentHashMap<>();
  private final ZoneId zone;

  /**
   * Compiles the translations.
   *
   * @param translations one for each language, in the order of menus
   * @param zone in which times of day are told
   * @throws IllegalArgumentException when a pattern is none; {@code check} finds such first
   */
  public Catalog(List<Translation> translations, ZoneId zone) {
    this.zone = zone;
    for (Translation translation : translations) {
      Language language = translation.language();
      this.translations.put(language, translation);
      add(
          Tongue.of(language),
          translation,
          Translation.TEXTS,
          Translation.TERMS,
          Translation.LANGUAGE_NAMES);
      if (translation.hasLatinForm()) {
        add(
            new Tongue(language, Letters.LATIN),
            translation,
            Translation.LATIN_TEXTS,
            Translation.LATIN_TERMS,
            Translation.LATIN_LANGUAGE_NAMES);
      }
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
    Tongue known = known(tongue);
    Map<String, Object> values = new HashMap<>();
    prompt
        .args()
        .forEach((gap, arg) ->
            values.put(
                gap, arg instanceof Arg.Count(long count) ? (Object) count : words(known, arg)));
    String text = Segments.plainMarks(pattern(known, prompt.text().key()).fill(values));
    if (prompt.text().isSpoken()) {
      return text;
    }
    Pattern tail = patterns.get(known).get(prompt.text().key() + ".tail");
    String folded = fold(known, text);
    if (tail == null) {
      return folded;
    }
    String longer = fold(known, text + " " + Segments.plainMarks(tail.fill(values)));
    return Segments.of(longer).count() <= Segments.of(folded).count() ? longer : folded;
  }

  /** A value's words in a language. */
  public String words(Tongue tongue, Arg arg) {
    Tongue known = known(tongue);
    return switch (arg) {
      case Arg.Words(String words) ->
          words.length() > LONGEST_VALUE ? words.substring(0, LONGEST_VALUE) : words;
      case Arg.Count(long count) -> Long.toString(count);
      case Arg.Term(String key) -> terms.get(known).getOrDefault(key, key);
      case Arg.LanguageName(Language language) -> languageName(known, language);
      case Arg.OwnName(Language language) ->
          translation(language).map(Translation::ownName).orElse(language.tag());
      case Arg.At(var instant) -> clock(known.language(), Date.from(instant));
      case Arg.ForPeople(Arg what, int people) ->
          terms
              .get(known)
              .getOrDefault("for.people", "{what} ({people})")
              .replace("{what}", words(known, what))
              .replace("{people}", Integer.toString(people));
      case Arg.Row(var args, String separator) ->
          args.stream().map(a -> words(known, a)).collect(Collectors.joining(separator));
    };
  }

  private String languageName(Tongue tongue, Language language) {
    String own = translation(language).map(Translation::ownName).orElse(language.tag());
    return languageNames.get(tongue).getOrDefault(language.tag(), own);
  }

  private String fold(Tongue tongue, String text) {
    Translation translation = translations.get(tongue.language());
    return translation != null && translation.mayFold() ? Segments.foldWhereItSaves(text) : text;
  }

  private String clock(Language language, Date instant) {
    DateFormat kept =
        clocks.computeIfAbsent(
            language,
            l -> {
              DateFormat format =
                  DateFormat.getInstanceForSkeleton("jmm", ULocale.forLocale(l.locale()));
              format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
              return format;
            });
    return Segments.plainMarks(kept.clone().format(instant));
  }

  private Pattern pattern(Tongue tongue, String key) {
    Pattern pattern = patterns.getOrDefault(tongue, Map.of()).get(key);
    if (pattern == null) {
      throw new IllegalStateException("no text " + key + " in " + tongue);
    }
    return pattern;
  }

  private Tongue known(Tongue tongue) {
    if (patterns.containsKey(tongue)) {
      return tongue;
    }
    Tongue ownLetters = Tongue.of(tongue.language());
    return patterns.containsKey(ownLetters) ? ownLetters : Tongue.ENGLISH;
  }

  private void add(
      Tongue tongue, Translation translation, String texts, String terms, String names) {
    Map<String, Pattern> compiled = new HashMap<>();
    // A Latin form leaves out what leads and callers get: those stand in the language's own
    // letters.
    translation
        .section(Translation.TEXTS)
        .forEach((k, e) -> compiled.put(k, Pattern.compile(e.value(), tongue.language().locale())));
    translation
        .section(texts)
        .forEach((k, e) -> compiled.put(k, Pattern.compile(e.value(), tongue.language().locale())));
    patterns.put(tongue, compiled);
    this.terms.put(tongue, values(translation, Translation.TERMS, terms));
    languageNames.put(tongue, values(translation, Translation.LANGUAGE_NAMES, names));
  }

  private static Map<String, String> values(Translation translation, String section, String over) {
    Map<String, String> values = new HashMap<>();
    translation.section(section).forEach((k, e) -> values.put(k, e.value()));
    translation.section(over).forEach((k, e) -> values.put(k, e.value()));
    return values;
  }
}
