package org.neighborline.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts what texts cost as they would be sent, and holds them to their budgets. */
final class CheckSegments {
  /** What one ordinary request sends, to the resident and to the lead. */
  private static final List<Text> REQUEST =
      List.of(
          Text.READ_BACK,
          Text.SENT,
          Text.DISPATCH,
          Text.TAKEN,
          Text.COMING,
          Text.DONE,
          Text.CLOSED);

  /** A language whose texts fit GSM-7 in at least this share has an odd one by accident. */
  private static final double OTHERWISE_GSM7 = 0.9;

  private final List<Translation> translations;
  private final CheckScope scope;
  private final List<Fault> faults;
  private final Catalog catalog;

  CheckSegments(List<Translation> translations, CheckScope scope, List<Fault> faults) {
    this.translations = translations;
    this.scope = scope;
    this.faults = faults;
    this.catalog = new Catalog(translations, scope.zone(), scope.region());
  }

  List<CheckReport.Edition> look() {
    List<CheckReport.Edition> editions = new ArrayList<>();
    for (Translation translation : translations) {
      editions.add(edition(translation, Letters.NATIVE));
      if (translation.hasLatinForm()) {
        editions.add(edition(translation, Letters.LATIN));
      }
    }
    return editions;
  }

  private CheckReport.Edition edition(Translation translation, Letters letters) {
    CheckNotes notes = new CheckNotes(translation.file(), faults);
    Tongue tongue = new Tongue(translation.language(), letters);
    String section = letters == Letters.LATIN ? Translation.LATIN_TEXTS : Translation.TEXTS;
    Map<String, Translation.Entry> entries = translation.section(section);
    List<CheckReport.Size> sizes = new ArrayList<>();
    for (Text text : Text.values()) {
      Translation.Entry entry = entries.get(text.key());
      if (entry != null && !text.isSpoken()) {
        sizes.add(size(text, entry, tongue, notes));
      }
    }
    phrases(translation, tongue, notes).ifPresent(sizes::add);
    odd(entries, translation.mayFold(), notes);
    odd(phrases(translation, letters), translation.mayFold(), notes);
    int segments = request(sizes, tongue);
    return new CheckReport.Edition(
        translation.language().tag(),
        letters,
        translation.ownName(),
        entries.size() + phrases(translation, letters).size(),
        unreviewed(translation, letters, entries),
        segments,
        segments * scope.price(),
        sizes);
  }

  private static Map<String, Translation.Entry> phrases(Translation translation, Letters letters) {
    return translation.section(
        letters == Letters.LATIN ? Translation.LATIN_PHRASES : Translation.PHRASES);
  }

  /** Each phrase as the other person gets it; the dearest counts for all of them in the report. */
  private Optional<CheckReport.Size> phrases(
      Translation translation, Tongue tongue, CheckNotes notes) {
    if (!translation.section(Translation.TEXTS).containsKey(Text.FROM_LEAD_ASK.key())) {
      return Optional.empty();
    }
    Map<String, Translation.Entry> entries = phrases(translation, tongue.letters());
    return Arrays.stream(Phrase.values())
        .flatMap(p ->
            Optional.ofNullable(entries.get(p.key()))
                .map(entry -> size(p, entry, tongue, notes))
                .stream())
        .max(
            Comparator.comparingInt(CheckReport.Size::worst)
                .thenComparingInt(CheckReport.Size::typical));
  }

  private CheckReport.Size size(
      Phrase phrase, Translation.Entry entry, Tongue tongue, CheckNotes notes) {
    Text as = phrase.wants() == Phrase.Wants.YES_OR_NO ? Text.FROM_LEAD_ASK : Text.FROM_LEAD;
    String shown = catalog.say(tongue, values(true).prompt(as, phrase, tongue));
    String longest = catalog.say(tongue, values(false).prompt(as, phrase, tongue));
    Segments worst = Segments.of(longest);
    int budget = worst.gsm7() ? 1 : 2;
    over(phrase.key(), entry, longest, budget, notes);
    return new CheckReport.Size(
        CheckReport.PHRASE,
        worst.gsm7() ? "GSM-7" : "UCS-2",
        Segments.of(shown).count(),
        worst.count(),
        budget,
        entry.line(),
        shown);
  }

