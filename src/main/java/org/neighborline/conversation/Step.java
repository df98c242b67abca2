package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.Question;
import org.neighborline.understanding.Need;

/** Where a conversation stands: each step holds exactly what is known at it. */
public sealed interface Step {
  /** A step of a conversation by text: a call that finds it begins anew. */
  sealed interface Written {}

  /** Nothing is asked. */
  record Idle() implements Step, Written {}

  /** "Which language?" — with whatever was already said. */
  record AskLanguage(Draft draft) implements Step, Written {}

  /**
   * "What do you need?"
   *
   * @param missed how many answers in a row we did not understand
   * @param correcting the stored request that is being corrected; empty for a new one
   */
  record AskNeed(Draft draft, int missed, Optional<Code> correcting) implements Step, Written {}

  /** "Where are you?" */
  record AskPlace(Draft draft, int missed, Optional<Code> correcting) implements Step, Written {}

  /** "Which of these places?" */
  record WhichPlace(Draft draft, List<Place> choices, Optional<Code> correcting)
      implements Step, Written {}

  /** The read-back of a stored request: 1 sends it, 2 corrects. */
  record ReadBack(Code code) implements Step, Written {}

  /** "What should we change?" */
  record WhatToChange(Code code) implements Step, Written {}

  /** "Is it safe to text you here?" */
  record AskSafe(Code code) implements Step, Written {}

  /** Someone offers help; where? */
  record OfferPlace(Draft draft) implements Step, Written {}

  /** Someone asks where a place of help is; where are they? */
  record AskNearest(Draft draft) implements Step, Written {}

  /** We told of the nearest place of help; 1 asks a neighbor too. */
  record Told(Draft draft) implements Step, Written {}

  /** "For whom?" — words that wait until their owner says so. */
  record WhoseWords(String words) implements Step, Written {}

  /** "For whom?" — a phrase that waits the same way, with words after it. */
  record WhosePhrase(Question phrase, String words) implements Step, Written {}

  /**
   * Phrases were listed.
   *
   * @param next where the next page starts
   * @param until when it starts from the first again
   */
  record PhrasePage(int next, Instant until) implements Step, Written {}

  /** "What is your first name?": someone joins a tree. */
  record AskName(String groupId) implements Step, Written {}

  /**
   * "Your shift starts": 1 on, 2 can't.
   *
   * @param until when the shift is over
   */
  record AskShift(Instant until) implements Step, Written {}

  /** "Can you help?": someone who offered help is asked by a lead of the group near them. */
  record AskOfferer(long appealId) implements Step, Written {}

  /** A lead closed this; a line about it is kept with it. */
  record AskNote(Code code, Instant until) implements Step, Written {}

  /** Help arrived; a word of thanks is passed on. */
  record AskThanks(Code code, Instant until) implements Step, Written {}

  // ---- a call ----

  /** The menu of languages. */
  record VoiceLanguage(int missed) implements Step {}

  record VoiceNeed(int missed) implements Step {}

  record VoiceZip(Need need, int missed) implements Step {}

  /** "Tell us more after the tone"; the facts are safe already. */
  record VoiceMore(Code code) implements Step {}

  record VoiceReadBack(Code code, int missed) implements Step {}

  /** "Which number may a neighbor call?", of a caller who withholds theirs. */
  record VoiceNumber(Code code, int missed) implements Step {}

  /** Keys did not work: "say it after the tone". */
  record VoiceRecord(Draft draft) implements Step {}

  /** The call is over. */
  record VoiceEnd() implements Step {}
}
