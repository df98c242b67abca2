package org.neighborline.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every text a person can get, with the gaps each has and the segments it may cost at most. The
 * words stand in {@code translations/}; a file that lacks one of these keys, or has another, is a
 * fault.
 */
public enum Text {
  // Residents, by text.
  ASK_LANGUAGE(2, "choices"),
  ASK_NEED(1),
  ASK_NEED_AGAIN(2),
  ASK_PLACE(1),
  ASK_PLACE_AGAIN(2),
  WHICH_PLACE(2, "choices"),
  READ_BACK(1, "need", "place"),
  WHAT_TO_CHANGE(1),
  SENT(1, "code", "group"),
  SENT_TO_DESK(1, "code"),
  HELD(1, "code", "time"),
  HELD_URGENT(1, "code", "time"),
  NOTED(1, "code"),
  COMING(1, "lead", "group", "code"),
  DESK_LOOKING(1, "code"),
  UNMET(2, "code"),
  STATUS_NONE(1),
  STATUS_ASKING(1, "code"),
  STATUS_TAKEN(1, "code", "lead", "group"),
  STATUS_HELD(1, "code", "time"),
  STATUS_HELD_URGENT(1, "code", "time"),
  STATUS_UNMET(2, "code"),
  STATUS_UNCONFIRMED(1, "need", "place"),
  DROPPED(1, "code"),
  NOTHING_TO_DROP(1),
  CLOSED(1, "code", "lead"),
  GIVEN_BACK(1, "code"),
  OFFERED_AGAIN(1, "code", "lead"),
  ASK_ARRIVED(1, "code"),
  ARRIVED_YES(1, "lead"),
  REOPENED(1, "code"),
  WHICH_DROP(1, "codes"),
  MENU(2),
  LANGUAGE_SET(1),
  OUTSIDE(2, "city"),
  NEAREST(2, "need", "resource", "details"),
  OPTED_OUT(1),
  OPTED_OUT_CLOSED(1, "code"),
  OPTED_IN(1),
  FORGOTTEN(1),
  EMERGENCY(1),
  EMERGENCY_STORED(2, "code"),
  DESPAIR(1),
  VIOLENCE(1),
  SAFE_YES(1),
  SAFE_NO(1),
  GOVERNMENT(1),
  PERSON_WILL_READ(1, "code"),
  NO_PICTURES(1),
  TOO_MANY(1),
  OFFER_ASK_PLACE(1),
  OFFER_THANKS(1),
  APPEAL(3, "lead", "group", "need", "words"),
  APPEAL_YES(1, "lead"),
  APPEAL_GONE(1),
  APPEAL_NO(1),
  ANOTHER_ASK(2, "phone"),
  ANOTHER_CONSENT(2, "need", "place"),
  ANOTHER_YES(1, "code"),
  ANOTHER_TAKEN(1, "code", "lead", "group"),
  ANOTHER_UNMET(1, "code"),
  ANOTHER_OVER(1, "code"),
  THANKS(1),
  CALL_STORED(1, "code"),
  NEWS_OFFER(2, "code"),
  NEWS_ON(1, "code"),
  FROM_LEAD_ASK(1, "lead", "words"),
  FROM_LEAD_AS_IS(3, "lead", "language", "words"),
  ANSWERED(1, "lead", "words"),
  WORDS_HELD(2),
  // Leads, by text.
  DISPATCH(1, "letter", "need", "place", "language", "code", "time"),
  DISPATCH_URGENT(1, "letter", "need", "place", "language", "code", "time"),
  TAKEN(1, "code"),
  TAKEN_BY_PHONE(1, "code", "phone"),
  TAKEN_NO_NUMBER(1, "code"),
  CALLING_YOU(1, "code"),
  NO_CALLS(1, "code"),
  PASSED(1, "code"),
  PASSED_OPEN(1, "code", "open"),
  TAKEN_FIRST(1, "lead", "code"),
  STAND_DOWN(1, "lead", "code"),
  OVER(1, "code"),
  WHICH_OPEN(2, "open"),
  YOURS(2, "open"),
  NOTHING_OPEN(1),
  DONE(1, "code"),
  WHICH_DONE(1, "codes"),
  NOT_YOURS(1, "code"),
  GAVE_BACK(1, "code"),
  DETAILS(3, "code", "need", "place", "language", "words"),
  LEAD_MENU(2),
  LEAD_PAUSED(1, "time"),
  LEAD_BACK(1),
  ARRIVED(1, "code"),
  NOT_HELPED(1, "code"),
  NUDGE(1, "code", "letter"),
  LET_GO(1, "code", "letter"),
  HEARD(1, "code"),
  HANDED(1, "code", "lead"),
  HAND_WHOM(2, "code", "choices"),
  HAND_NOT_NOW(1, "code", "lead"),
  DID_YOU_MEAN(1, "code", "codes"),
  NOTE_KEPT(1, "code"),
  JOINED(1, "group"),
  JOIN_NAME(1),
  LEFT_TREE(1),
  SHIFT_TOMORROW(1, "time", "group"),
  SHIFT_SOON(1, "time", "group"),
  SHIFT_ON(1),
  SHIFT_OFF(1),
  OFFER_NEW(3, "place", "need", "language", "words"),
  APPEAL_SENT(1, "count", "need"),
  APPEAL_LATER(1, "count", "time", "need"),
  APPEAL_NONE(1, "need"),
  APPEAL_HOW(1),
  APPEAL_TAKEN(1, "phone", "need"),
  APPEAL_NOBODY(1, "count", "need"),
  MUTED(1, "code"),
  UNMUTED(1, "code"),
  WHICH_MUTED(1, "codes"),
  NO_SUCH_CODE(1, "code"),
  DESK_OPEN(2, "open"),
  DESK_STUCK(2, "open"),
  DESK_GAPS(2, "needs"),
  DESK_NONE(1),
  DESK_WAITING(2, "count", "codes"),
  RESIDENT_DROPPED(1, "code"),
  NO_TEXTS_POSSIBLE(1, "code"),
  FROM_RESIDENT(3, "code", "words"),
  FROM_LEAD(3, "lead", "words"),
  WHOSE_WORDS(1, "codes"),
  TAKEN_FOREIGN(2, "code", "language", "phrases"),
  PHRASES(2, "phrases"),
  PHRASE_SENT(1, "code", "words"),
  PHRASE_UNKNOWN(1, "last"),
  PHRASE_NUMBER(1, "phrase"),
  PHRASE_TIME(1, "phrase"),
  FROM_RESIDENT_AS_IS(3, "code", "language", "words"),
  OTHER_LANGUAGE(1, "code", "language"),
  OTHER_LANGUAGE_LEAD(1, "code", "language", "lead"),
  // Callers, spoken.
  VOICE_GREETING(0),
  VOICE_LANGUAGE(0, "key"),
  VOICE_LANGUAGE_SHORT(0, "key"),
  VOICE_NEED(0),
  VOICE_ZIP(0),
  VOICE_ZIP_AGAIN(0),
  VOICE_SAME(0),
  VOICE_MORE(0),
  VOICE_READ_BACK(0, "need", "place"),
  VOICE_READ_BACK_BLOCKED(0, "need", "place"),
  VOICE_SENT(0, "code"),
  VOICE_RECORD(0),
  VOICE_THANKS(0),
  VOICE_NOTHING(0),
  VOICE_OUTSIDE(0),
  VOICE_WRONG_KEY(0),
  VOICE_TEXTING(0),
  VOICE_NUMBER(0),
  VOICE_TEXTS(0),
  VOICE_OTHER(0),
  VOICE_ONE_MOMENT(0),
  VOICE_BROKEN(0),
  VOICE_CALLING(0),
  VOICE_CALLING_NEXT(0),
  VOICE_NOBODY(0),
  VOICE_FOR_YOU(0),
  // Leads, spoken.
  VOICE_WHISPER(0, "need", "place", "language"),
  VOICE_DISPATCH(0, "need", "place", "language"),
  VOICE_MESSAGE(0),
  VOICE_CALL_THEM(0),
  VOICE_YOURS(0, "code"),
  VOICE_PASSED(0),
  VOICE_OVER(0),
  VOICE_NO_ANSWER(0),
  VOICE_CLOSED(0),
  VOICE_LEAD_CODE(0);

  private final int segments;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes it so
  private final Set<String> gaps;

  Text(int segments, String... gaps) {
    this.segments = segments;
    this.gaps =
        Arrays.stream(gaps)
            .collect(
                Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Set::copyOf));
  }

  /** The key in the translation files: {@code ask_need}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is said in a call, never texted. */
  public boolean isSpoken() {
    return segments == 0;
  }

  /**
   * How many GSM-7 segments it may cost at most with the longest real values; a text that needs
   * UCS-2 may cost twice that. 0 for a spoken text.
   */
  public int segments() {
    return segments;
  }

  /** The names of its gaps, without order. */
  public Set<String> gaps() {
    return gaps;
  }
}
