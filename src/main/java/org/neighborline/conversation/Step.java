package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.Question;
import org.neighborline.understanding.Need;

/** Where a conversation stands: each step holds exactly what is known at it. */
public sealed interface Step {
  /** The stored request that a call is about; all that a caller without a number may touch. */
  default Optional<Code> about() {
    return switch (this) {
      case VoiceMore(Code code, _) -> Optional.of(code);
      case VoiceReadBack(Code code, _, _) -> Optional.of(code);
      case VoiceTexts(Code code, _) -> Optional.of(code);
      case VoiceOther(Code code, _) -> Optional.of(code);
      case VoiceNumber(Code code, _) -> Optional.of(code);
      case VoiceChange(Code code, _, _) -> Optional.of(code);
      case VoiceTransfer(Code code, _, _) -> Optional.of(code);
      case VoiceLeave(Code code) -> Optional.of(code);
      default -> Optional.empty();
    };
  }

  /** Where an exchange of texts stands. */
  sealed interface ByText extends Step {}

  /** Where a call stands. */
  sealed interface OnCall extends Step {}

  /** Nothing is asked. */
  record Idle() implements ByText {}

  /** "Which language?" — with whatever was already said. */
  record AskLanguage(Draft draft) implements ByText {}

  /**
   * "What do you need?"
   *
   * @param missed how many answers in a row we did not understand
   * @param correcting the stored request that is being corrected; empty for a new one
   */
  record AskNeed(Draft draft, int missed, Optional<Code> correcting) implements ByText {}

  /** "Where are you?" */
  record AskPlace(Draft draft, int missed, Optional<Code> correcting) implements ByText {}

  /** "Which of these places?" */
  record WhichPlace(Draft draft, List<Place> choices, Optional<Code> correcting)
      implements ByText {}

  /** The read-back of a stored request: 1 sends it, 2 corrects. */
  record ReadBack(Code code) implements ByText {}

  /** "What should we change?" */
  record WhatToChange(Code code) implements ByText {}

  /** "Is it safe to text you here?" */
  record AskSafe(Code code) implements ByText {}

  /** Someone offers help; where? */
  record OfferPlace(Draft draft) implements ByText {}

  /** Someone asks where a place of help is; where are they? */
  record AskNearest(Draft draft) implements ByText {}

  /** We told of the nearest place of help; 1 asks a neighbor too. */
  record Told(Draft draft) implements ByText {}

  /** "For whom?" — words that wait until their owner says so. */
  record WhoseWords(String words) implements ByText {}

  /** "For whom?" — a phrase that waits the same way, with words after it. */
  record WhosePhrase(Question phrase, String words) implements ByText {}

  /**
   * Phrases were listed.
   *
   * @param next where the next page starts
   * @param until when it starts from the first again
   */
  record PhrasePage(int next, Instant until) implements ByText {}

  /** "What is your first name?": someone joins a tree. */
  record AskName(String groupId) implements ByText {}

  /**
   * "Your shift starts": 1 on, 2 can't.
   *
   * @param until when the shift is over
   */
  record AskShift(Instant until) implements ByText {}

  /** "Can you help?": someone who offered help is asked by a lead of the group near them. */
  record AskOfferer(long appealId) implements ByText {}

  /** "Is this the number of who needs help?" */
  record AskAnother(Code code, PhoneNumber number) implements ByText {}

  /** "Someone asked for you: may we text you?" */
  record AskConsent(Code code) implements ByText {}

  /** A lead closed this; a line about it is kept with it. */
  record AskNote(Code code, Instant until) implements ByText {}

  /** "Someone who called gave this number for news of their request; 1 yes." */
  record AskNews(Code code, Instant until) implements ByText {}

  /** Help arrived; a word of thanks is passed on. */
  record AskThanks(Code code, Instant until) implements ByText {}

  // ---- a call ----

  /** The menu of languages. */
  record VoiceLanguage(int missed) implements OnCall {}

  /** The first words to someone who was called back; a machine may have taken it up. */
  record VoiceBack() implements OnCall {}

  /** A language's key was pressed that another, longer one begins with. */
  record VoiceSecondKey(int first, int missed) implements OnCall {}

  record VoiceNeed(int missed) implements OnCall {}

  record VoiceZip(Need need, int missed) implements OnCall {}

  /**
   * "Tell us more after the tone"; the facts are safe already.
   *
   * @param same whether its place is that of last time: it is not named, since phones are borrowed
   */
  record VoiceMore(Code code, boolean same) implements OnCall {}

  record VoiceReadBack(Code code, int missed, boolean same) implements OnCall {}

  /** "Text this phone, another number, or none?" */
  record VoiceTexts(Code code, int missed) implements OnCall {}

  /** "Which other number?" */
  record VoiceOther(Code code, int missed) implements OnCall {}

  /**
   * What was read back was wrong; it stays stored until it is right.
   *
   * @param need the right one, once known: then its place is asked
   */
  record VoiceChange(Code code, Optional<Need> need, int missed) implements OnCall {}

  /** "Which number may a neighbor call?", of a caller who withholds theirs. */
  record VoiceNumber(Code code, int missed) implements OnCall {}

  /** Keys did not work: "say it after the tone". */
  record VoiceRecord(Draft draft) implements OnCall {}

  /**
   * Phones of leads ring, one after the other.
   *
   * @param called whose did, by contact
   * @param until when we give up
   */
  record VoiceTransfer(Code code, List<Long> called, Instant until) implements OnCall {}

  /** Nobody could come to the phone: "say it after the tone". */
  record VoiceLeave(Code code) implements OnCall {}

  /** On the phone of a lead who is asked to take a call. */
  record VoiceWhisper(Code code) implements OnCall {}

  /** On the phone of a lead who gets no texts: "1 take, 2 pass". */
  record VoiceDispatch(Code code, int missed) implements OnCall {}

  /** On the phone of a lead who has it: put through, hear, close, give back. */
  record VoiceHolding(Code code, int missed) implements OnCall {}

  /** A lead calls: "about which request?" */
  record VoiceCode(int missed) implements OnCall {}

  /** The call is over. */
  record VoiceEnd() implements OnCall {}
}