  private static void over(
      String key, Translation.Entry entry, String longest, int budget, CheckNotes notes) {
    Segments worst = Segments.of(longest);
    if (worst.count() > budget) {
      notes.add(
          entry.line(),
          String.format(
              Locale.ROOT,
              "'%s' takes %d segments with the longest names, %d are allowed: %d characters, about %d fit; shorten it",
              key,
              worst.count(),
              budget,
              longest.length(),
              room(budget, worst.gsm7())));
    }
  }

  private CheckReport.Size size(
      Text text, Translation.Entry entry, Tongue tongue, CheckNotes notes) {
    String shown = catalog.say(tongue, values(true).prompt(text, tongue));
    String longest = catalog.say(tongue, values(false).prompt(text, tongue));
    Segments worst = Segments.of(longest);
    int budget = worst.gsm7() ? text.segments() : 2 * text.segments();
    over(text.key(), entry, longest, budget, notes);
    return new CheckReport.Size(
        text.key(),
        worst.gsm7() ? "GSM-7" : "UCS-2",
        Segments.of(shown).count(),
        worst.count(),
        budget,
        entry.line(),
        shown);
  }

  private static int room(int segments, boolean gsm7) {
    if (segments == 1) {
      return gsm7 ? 160 : 70;
    }
    return segments * (gsm7 ? 153 : 67);
  }

  private CheckValues values(boolean typical) {
    return new CheckValues(catalog, scope, typical);
  }

  /** The Latin form has no texts for leads: those count in the language's own letters. */
  private int request(List<CheckReport.Size> sizes, Tongue tongue) {
    return REQUEST.stream()
        .mapToInt(text ->
            size(sizes, text)
                .map(CheckReport.Size::typical)
                .orElseGet(() -> inOwnLetters(text, tongue)))
        .sum();
  }

  private static Optional<CheckReport.Size> size(List<CheckReport.Size> sizes, Text text) {
    return sizes.stream().filter(s -> s.key().equals(text.key())).findFirst();
  }

  private int inOwnLetters(Text text, Tongue tongue) {
    boolean has =
        catalog
            .translation(tongue.language())
            .filter(t -> t.section(Translation.TEXTS).containsKey(text.key()))
            .isPresent();
    return has ? Segments.of(catalog.say(tongue, values(true).prompt(text, tongue))).count() : 0;
  }

  /** Signs that make a Latin text cost double for nothing. */
  private void odd(Map<String, Translation.Entry> entries, boolean mayFold, CheckNotes notes) {
    long latin = entries.values().stream().filter(e -> isLatin(e.value())).count();
    long plain =
        entries.values().stream()
            .filter(e -> Segments.of(Segments.plainMarks(e.value())).gsm7())
            .count();
    boolean otherwisePlain = plain >= OTHERWISE_GSM7 * entries.size();
    if (latin < OTHERWISE_GSM7 * entries.size()) {
      return;
    }
    entries.forEach((key, entry) -> {
      if (!CheckPatterns.isSpoken(key)) {
        oddSigns(entry.value()).stream()
            .filter(c -> !Character.isLetter(c.codePointAt(0)) || (otherwisePlain && !mayFold))
            .findFirst()
            .ifPresent(c -> notes.add(entry.line(), problem(key, c)));
      }
    });
  }

  private static String problem(String key, String sign) {
    String plain = Segments.plainMarks(sign);
    String instead =
        plain.equals(sign) ? "leave it out" : plain.isBlank() ? "write a space" : "write " + plain;
    return "'" + key + "': the sign " + sign + " would make the text cost double; " + instead;
  }

  private static List<String> oddSigns(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .filter(c -> !Segments.of(c).gsm7() || !Segments.plainMarks(c).equals(c))
        .toList();
  }

  private static boolean isLatin(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  private static int unreviewed(
      Translation translation, Letters letters, Map<String, Translation.Entry> entries) {
    Map<String, Translation.Entry> reviews = translation.section(CheckKeys.REVIEWED);
    String suffix = letters == Letters.LATIN ? CheckKeys.LATIN : "";
    return (int)
        Stream.concat(
                entries.keySet().stream(),
                phrases(translation, letters).keySet().stream().map(k -> CheckKeys.OF_PHRASE + k))
            .filter(key -> !reviews.containsKey(key + suffix))
            .count();
  }
}
