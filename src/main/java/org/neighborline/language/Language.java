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
  public static final Language ENGLISH = new Language("en");

  public Language {
    if (!tag.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?")) {
      throw new IllegalArgumentException("not a language tag: " + tag);
    }
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
    return locale().getLanguage().equals(other.locale().getLanguage());
  }

  @Override
  public String toString() {
    return tag;
  }
}
