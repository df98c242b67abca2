package org.neighborline.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.language.Prompt;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;

/**
 * The phones of leads near a caller: which rings, who took it up, and what they were asked.
 *
 * @param near who may be called
 * @param rings what each was asked, in order
 * @param leg the phone that was taken up, as long as it is not down
 * @param isOn whether the carrier has yet to tell how putting through ended
 * @param talked whether it is on record that two people talked
 */
record VoicePhones(
    List<Scene.Near> near, List<Dispatch> rings, Optional<Leg> leg, boolean isOn, boolean talked) {
  static final VoicePhones NONE = of(List.of());

  private static final Instant NOW = VoiceWalk.NOW;

  /**
   * A lead's side of the call.
   *
   * @param meets whether the caller was still there when the lead pressed a key
   */
  record Leg(
      Scene.Near lead,
      Code code,
      Conversation conversation,
      Wait waitsFor,
      List<Reply.Said> heard,
      boolean meets) {
    Contact contact() {
      return new Contact(
          lead.lead().contactId(), lead.phone(), Optional.empty(), Contact.Reach.OPEN);
    }

    /** Whether the two are put through. */
    boolean isJoined() {
      return waitsFor instanceof Wait.Joined;
    }

    boolean isDown() {
      return waitsFor instanceof Wait.Nothing;
    }

    Leg after(Turn turn, boolean callerIsThere) {
      return new Leg(
          lead,
          code,
          turn.next(),
          turn.reply().map(Reply::waitsFor).orElse(new Wait.Nothing()),
          turn.reply().map(Reply::said).orElse(List.of()),
          callerIsThere);
    }
  }

  static VoicePhones of(List<Scene.Near> near) {
    return new VoicePhones(near, List.of(), Optional.empty(), false, false);
  }

  VoicePhones on(Optional<Leg> now) {
    return new VoicePhones(near, rings, now, isOn, talked);
  }

  /** The carrier told how it ended. */
  VoicePhones ended() {
    return new VoicePhones(near, rings, Optional.empty(), false, talked);
  }

  VoicePhones talking() {
    return new VoicePhones(near, rings, leg, isOn, true);
  }

  /** The lead of whom the caller's phone says that it rings. */
  Scene.Near called(Wait.Transfer transfer) {
    return near.stream().filter(n -> n.phone().equals(transfer.to())).findFirst().orElseThrow();
  }

  /** What a lead has in their hands of a request, as the switchboard would load it. */
  List<Scene.Asked> asked(Leg of, VoiceWorld world) {
    HelpRequest request = world.kept(of.code()).request();
    return rings.reversed().stream()
        .filter(d -> d.contactId() == of.lead().lead().contactId())
        .filter(d -> d.requestId() == request.id())
        .map(d -> new Scene.Asked(d, request, world.contact(), Optional.empty(), List.of(), NOW))
        .toList();
  }

  /** The others are let go, and this one's rings. */
  VoicePhones ringing(HelpRequest request, long leadId) {
    Scene.Near lead = near.stream().filter(n -> n.lead().id() == leadId).findFirst().orElseThrow();
    List<Dispatch> all = new ArrayList<>(withdrawn().rings);
    all.add(
        new Dispatch(
            all.size() + 1,
            request.id(),
            leadId,
            lead.lead().contactId(),
            lead.group().id(),
            'A',
            DispatchStatus.ASKED,
            1,
            NOW,
            NOW.plusSeconds(360)));
    return new VoicePhones(near, all, Optional.empty(), true, talked);
  }

  VoicePhones withdrawn() {
    return new VoicePhones(
        near,
        rings.stream()
            .map(d -> d.status().isWaiting() ? d.withStatus(DispatchStatus.WITHDRAWN) : d)
            .toList(),
        leg,
        isOn,
        talked);
  }

  VoicePhones with(Dispatch one, DispatchStatus status) {
    return new VoicePhones(
        near,
        rings.stream().map(d -> d.id() == one.id() ? d.withStatus(status) : d).toList(),
        leg,
        isOn,
        talked);
  }

  static HelpRequest.Holder holder(Dispatch dispatch) {
    return new HelpRequest.Holder(
        dispatch.leadId(), dispatch.contactId(), "Ana", "Bed-Stuy Neighbors", List.of());
  }

  Object canonical() {
    List<Object> facts = new ArrayList<>();
    rings.forEach(d -> facts.add(List.of(d.leadId(), d.requestId(), d.status())));
    leg.ifPresent(l -> {
      List<Prompt> heard = l.heard().stream().map(Reply.Said::prompt).toList();
      facts.add(List.of(l.lead().lead().id(), l.code(), l.waitsFor(), heard, l.meets()));
    });
    return List.of(near.size(), facts, isOn, talked);
  }
}
