package org.neighborline.understanding;

import java.util.Locale;

/**
 * A whole text that is one of our words, in any language. The translation files list the words
 * under {@code [commands]} by these ids.
 */
public enum Command {
  YES,
  NO,
  HELP,
  /** Opt out. The carrier knows some of these words too and then answers itself. */
  STOP,
  /** Opt in. */
  START,
  MENU,
  STATUS,
  /** Drop my request. */
  DROP,
  NEW,
  FORGET,
  /** It can't wait. */
  URGENT,
  /** Leads: take the dispatch. */
  TAKE,
  PASS,
  DONE,
  /** Leads: give a taken request back. */
  GIVE,
  MORE,
  LIST,
  PAUSE,
  BACK,
  CALL,
  PHRASES,
  /** Nobody came who said they would. */
  NOTYET,
  /** Leads: someone else should do it. */
  HAND,
  /** Into a phone tree, with the word that its coordinator gave. */
  JOIN,
  LEAVE,
  /** Leads: what was closed is not over. */
  OPEN,
  /** Leads: ask those of the group who offered help. */
  ASK,
  /** Coordinators: no more answers to a sender. */
  MUTE,
  UNMUTE,
  /** Coordinators: what waits for long. */
  STUCK,
  /** Coordinators: what nobody could help with. */
  GAPS;

  /** The key in the translation files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
