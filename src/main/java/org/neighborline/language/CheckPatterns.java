package org.neighborline.language;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for patterns that ICU can't read, or reads otherwise than a translator thinks. */
record CheckPatterns(Translation translation, CheckNotes notes) {
  private static final java.util.regex.Pattern SWALLOWED =
      java.util.regex.Pattern.compile("(?<!')'(?:'')*(?=[{}])");
  private static final java.util.regex.Pattern SWALLOWED_IN_PLURAL =
      java.util.regex.Pattern.compile("(?<!')'(?:'')*(?=[{}#|])");

  /** People are asked for counts up to here; forms for a million are nobody's trouble. */
  private static final int MOST = 200;

  private static final Map<String, Text> TEXTS =
      Arrays.stream(Text.values()).collect(Collectors.toMap(Text::key, t -> t));

  /** Whether all patterns can be filled. */
  boolean look() {
    boolean all = true;
    for (String section : Set.of(Translation.TEXTS, Translation.LATIN_TEXTS)) {
      for (var entry : translation.section(section).entrySet()) {
        all &= pattern(entry.getKey(), entry.getValue());
      }
    }
    boolean own = phrases(Translation.PHRASES);
    boolean latin = phrases(Translation.LATIN_PHRASES) || !translation.hasLatinForm();
    return all && own && latin;
  }

  /** Whether all phrases can be filled; each has the gap that its number promises, and no other. */
  private boolean phrases(String section) {
    Map<String, Translation.Entry> entries = translation.section(section);
    boolean all = true;
    for (Phrase phrase : Phrase.values()) {
      Translation.Entry entry = entries.get(phrase.key());
      all &= entry != null && phrase(phrase, entry);
    }
    return all;
  }

  private boolean phrase(Phrase phrase, Translation.Entry entry) {
    Set<String> wanted = phrase.gap() == Phrase.Gap.NONE ? Set.of() : Set.of(phrase.gap().id());
    try {
      Pattern pattern = Pattern.compile(entry.value(), translation.language().locale());
      if (!pattern.gaps().equals(wanted)) {
        String those = wanted.isEmpty() ? "no gap" : "just " + braced(wanted);
        notes.add(entry.line(), "'" + phrase.key() + "' has " + those + ", written as in en.txt");
        return false;
      }
      if (pattern instanceof Pattern.Full) {
        notes.add(
            entry.line(),
            "'" + phrase.key() + "': a phrase has no plural forms; shorten the word, like min.");
        return false;
      }
      return true;
    } catch (IllegalArgumentException e) {
      notes.add(entry.line(), "'" + phrase.key() + "' can't be read: " + reason(e));
      return false;
    }
  }

  private boolean pattern(String key, Translation.Entry entry) {
    boolean plural = entry.value().contains("plural,") || entry.value().contains("selectordinal,");
    if ((plural ? SWALLOWED_IN_PLURAL : SWALLOWED).matcher(entry.value()).find()) {
      notes.add(
          entry.line(),
          "'" + key + "': an apostrophe touches a brace and would hide the gap; write two: ''");
    }
    try {
      Set<String> gaps = Pattern.compile(entry.value(), translation.language().locale()).gaps();
      gaps(key, entry, gaps);
      if (plural) {
        plurals(key, entry);
      }
      return gapsAreKnown(key, gaps);
    } catch (IllegalArgumentException e) {
      notes.add(
          entry.line(),
          "'" + key + "' can't be read: " + reason(e) + "; each { needs its }, as in {code}");
      return false;
    }
  }

  private static boolean gapsAreKnown(String key, Set<String> gaps) {
    Text text = TEXTS.get(CheckKeys.withoutTail(key));
    return text == null || text.gaps().containsAll(gaps);
  }

  private void gaps(String key, Translation.Entry entry, Set<String> gaps) {
    Text text = TEXTS.get(CheckKeys.withoutTail(key));
    if (text == null) {
      return; // the key itself is a fault already
    }
    Set<String> unknown = new TreeSet<>(gaps);
    unknown.removeAll(text.gaps());
    Set<String> missing = new TreeSet<>(text.gaps());
    missing.removeAll(gaps);
    String those =
        text.gaps().isEmpty() ? "it has none" : "it has " + braced(new TreeSet<>(text.gaps()));
    if (!unknown.isEmpty()) {
      notes.add(
          entry.line(),
          "'" + key + "' has no " + braced(unknown) + "; " + those + ", written as in en.txt");
    }
    if (!missing.isEmpty() && !key.endsWith(CheckKeys.TAIL)) {
      notes.add(entry.line(), "'" + key + "' lacks " + braced(missing) + "; put it in");
    }
  }

  private static String braced(Set<String> gaps) {
    return gaps.stream().map(g -> "{" + g + "}").collect(Collectors.joining(" "));
  }

  /** Whether a key's text is said in calls, where signs cost nothing. */
  static boolean isSpoken(String key) {
    Text text = TEXTS.get(key);
    return text != null && text.isSpoken();
  }

  private void plurals(String key, Translation.Entry entry) {
    PluralRules rules = PluralRules.forLocale(translation.language().locale());
    Set<String> needed =
        IntStream.rangeClosed(0, MOST)
            .mapToObj(rules::select)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    MessagePattern parsed = new MessagePattern(entry.value());
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType() == MessagePattern.ArgType.PLURAL) {
        Set<String> missing = new LinkedHashSet<>(needed);
        missing.removeAll(forms(parsed, i));
        if (!missing.isEmpty()) {
          notes.add(
              entry.line(),
              "'"
                  + key
                  + "' lacks the plural forms "
                  + String.join(", ", missing)
                  + ", which this language has; add them like one {…}");
        }
      }
    }
  }

  /** The forms of one plural, without those of plurals inside it. */
  private static Set<String> forms(MessagePattern parsed, int start) {
    Set<String> forms = new LinkedHashSet<>();
    int end = parsed.getLimitPartIndex(start);
    for (int i = start + 1; i < end; i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
        forms.add(parsed.getSubstring(part));
      } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
        i = parsed.getLimitPartIndex(i);
      }
    }
    return forms;
  }

  private static String reason(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
