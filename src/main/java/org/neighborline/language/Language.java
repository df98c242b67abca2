package org.neighborline.language;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that the hotline speaks; which ones there are is decided by the files in {@code
 * translations/}, not here.
 *
 * @param tag its BCP 47 tag and the name of its file: {@code en}, {@code zh-Hans}
 */
public record Language(String tag) {
  // Compiled once: a language is made for every person who writes.
  private static final java.util.regex.Pattern TAG =
      java.util.regex.Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?");

  public static final Language ENGLISH = new Language("en");

  public Language {
    if (!isTag(tag)) {
      throw new IllegalArgumentException("not a language tag: " + tag);
    }
  }

  /** Whether a language may be called so. */
  public static boolean isTag(String tag) {
    return TAG.matcher(tag).matches();
  }

  /**
   * Which of some languages most people of a region speak. English keeps its place in a menu, since
   * its numbers are everybody's.
   *
   * @param region two letters, as phone numbers have it
   */
  public static Optional<Language> likelyIn(String region, List<Language> some) {
    ULocale likely = ULocale.addLikelySubtags(new ULocale("und_" + region));
    return some.stream()
        .filter(l -> !l.equals(ENGLISH))
        .filter(l ->
            l.tag.equals(likely.getLanguage())
                || l.tag.equals(likely.getLanguage() + "-" + likely.getScript()))
        .findFirst();
  }

  /** The locale for plurals and times. Digits are Latin always, since people must dial them. */
  public Locale locale() {
    return Locale.forLanguageTag(tag + "-u-nu-latn");
  }

  /** Whether who reads one reads the other: Chinese is written almost alike in both its letters. */
  public boolean isReadLike(Language other) {
    return withoutScript().equals(other.withoutScript());
  }

  private String withoutScript() {
    int script = tag.indexOf('-');
    return script < 0 ? tag : tag.substring(0, script);
  }

  @Override
  public String toString() {
    return tag;
  }
}
