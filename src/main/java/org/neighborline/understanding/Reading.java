package org.neighborline.understanding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.language.Letters;
import org.neighborline.place.Finding;

/**
 * What one text means, as far as its words alone tell. It depends on nothing but the text, so it is
 * made before the turn, on the webhook's own thread.
 *
 * @param words the text as the person wrote it, without control characters, for the lead to read
 * @param language the language it is in, if the words tell; empty for "11221" or "ok"
 * @param languageConfidence from 0 to 1
 * @param letters whether it is written in Latin letters though the language has its own
 * @param script ISO 15924 code of most of its letters; {@code Zyyy} when it has none
 * @param command the word of ours that the whole text is, if it is one
 * @param opening the word of ours that it begins with, and the rest ("DONE K7M2", "PAUSE 2h")
 * @param names the language that the whole text names ("Kreyòl", "spanish"), to switch to
 * @param intent what the person wants
 * @param needs what they need or offer, the clearest first
 * @param people how many people it is for, when said ("for 4")
 * @param place where they are
 * @param when the time they name, if any
 * @param urgency how soon
 * @param emergency danger, if any
 * @param textOnly "text only", "deaf", "can't talk": never call
 * @param asksIfGovernment "is this the government?"
 * @param plain what the words alone say, without what the examples taught
 * @param because the words that decided, for {@code understand --explain}
 */
public record Reading(
    String words,
    Optional<Language> language,
    double languageConfidence,
    Letters letters,
    String script,
    Optional<Command> command,
    Optional<Opening> opening,
    Optional<Language> names,
    Intent intent,
    Set<Need> needs,
    OptionalInt people,
    Finding place,
    Optional<When> when,
    Urgency urgency,
    Emergency emergency,
    boolean textOnly,
    boolean asksIfGovernment,
    Plain plain,
    List<String> because) {
  /**
   * What the words say. In the middle of a talk or a question a guess would mislead: the examples
   * it comes from are first texts.
   */
  public record Plain(Intent intent, Set<Need> needs, Urgency urgency, Emergency emergency) {}

  /** The same without any guess. */
  public Reading byWords() {
    return new Reading(
        words,
        language,
        languageConfidence,
        letters,
        script,
        command,
        opening,
        names,
        plain.intent(),
        plain.needs(),
        people,
        place,
        when,
        plain.urgency(),
        plain.emergency(),
        textOnly,
        asksIfGovernment,
        plain,
        because);
  }

  /**
   * A word of ours at the start of a text.
   *
   * @param command which
   * @param rest what follows it, as written; empty when nothing does
   */
  public record Opening(Command command, String rest) {}

  /** Whether it holds nothing but marks and spaces, or nothing at all. */
  public boolean isEmpty() {
    return words.codePoints().noneMatch(Reading::says);
  }

  private static boolean says(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.OTHER_SYMBOL, Character.CURRENCY_SYMBOL -> true;
          default -> false;
        };
  }

  /** The same, with the place looked up elsewhere. */
  public Reading at(Finding found) {
    return new Reading(
        words,
        language,
        languageConfidence,
        letters,
        script,
        command,
        opening,
        names,
        intent,
        needs,
        people,
        found,
        when,
        urgency,
        emergency,
        textOnly,
        asksIfGovernment,
        plain,
        because);
  }
}
