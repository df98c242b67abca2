package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;

/**
 * All that a turn may look at, loaded before it.
 *
 * @param now the time
 * @param house what this hotline decided for itself
 * @param conversation where we stand
 * @param contact who it is; empty for a caller without a number
 * @param requests the contact's own requests that are live or ended within a day, newest first
 * @param posts the trees in which the contact is a lead
 * @param dispatches the contact's dispatches of the last days with their requests, newest first
 * @param code a code that is free
 * @param near who may be called now for a caller who wants a person; empty where none does
 * @param doors the words with which a tree is joined, in capitals, and its group's id
 */
public record Scene(
    Instant now,
    House house,
    Conversation conversation,
    Optional<Contact> contact,
    List<HelpRequest> requests,
    List<Post> posts,
    List<Asked> dispatches,
    Code code,
    List<Near> near,
    Map<String, String> doors) {
  /** A place in a phone tree. */
  public record Post(Group group, Lead lead) {}

  /** A lead whose phone may ring now. */
  public record Near(Group group, Lead lead, PhoneNumber phone) {}

  /**
   * A dispatch to this contact.
   *
   * @param request what it is about, as it is now
   * @param resident whom to reach
   * @param callBack the number that a caller without one left
   * @param recordings what the resident said, in order, as the carrier called it; in calls alone
   * @param changedAt when its status last changed
   */
  public record Asked(
      Dispatch dispatch,
      HelpRequest request,
      Optional<Contact> resident,
      Optional<PhoneNumber> callBack,
      List<String> recordings,
      Instant changedAt) {
    /** Whether this lead has the request. */
    boolean isHeld() {
      return dispatch.status() == DispatchStatus.TAKEN && request.status().isLive();
    }

    /** Whether taking it now would count. */
    boolean isOpen() {
      return (dispatch.status().isWaiting() || dispatch.status() == DispatchStatus.SILENT)
          && request.status().isTakeable()
          && request.holder().isEmpty();
    }
  }

  /** What the person reads: what this conversation is held in, else what they chose before. */
  Tongue tongue() {
    return conversation.tongue().or(() -> contact.flatMap(Contact::tongue)).orElse(Tongue.ENGLISH);
  }

  boolean knowsTongue() {
    return conversation.tongue().isPresent() || contact.flatMap(Contact::tongue).isPresent();
  }

  /** Whether no question is open that any words would answer. */
  boolean isIdle() {
    return switch (conversation.step()) {
      case Step.Idle _,
          Step.WhoseWords _,
          Step.WhosePhrase _,
          Step.PhrasePage _,
          Step.AskShift _,
          Step.AskOfferer _,
          Step.AskAnother _,
          Step.AskConsent _,
          Step.AskNote _,
          Step.AskNews _,
          Step.AskThanks _ ->
          true;
      default -> false;
    };
  }

  boolean isMuted() {
    return contact.filter(c -> c.reach().muted()).isPresent();
  }

  boolean isLead() {
    return !posts.isEmpty();
  }

  OptionalLong contactId() {
    return contact.map(c -> OptionalLong.of(c.id())).orElse(OptionalLong.empty());
  }

  public Optional<HelpRequest> request(Code code) {
    return requests.stream().filter(r -> r.code().equals(code)).findFirst();
  }

  /** The newest request that is still live. */
  Optional<HelpRequest> live() {
    return requests.stream().filter(r -> r.status().isLive()).findFirst();
  }

  /** The same scene, in another language. */
  Scene in(Tongue tongue) {
    return new Scene(
        now,
        house,
        conversation.in(tongue),
        contact.map(c -> c.withTongue(tongue)),
        requests,
        posts,
        dispatches,
        code,
        near,
        doors);
  }

  /** The same scene, with no question open. */
  Scene idle() {
    return with(conversation.at(new Step.Idle(), Optional.empty(), Optional.empty()));
  }

  Scene with(Conversation now) {
    return new Scene(this.now, house, now, contact, requests, posts, dispatches, code, near, doors);
  }

  /** The same scene, knowing who may be called now. */
  public Scene with(List<Near> people) {
    return new Scene(
        now,
        house,
        conversation,
        contact,
        requests,
        posts,
        dispatches,
        code,
        List.copyOf(people),
        doors);
  }
}
