package org.neighborline.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.neighborline.dispatch.Rules;
import org.neighborline.group.Directory;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.understanding.Need;

/**
 * What a hotline decided for itself.
 *
 * @param rules how its trees are walked
 * @param languages in the order of menus; a language's key in calls is its place, from 1
 * @param needs which it helps with, in order
 * @param spoken those with a voice or recordings: a caller is never read to by a wrong one
 * @param directory public places of help that people who ask hear of
 * @param city where it helps, for who is elsewhere
 */
public record House(
    Rules rules,
    List<Language> languages,
    List<Need> needs,
    Set<Language> spoken,
    Directory directory,
    Arg city) {
  private static final Arg NEW_YORK = new Arg.Term("city.newyork");

  /** A hotline of New York that speaks all its languages and knows no public places of help. */
  public House(Rules rules, List<Language> languages, List<Need> needs) {
    this(rules, languages, needs, Set.copyOf(languages), Directory.EMPTY, NEW_YORK);
  }

  /** The same hotline, which knows these public places of help. */
  public House knowing(Directory places) {
    return new House(rules, languages, needs, spoken, places, city);
  }

  /** The same hotline in a city of this name, or whatever every language calls it. */
  public House in(Arg other) {
    return new House(rules, languages, needs, spoken, directory, other);
  }

  /** The same hotline, with a voice in these languages alone. */
  public House speaking(Set<Language> voices) {
    return new House(rules, languages, needs, Set.copyOf(voices), directory, city);
  }

  /** The needs that digits of the menu text stand for, in order; the text names them. */
  public static final List<Need> MENU =
      List.of(Need.GROCERIES, Need.MEDICINE, Need.MONEY, Need.HOUSING, Need.SUPPORT, Need.OTHER);

  /** A complete read-back goes out unconfirmed after this. */
  static final Duration CONFIRM_WITHIN = Duration.ofMinutes(5);

  static final Duration CONFIRM_WITHIN_URGENT = Duration.ofMinutes(1);

  /** An unfinished intake goes to the desk as it stands after this. */
  static final Duration FINISH_WITHIN = Duration.ofMinutes(30);

  /** A second text with the same needs within this joins the first request. */
  static final Duration SAME_REQUEST_WITHIN = Duration.ofHours(1);

  /** A bare digit is not trusted when another dispatch ended this recently. */
  static final Duration BARE_DIGIT_AFTER = Duration.ofMinutes(10);

  /** How many answers in a row we may miss before a person gets the thread. */
  static final int MOST_MISSES = 3;

  /** Texts an hour that we answer one by one. */
  static final int MOST_TEXTS_AN_HOUR = 40;

  /** The same words in a row: a machine answers a machine. */
  static final int MOST_SAME = 5;

  /** So many requests may one number open by calls within that hour; then they join the newest. */
  static final int MOST_BY_CALL = 5;

  /** Who hangs up within this, before any key, is called back: some have no minutes. */
  static final Duration MISSED_WITHIN = Duration.ofSeconds(12);

  /** A caller's message, in seconds. */
  static final int LONGEST_MESSAGE = 120;
}
