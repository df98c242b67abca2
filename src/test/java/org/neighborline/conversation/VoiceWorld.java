package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.language.Prompt;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.understanding.Need;

/**
 * What a call has come to, as the database would have it: the conversation, what was stored, and
 * what the caller said. Effects are kept here instead of being carried out.
 *
 * @param conversation where the call stands
 * @param contact who calls; empty for a caller who withholds the number
 * @param kept the requests of this call, by their codes
 * @param said what the caller said and did not take back
 * @param waitsFor what the call waits for
 * @param heard what was said last
 * @param texts whether a text went to the caller
 * @param counted whether a need outside the city was counted
 * @param phones those of leads nearby
 */
record VoiceWorld(
    Conversation conversation,
    Optional<Contact> contact,
    Map<Code, Kept> kept,
    Said said,
    Wait waitsFor,
    List<Reply.Said> heard,
    boolean texts,
    boolean counted,
    VoicePhones phones) {
  /** A stored request, whether people are asked, and what belongs to it. */
  record Kept(HelpRequest request, boolean sent, Set<String> recordings, boolean callBack) {
    boolean isOpen() {
      return request.status() == RequestStatus.OPEN;
    }

    /** Whether somebody is asked, or came by themselves. */
    boolean isCaredFor() {
      return request.status().isLive() && (sent || request.holder().isPresent());
    }

    private HelpRequest dispatching() {
      return isOpen() ? request.withStatus(RequestStatus.DISPATCHING, Optional.empty()) : request;
    }

    /** The first to take it has it. */
    private Kept takenAs(Dispatch dispatch) {
      boolean takes =
          request.id() == dispatch.requestId()
              && request.status().isTakeable()
              && request.holder().isEmpty();
      return takes
          ? new Kept(
              request.heldBy(VoicePhones.holder(dispatch), RequestStatus.ACCEPTED),
              sent,
              recordings,
              callBack)
          : this;
    }
  }

  /**
   * What must not be lost.
   *
   * @param onTape what was being recorded at the hang-up, of which the carrier has yet to tell
   */
  record Said(
      Optional<Need> need,
      Optional<String> zip,
      Set<String> recordings,
      boolean callBack,
      Optional<String> onTape) {
    static final Said NOTHING =
        new Said(Optional.empty(), Optional.empty(), Set.of(), false, Optional.empty());

    boolean isNothing() {
      return need.isEmpty() && zip.isEmpty() && recordings.isEmpty();
    }
  }

  static VoiceWorld ringing(Optional<Contact> contact, Conversation fresh) {
    return new VoiceWorld(
        fresh,
        contact,
        Map.of(),
        Said.NOTHING,
        new Wait.Nothing(),
        List.of(),
        false,
        false,
        VoicePhones.NONE);
  }

  /** The requests that the switchboard would load for this call. */
  List<HelpRequest> requests() {
    return kept.values().stream()
        .map(Kept::request)
        .filter(r ->
            contact.isPresent() || conversation.step().about().filter(r.code()::equals).isPresent())
        .toList();
  }

  VoiceWorld saying(Said now) {
    return new VoiceWorld(
        conversation, contact, kept, now, waitsFor, heard, texts, counted, phones);
  }

  /** Putting through ended. */
  VoiceWorld putThroughOver() {
    return with(phones.ended());
  }

  VoiceWorld with(VoicePhones now) {
    return new VoiceWorld(conversation, contact, kept, said, waitsFor, heard, texts, counted, now);
  }

  /** After a turn: its effects are kept. */
  VoiceWorld after(Turn turn) {
    VoiceWorld done = doing(turn.effects());
    return new VoiceWorld(
        turn.next(),
        done.contact,
        done.kept,
        said,
        turn.reply().map(Reply::waitsFor).orElse(new Wait.Nothing()),
        turn.reply().map(Reply::said).orElse(List.of()),
        done.texts,
        done.counted,
        done.phones);
  }

  /** What a turn decided, on whosever phone, is as the database would have it. */
  VoiceWorld doing(List<Effect> effects) {
    Map<Code, Kept> all = new LinkedHashMap<>(kept);
    Optional<Contact> who = contact;
    boolean texted = texts;
    boolean gap = counted;
    VoicePhones ringing = phones;
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.OpenRequest(HelpRequest r) ->
            all.put(r.code(), new Kept(r.withId(all.size() + 1), false, Set.of(), false));
        case Effect.ChangeRequest(HelpRequest r) ->
            all.computeIfPresent(r.code(), (_, k) -> new Kept(r, k.sent, k.recordings, k.callBack));
        case Effect.StartDispatch(Code code) ->
            all.computeIfPresent(
                code, (_, k) -> new Kept(k.dispatching(), true, k.recordings, k.callBack));
        case Effect.TakeDispatch(Dispatch taken) -> {
          all.replaceAll((_, k) -> k.takenAs(taken));
          ringing = ringing.with(taken, DispatchStatus.TAKEN);
        }
        case Effect.PassDispatch(Dispatch passed) ->
            ringing = ringing.with(passed, DispatchStatus.PASSED);
        case Effect.Ring(Code code, String _, long leadId) ->
            ringing = ringing.ringing(of(all, code).request, leadId);
        case Effect.Talked(Code _) -> ringing = ringing.talking();
        case Effect.RingOver(Code code) ->
            ringing = of(all, code).isOpen() ? ringing.withdrawn() : ringing;
        case Effect.DropRequest(Code code) ->
            all.computeIfPresent(
                code,
                (_, k) ->
                    new Kept(
                        k.request.withStatus(RequestStatus.CANCELLED, Optional.empty()),
                        k.sent,
                        k.recordings,
                        k.callBack));
        case Effect.KeepRecording(String sid, int _, Code code) ->
            all.computeIfPresent(
                code, (_, k) -> new Kept(k.request, k.sent, with(k.recordings, sid), k.callBack));
        case Effect.KeepCallBack(Code code, var _) ->
            all.computeIfPresent(code, (_, k) -> new Kept(k.request, k.sent, k.recordings, true));
        case Effect.ChangeContact(Contact changed) -> who = Optional.of(changed);
        case Effect.SendText _, Effect.AskByText _ -> texted = true;
        case Effect.RecordGap _ -> gap = true;
        default -> {}
      }
    }
    return new VoiceWorld(conversation, who, all, said, waitsFor, heard, texted, gap, ringing);
  }

  static Set<String> with(Set<String> some, String one) {
    List<String> all = new ArrayList<>(some);
    all.add(one);
    return Set.copyOf(all);
  }

  /** Whether the caller's phone is down. */
  boolean isOver() {
    return waitsFor instanceof Wait.Nothing;
  }

  /** Everything that a later turn could depend on, so that a walk ends. */
  Object canonical() {
    List<Object> facts = new ArrayList<>();
    kept.forEach((code, k) ->
        facts.add(
            List.of(
                code,
                k.request.draft(),
                k.request.status(),
                k.request.holder().map(HelpRequest.Holder::leadId),
                k.request.confirmed(),
                k.sent,
                k.recordings,
                k.callBack)));
    List<Prompt> prompts = heard.stream().map(Reply.Said::prompt).toList();
    return List.of(
        conversation.step(),
        conversation.tongue(),
        contact,
        facts,
        said,
        waitsFor,
        prompts,
        counted,
        phones.canonical());
  }

  /** What was said and is in no live request that people are asked about; empty if all is. */
  List<String> lost() {
    List<String> lost = new ArrayList<>();
    List<Kept> live = kept.values().stream().filter(Kept::isCaredFor).toList();
    said.need
        .filter(
            n -> !counted && live.stream().noneMatch(k -> k.request.draft().needs().contains(n)))
        .ifPresent(n -> lost.add("the need " + n));
    said.zip
        .filter(z ->
            live.stream()
                .noneMatch(k -> k.request.draft().place().flatMap(p -> p.zip()).equals(said.zip)))
        .ifPresent(z -> lost.add("the ZIP " + z));
    said.recordings.stream()
        .filter(sid -> live.stream().noneMatch(k -> k.recordings.contains(sid)))
        .forEach(sid -> lost.add("the recording " + sid));
    if (said.callBack && live.stream().noneMatch(Kept::callBack)) {
      lost.add("the number");
    }
    return lost;
  }

  /** What is kept of a request that there is. */
  Kept kept(Code code) {
    return of(kept, code);
  }

  private static Kept of(Map<Code, Kept> all, Code code) {
    return Objects.requireNonNull(all.get(code));
  }
}
