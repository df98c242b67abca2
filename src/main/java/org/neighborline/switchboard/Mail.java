package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Scene;
import org.neighborline.language.Catalog;
import org.neighborline.language.Prompt;
import org.neighborline.language.Segments;
import org.neighborline.request.Code;
import org.neighborline.store.Books;
import org.neighborline.store.Outbox;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.Tx;

/** Writes texts to the outbox, and refuses those that may not go. */
final class Mail {
  /** A text that could not be sent for this long says nothing any more. */
  private static final Duration KEEPS = Duration.ofHours(12);

  private final Books books;
  private final Catalog catalog;
  private final Set<String> regions;
  private final Supplier<RosterCache> roster;

  Mail(Books books, Catalog catalog, Set<String> regions, Supplier<RosterCache> roster) {
    this.roster = roster;
    this.books = books;
    this.catalog = catalog;
    this.regions = regions;
  }

  /** How long a call that could not be placed is still one that somebody waits for. */
  private static final Duration CALL_KEEPS = Duration.ofMinutes(5);

  /** A row without words would be dropped as erased. */
  private static final String NO_WORDS = "-";

  /** What a text is about. */
  record About(OptionalLong requestId, OptionalLong dispatchId) {
    static final About NOTHING = new About(OptionalLong.empty(), OptionalLong.empty());

    static About request(long id) {
      return new About(OptionalLong.of(id), OptionalLong.empty());
    }

    static About dispatch(long requestId, long id) {
      return new About(OptionalLong.of(requestId), OptionalLong.of(id));
    }
  }

  /**
   * A text that goes out with this transaction.
   *
   * @return whether it may go
   */
  boolean send(Tx tx, Instant now, long contactId, Prompt prompt, int priority, About about) {
    return send(tx, now, contactId, prompt, priority, about, now.plus(KEEPS));
  }

  boolean send(
      Tx tx,
      Instant now,
      long contactId,
      Prompt prompt,
      int priority,
      About about,
      Instant expires) {
    Optional<Contact> to = books.contacts().find(tx, contactId).filter(this::mayBeTexted);
    to.ifPresent(contact ->
        write(tx, now, contactId, catalog.say(contact.reads(), prompt), priority, about, expires));
    return to.isPresent();
  }

  /** A text that waits for its hour. */
  boolean sendNotBefore(
      Tx tx, Instant now, long contactId, Prompt prompt, int priority, Instant notBefore) {
    Optional<Contact> to = books.contacts().find(tx, contactId).filter(this::mayBeTexted);
    to.ifPresent(contact -> {
      String words = catalog.say(contact.reads(), prompt);
      Instant expires = notBefore.plus(KEEPS);
      books
          .outbox()
          .add(tx, letter(contactId, words, priority, About.NOTHING, expires), now, notBefore);
    });
    return to.isPresent();
  }

  /**
   * A call to a lead that goes out with this transaction.
   *
   * @return whether it may go
   */
  boolean call(Tx tx, Instant now, long contactId, Code code, About about) {
    return place(tx, now, contactId, code.text(), about);
  }

  /** A call to someone whose own call was too short, about nothing yet. */
  boolean callBack(Tx tx, Instant now, long contactId) {
    return place(tx, now, contactId, "", About.NOTHING);
  }

  private boolean place(Tx tx, Instant now, long contactId, String code, About about) {
    Optional<Contact> to = books.contacts().find(tx, contactId).filter(this::mayBeCalled);
    to.ifPresent(_ ->
        books
            .outbox()
            .add(
                tx,
                new Outbox.Letter(
                    contactId,
                    code.isEmpty() ? NO_WORDS : code,
                    1,
                    Outbox.FIRST,
                    now.plus(CALL_KEEPS),
                    about.requestId(),
                    about.dispatchId(),
                    Optional.of(code)),
                now));
    return to.isPresent();
  }

  /** Whether this is a lead whom no texts reach: a landline. */
  boolean isReachedByCall(long contactId) {
    List<Scene.Post> posts = roster.get().postsOf(contactId);
    return !posts.isEmpty()
        && posts.stream().noneMatch(p -> p.lead().sms())
        && posts.stream().anyMatch(p -> p.lead().calls());
  }

  /** Whether we may call: they want calls, and the number is in our regions. */
  boolean mayBeCalled(Contact contact) {
    return contact.reach().mayBeCalled() && regions.contains(contact.phone().region());
  }

  /** A text that waited, in the words that are true when it goes. */
  OutboxRow reword(Tx tx, OutboxRow row, Prompt prompt) {
    Optional<Contact> to = books.contacts().find(tx, row.contactId());
    if (to.isEmpty()) {
      return row;
    }
    String words = catalog.say(to.get().reads(), prompt);
    OutboxRow now = row.reworded(words, Segments.of(words).count());
    books.outbox().reword(tx, now.id(), now.body(), now.segments());
    return now;
  }

  /** A reply whose webhook is gone. */
  void sendWords(Tx tx, Instant now, long contactId, String words) {
    books
        .contacts()
        .find(tx, contactId)
        .filter(c -> !c.reach().optedOut())
        .ifPresent(_ ->
            write(tx, now, contactId, words, Outbox.RESIDENTS, About.NOTHING, now.plus(KEEPS)));
  }

  /**
   * Whether we may start a text to a contact: they did not opt out, and the number is in our
   * regions.
   */
  private boolean mayBeTexted(Contact contact) {
    return !isReachedByCall(contact.id())
        && contact.reach().mayBeTexted()
        && regions.contains(contact.phone().region());
  }

  private void write(
      Tx tx,
      Instant now,
      long contactId,
      String words,
      int priority,
      About about,
      Instant expires) {
    books.outbox().add(tx, letter(contactId, words, priority, about, expires), now);
  }

  private static Outbox.Letter letter(
      long contactId, String words, int priority, About about, Instant expires) {
    return new Outbox.Letter(
        contactId,
        words,
        Segments.of(words).count(),
        priority,
        expires,
        about.requestId(),
        about.dispatchId());
  }
}
