package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.understanding.Need;

/** Where a conversation stands: each step holds exactly what is known at it. */
public sealed interface Step {
  /** The stored request that a call is about; all that a caller without a number may touch. */
  default Optional<Code> about() {
    return switch (this) {
      case VoiceMore(Code code) -> Optional.of(code);
      case VoiceReadBack(Code code, _) -> Optional.of(code);
      case VoiceNumber(Code code, _) -> Optional.of(code);
      case VoiceChange(Code code, _, _) -> Optional.of(code);
      default -> Optional.empty();
    };
  }

  /** Nothing is asked. */
  record Idle() implements Step {}

  /** "Which language?" — with whatever was already said. */
  record AskLanguage(Draft draft) implements Step {}

  /**
   * "What do you need?"
   *
   * @param missed how many answers in a row we did not understand
   * @param correcting the stored request that is being corrected; empty for a new one
   */
  record AskNeed(Draft draft, int missed, Optional<Code> correcting) implements Step {}

  /** "Where are you?" */
  record AskPlace(Draft draft, int missed, Optional<Code> correcting) implements Step {}

  /** "Which of these places?" */
  record WhichPlace(Draft draft, List<Place> choices, Optional<Code> correcting) implements Step {}

  /** The read-back of a stored request: 1 sends it, 2 corrects. */
  record ReadBack(Code code) implements Step {}

  /** "What should we change?" */
  record WhatToChange(Code code) implements Step {}

  /** "Is it safe to text you here?" */
  record AskSafe(Code code) implements Step {}

  /** Someone offers help; where? */
  record OfferPlace(Draft draft) implements Step {}

  /** "For whom?" — words that wait until their owner says so. */
  record WhoseWords(String words) implements Step {}

  /** "What is your first name?": someone joins a tree. */
  record AskName(String groupId) implements Step {}

  /**
   * "Your shift starts": 1 on, 2 can't.
   *
   * @param until when the shift is over
   */
  record AskShift(Instant until) implements Step {}

  /** "Can you help?": someone who offered help is asked by a lead of the group near them. */
  record AskOfferer(long appealId) implements Step {}

  /** A lead closed this; a line about it is kept with it. */
  record AskNote(Code code, Instant until) implements Step {}

  /** Help arrived; a word of thanks is passed on. */
  record AskThanks(Code code, Instant until) implements Step {}

  // ---- a call ----

  /** The menu of languages. */
  record VoiceLanguage(int missed) implements Step {}

  /** A language's key was pressed that another, longer one begins with. */
  record VoiceSecondKey(int first, int missed) implements Step {}

  record VoiceNeed(int missed) implements Step {}

  record VoiceZip(Need need, int missed) implements Step {}

  /** "Tell us more after the tone"; the facts are safe already. */
  record VoiceMore(Code code) implements Step {}

  record VoiceReadBack(Code code, int missed) implements Step {}

  /**
   * What was read back was wrong; it stays stored until it is right.
   *
   * @param need the right one, once known: then its place is asked
   */
  record VoiceChange(Code code, Optional<Need> need, int missed) implements Step {}

  /** "Which number may a neighbor call?", of a caller who withholds theirs. */
  record VoiceNumber(Code code, int missed) implements Step {}

  /** Keys did not work: "say it after the tone". */
  record VoiceRecord(Draft draft) implements Step {}

  /** The call is over. */
  record VoiceEnd() implements Step {}
}
