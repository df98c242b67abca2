package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.Talk;
import org.neighborline.understanding.Need;

/** What a turn changes besides the conversation itself; all of it is committed with the turn. */
public sealed interface Effect {
  /** A request is stored; its code names it from now on. */
  record OpenRequest(HelpRequest request) implements Effect {}

  /** A request's facts change; who was asked already hears nothing of it. */
  record ChangeRequest(HelpRequest request) implements Effect {}

  /** Leads are asked from now on. */
  record StartDispatch(Code code) implements Effect {}

  record DropRequest(Code code) implements Effect {}

  record TakeDispatch(Dispatch dispatch) implements Effect {}

  record PassDispatch(Dispatch dispatch) implements Effect {}

  record FinishRequest(Code code) implements Effect {}

  record GiveBack(Dispatch dispatch) implements Effect {}

  /** Words or a notice for another person, through the hotline's number. */
  record SendText(long contactId, Prompt prompt, Optional<Code> code) implements Effect {}

  /** A question by text to someone who calls; their next text answers it. */
  record AskByText(long contactId, Prompt prompt, Step step) implements Effect {}

  /** A contact changes: what they read, what we may send. */
  record ChangeContact(Contact contact) implements Effect {}

  /** The carrier or the person said stop; every open text to them is dropped. */
  record OptOut() implements Effect {}

  record OptIn() implements Effect {}

  /** A lead wants a rest. */
  record PauseLead(long contactId, Optional<Instant> until) implements Effect {}

  /** It can't wait: the request becomes urgent, and if it is held it goes out now. */
  record MakeUrgent(Code code) implements Effect {}

  /** A request that was sent is for another place: whoever is near that is asked. */
  record MoveRequest(Code code, Place place) implements Effect {}

  /** Everything we know of a contact is erased. */
  record Forget(long contactId) implements Effect {}

  /** A need that we could not serve, as a statistic. */
  record RecordGap(List<Need> needs, Optional<Place> place, Tongue tongue, String why)
      implements Effect {}

  /** What is between leads and those who offered help to their group. */
  sealed interface InOffers extends Effect {}

  /** Someone offers help. */
  record StoreOffer(Draft draft, Language language) implements InOffers {}

  /** A lead asks the group's helpers. */
  record Appeal(Scene.Post post, int count, Set<Need> needs, String words) implements InOffers {}

  /** A helper says yes or no. */
  record AnswerAppeal(long id, boolean yes) implements InOffers {}

  /** What happens between who asks for someone else, and them. */
  sealed interface ForAnother extends Effect {}

  /** Whom a request is for is asked, once, whether we may text them. */
  record AskConsent(Code code, PhoneNumber number) implements ForAnother {}

  /** They say so. */
  record Consent(Code code, boolean yes) implements ForAnother {}

  /** The reply says this after what else it says. */
  record Say(Prompt prompt) implements Effect {}

  /** What coordinators do, by code, with any request. */
  sealed interface AtDesk extends Effect {}

  /** What nobody has yet, or only what waits for long. */
  record ListWaiting(boolean stuck) implements AtDesk {}

  /** What nobody could help with. */
  record ListGaps() implements AtDesk {}

  record ListMuted() implements AtDesk {}

  /** Whoever sent this hears nothing of us any more, danger excepted; what they asked is over. */
  record Mute(Code code) implements AtDesk {}

  record Unmute(Code code) implements AtDesk {}

  record TakeAny(Scene.Post desk, Code code) implements AtDesk {}

  /**
   * Someone is to be asked.
   *
   * @param to the name of a lead or of a group, as typed
   */
  record Assign(Scene.Post desk, Code code, String to) implements AtDesk {}

  /**
   * Who calls is called back on this number, and gets no texts: they withhold their own, or want
   * none on the phone that they called from.
   */
  record KeepCallBack(Code code, PhoneNumber number) implements Effect {}

  /** News of a request is offered to another phone, which must say yes first. */
  record OfferNews(Code code, PhoneNumber number, Tongue tongue) implements Effect {}

  /** This person, and nobody else, gets news of a request from now on. */
  record SendNews(Code code) implements Effect {}

  /** A recording belongs to a request. */
  record KeepRecording(String sid, int seconds, Code code) implements Effect {}

  /** What happens while a call is put through. */
  sealed interface ByCall extends Effect {}

  /** The hotline calls a lead about a request that they have. */
  record PlaceCall(long contactId, Code code) implements ByCall {}

  /** Who hung up before any key is called back, once. */
  record CallBack(long contactId) implements ByCall {}

  /** A lead's phone rings for a caller who waits. */
  record Ring(Code code, String groupId, long leadId) implements ByCall {}

  /** No phone rings any more, and nobody took it. */
  record RingOver(Code code) implements ByCall {}

  /** Who asked and who helps have talked. */
  record Talked(Code code) implements ByCall {}

  /** What happens within a phone tree, and between its leads and whom they help. */
  sealed interface InTree extends Effect {}

  /** The holder of a request is heard of, and perhaps says when they come. */
  record Heard(Code code, Optional<Instant> promise) implements InTree {}

  /** What is open between the holder of a request and the resident. */
  record KeepTalk(Code code, Talk talk) implements InTree {}

  /** Whoever has a request hears once that words pass as they are, and what helps instead. */
  record WarnHolder(Code code) implements InTree {}

  /** The resident says that help arrived. */
  record HelpArrived(Code code) implements InTree {}

  /** The resident says that nobody came: others are asked. */
  record NotHelped(Code code) implements InTree {}

  /**
   * Someone else should have it.
   *
   * @param to the name of a lead in the same trees, or of a group, as typed
   */
  record HandOver(Dispatch dispatch, String to) implements InTree {}

  /** What was closed is not over: whoever closed it has it again. */
  record Reopen(Dispatch dispatch) implements InTree {}

  /** A line that a lead adds to a closed request. */
  record KeepNote(Code code, String words) implements InTree {}

  /** A new lead, by the word of the tree's coordinator. */
  record JoinTree(String groupId, String name) implements InTree {}

  /** A lead goes out of all trees. */
  record LeaveTrees() implements InTree {}
}
