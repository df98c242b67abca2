package org.neighborline.language;

/**
 * What a person reads: a language, in the letters they wrote.
 *
 * @param language the language
 * @param letters its own letters or Latin ones
 */
public record Tongue(Language language, Letters letters) {
  public static final Tongue ENGLISH = new Tongue(Language.ENGLISH, Letters.NATIVE);

  /** A language in its own letters. */
  public static Tongue of(Language language) {
    return new Tongue(language, Letters.NATIVE);
  }
}
