package org.neighborline.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every ready sentence of the phrasebook: a lead sends it by its number and the other person reads
 * it in their own language. The words stand under {@code [phrases]} in {@code translations/}. The
 * order is that of the numbers, so new ones come last.
 */
public enum Phrase {
  // Coming.
  ON_MY_WAY,
  IN_MINUTES(Gap.NUMBER),
  DOWNSTAIRS,
  AT_DOOR,
  LATE(Gap.NUMBER),
  CANT_TODAY,
  // When.
  OK_IN_MINUTES(Gap.NUMBER, Wants.YES_OR_NO),
  OK_TODAY(Gap.TIME, Wants.YES_OR_NO),
  OK_TOMORROW(Gap.TIME, Wants.YES_OR_NO),
  SOMEONE_HOME(Gap.TIME, Wants.YES_OR_NO),
  NEED_TODAY(Wants.YES_OR_NO),
  WHAT_TIME(Wants.WORDS),
  // What.
  WHAT_NEED(Wants.WORDS),
  HOW_MANY(Wants.WORDS),
  CHILDREN(Wants.YES_OR_NO),
  ALLERGIES(Wants.YES_OR_NO),
  FRIDGE(Wants.YES_OR_NO),
  CAN_COOK(Wants.YES_OR_NO),
  // Food and diapers.
  PORK(Wants.YES_OR_NO),
  MEAT(Wants.YES_OR_NO),
  HALAL(Wants.YES_OR_NO),
  KOSHER(Wants.YES_OR_NO),
  DIAPERS(Wants.YES_OR_NO),
  DIAPER_SIZE(Wants.WORDS),
  // The house.
  FLOOR(Wants.WORDS),
  ELEVATOR(Wants.YES_OR_NO),
  WHICH_BELL(Wants.WORDS),
  COME_DOWN(Wants.YES_OR_NO),
  MAY_LEAVE(Wants.YES_OR_NO),
  LEFT_AT_DOOR,
  // Answers and after.
  YES,
  NO,
  GOT_IT(Wants.YES_OR_NO),
  ALL_THERE(Wants.YES_OR_NO),
  ANYTHING_ELSE(Wants.YES_OR_NO),
  TAKE_CARE,
  // Calls and medicine.
  PLEASE_CALL,
  MAY_CALL(Wants.YES_OR_NO),
  INTERPRETER(Wants.YES_OR_NO),
  PRESCRIPTION(Wants.YES_OR_NO),
  MEDICINE_READY(Wants.YES_OR_NO),
  WHICH_PHARMACY(Wants.WORDS),
  // What people ask.
  FREE,
  NO_PAPERS,
  PLEASE_WAIT,
  WILL_ASK,
  DONT_HAVE,
  THANKS;

  /** So many are listed at a time. */
  public static final int PAGE = 6;

  private static final List<Phrase> ALL = List.of(values());

  /** What is filled in when a phrase is sent. */
  public enum Gap {
    NONE(""),
    /** How many minutes. */
    NUMBER("minutes"),
    /** A time of day. */
    TIME("time");

    private final String id;

    Gap(String id) {
      this.id = id;
    }

    /** Its name in the translation files; empty for none. */
    public String id() {
      return id;
    }
  }

  /** What the other person answers. */
  public enum Wants {
    NOTHING,
    /** By key: 1 or 2. */
    YES_OR_NO,
    /** In their own words, or with a number. */
    WORDS
  }

  private final Gap gap;
  private final Wants wants;

  Phrase() {
    this(Gap.NONE, Wants.NOTHING);
  }

  Phrase(Gap gap) {
    this(gap, Wants.NOTHING);
  }

  Phrase(Wants wants) {
    this(Gap.NONE, wants);
  }

  Phrase(Gap gap, Wants wants) {
    this.gap = gap;
    this.wants = wants;
  }

  /** The phrase that goes by a number, if one does. */
  public static Optional<Phrase> numbered(int number) {
    return ALL.stream().filter(p -> p.number() == number).findFirst();
  }

  /** Those listed together, from the one at an index; beyond the last, from the first again. */
  public static List<Phrase> page(int from) {
    int start = from >= ALL.size() ? 0 : from;
    return ALL.subList(start, Math.min(start + PAGE, ALL.size()));
  }

  /** Its place among all, from 1. */
  public int number() {
    return ALL.indexOf(this) + 1;
  }

  /** What leads call it by: {@code P7}. */
  public String label() {
    return "P" + number();
  }

  /** The key in the translation files: {@code on_my_way}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Gap gap() {
    return gap;
  }

  public Wants wants() {
    return wants;
  }
}
