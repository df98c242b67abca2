package org.neighborline.language;

import java.util.Locale;

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
