package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Scene;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Dispatches;
import org.neighborline.store.Tx;

/** Loads all that a turn may look at. */
final class SceneLoader {
  /** An ended request is still talked about for this long. */
  private static final Duration ENDED = Duration.ofDays(1);

  /** A caller's last place is known for this long. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final Duration DISPATCHES = Duration.ofDays(7);

  private final Books books;
  private final House house;
  private final Supplier<RosterCache> roster;

  SceneLoader(Books books, House house, Supplier<RosterCache> roster) {
    this.books = books;
    this.house = house;
    this.roster = roster;
  }

  /** A scene for a contact, or for a caller without a number. */
  Scene load(
      Tx tx,
      Instant now,
      Optional<Contact> contact,
      String conversationKey,
      Channel channel,
      Code code,
      boolean isNew) {
    Conversation conversation =
        isNew
            ? Conversation.fresh(conversationKey, channel)
            : books.conversations().find(tx, conversationKey, channel);
    List<HelpRequest> requests =
        isNew
            ? List.of()
            : contact.map(c -> of(tx, c, channel, now)).orElseGet(() -> ofCall(tx, conversation));
    List<Scene.Post> posts = contact.map(c -> roster.get().postsOf(c.id())).orElse(List.of());
    List<Scene.Asked> dispatches =
        posts.isEmpty() ? List.of() : dispatches(tx, contact.orElseThrow().id(), channel, now);
    return new Scene(
        now,
        house,
        conversation,
        contact,
        requests,
        posts,
        dispatches,
        code,
        List.of(),
        roster.get().doors());
  }

  /**
   * Where they were helped last is offered to who calls again. By text nothing shows of a call that
   * left another number, or wants no texts: the phone was borrowed.
   */
  private List<HelpRequest> of(Tx tx, Contact contact, Channel channel, Instant now) {
    return channel == Channel.VOICE
        ? books.requests().recent(tx, contact.id(), now.minus(REMEMBERED))
        : books.requests().recent(tx, contact.id(), now.minus(ENDED)).stream()
            .filter(r -> callBack(tx, r).isEmpty())
            .toList();
  }

  private Optional<PhoneNumber> callBack(Tx tx, HelpRequest request) {
    return request.channel() == Channel.VOICE
        ? books.requests().callBack(tx, request.id())
        : Optional.empty();
  }

  /** A caller without a number has what this call is about, and nothing else. */
  private List<HelpRequest> ofCall(Tx tx, Conversation call) {
    return call.step()
        .about()
        .flatMap(c -> books.requests().find(tx, c))
        .map(List::of)
        .orElse(List.of());
  }

  private List<Scene.Asked> dispatches(Tx tx, long contactId, Channel channel, Instant now) {
    List<Scene.Asked> asked = new ArrayList<>();
    for (Dispatches.Changed changed :
        books.dispatches().askedOf(tx, contactId, now.minus(DISPATCHES))) {
      Optional<HelpRequest> request = books.requests().find(tx, changed.dispatch().requestId());
      request.ifPresent(r ->
          asked.add(
              new Scene.Asked(
                  changed.dispatch(),
                  r,
                  resident(tx, r),
                  callBack(tx, r),
                  channel == Channel.VOICE ? books.recordings().of(tx, r.id()) : List.of(),
                  changed.at())));
    }
    return asked;
  }

  private Optional<Contact> resident(Tx tx, HelpRequest request) {
    return request.contactId().isPresent() && callBack(tx, request).isEmpty()
        ? books.contacts().find(tx, request.contactId().getAsLong())
        : Optional.empty();
  }
}
