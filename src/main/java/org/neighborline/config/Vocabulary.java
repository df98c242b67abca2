package org.neighborline.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neighborline.language.Language;
import org.neighborline.understanding.Need;

/** Reads lists whose words come from a closed set: needs, languages, ZIPs, neighborhoods. */
record Vocabulary(Known known) {
  private static final List<String> NEED_IDS = Arrays.stream(Need.values()).map(Need::id).toList();

  /** In calls and on the street: the language whose letters its speakers here read. */
  private static final Map<String, String> SPOKEN = Map.of("yue", "zh-Hant", "cmn", "zh-Hans");

  List<Need> needs(Section section) {
    return list(
        section,
        "needs",
        Need::of,
        word ->
            "unknown need '" + word + "'" + orOneOf(Formats.didYouMean(word, NEED_IDS), NEED_IDS));
  }

  /** Languages that people speak; not each needs a translation. */
  List<Language> spoken(Section section) {
    Set<String> tags = new LinkedHashSet<>(Translations.ORDER);
    known.languages().forEach(l -> tags.add(l.tag()));
    return languages(section, List.copyOf(tags), "");
  }

  /** Languages that the hotline speaks. */
  List<Language> translated(Section section) {
    return languages(
        section,
        known.languages().stream().map(Language::tag).toList(),
        ", which have a file in translations/");
  }

  private List<Language> languages(Section section, List<String> tags, String those) {
    return list(
        section,
        "languages",
        word -> language(word).filter(language -> tags.contains(language.tag())),
        word ->
            "unknown language '"
                + word
                + "'"
                + orOneOf(Formats.didYouMean(word, tags), tags)
                + those);
  }

  /** By its tag; Cantonese and Mandarin also by the codes of what is spoken, yue and cmn. */
  private static Optional<Language> language(String word) {
    String tag = SPOKEN.getOrDefault(word, word);
    return Language.isTag(tag) ? Optional.of(new Language(tag)) : Optional.empty();
  }

  Set<String> zips(Section section) {
    return new LinkedHashSet<>(
        list(
            section,
            "zips",
            word -> known.zips().apply(word).isPresent() ? Optional.of(word) : Optional.empty(),
            this::zipProblem));
  }

  String zipProblem(String word) {
    return word.matches("\\d{5}")
        ? "we know no place for the ZIP " + word + "; check its digits, or use the ZIP around it"
        : Formats.zipRemedy(Section.shortened(word));
  }

  Set<String> neighborhoods(Section section) {
    return new LinkedHashSet<>(
        list(
            section,
            "neighborhoods",
            word -> known.neighborhoods().test(word) ? Optional.of(word) : Optional.empty(),
            word ->
                "we know no neighborhood '"
                    + word
                    + "'; write it as the map does, or list its ZIPs"));
  }

  private static <T> List<T> list(
      Section section,
      String key,
      Function<String, Optional<T>> form,
      Function<String, String> problem) {
    List<T> values = new ArrayList<>();
    for (Node.Scalar scalar : section.list(key)) {
      Optional<T> value = form.apply(scalar.text());
      if (value.isEmpty()) {
        section.faultAt(scalar.line(), problem.apply(Section.shortened(scalar.text())));
      } else if (values.contains(value.get())) {
        section.faultAt(scalar.line(), key + " names '" + scalar.text() + "' twice; remove one");
      } else {
        values.add(value.get());
      }
    }
    return values;
  }

  private static String orOneOf(String near, List<String> words) {
    return near.isEmpty() ? "; use some of " + String.join(" ", words) : near;
  }
}
