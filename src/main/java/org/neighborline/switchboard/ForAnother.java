package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.AnotherFlow;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Scene;
import org.neighborline.conversation.Step;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Outbox;
import org.neighborline.store.Timeline;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/**
 * Asks someone for whom another asked, and gives them the request once they agree; whoever asked
 * goes on hearing how it stands. Who that is stands with the facts, under the request's key.
 */
final class ForAnother {
  private static final String FACT = "for-another ";
  private static final String ASKED = "asked";
  private static final String AGREED = "agreed";

  /** So long they may answer. */
  private static final Duration OPEN = Duration.ofDays(1);

  private final Books books;
  private final House house;
  private final Mail mail;

  ForAnother(Books books, House house, Mail mail) {
    this.books = books;
    this.house = house;
    this.mail = mail;
  }

  /**
   * @param state whether they were asked, or agreed
   * @param asker who asked for them
   * @param them whom it is for
   */
  private record Link(String state, long asker, long them) {
    static Link read(String fact) {
      String[] parts = fact.split(" ");
      return new Link(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    String written() {
      return state + " " + asker + " " + them;
    }
  }

  Optional<Prompt> apply(Tx tx, Scene scene, Effect.ForAnother effect) {
    return switch (effect) {
      case Effect.AskConsent(var code, PhoneNumber number) -> {
        books
            .requests()
            .find(tx, code)
            .filter(r -> r.status().isLive() && r.contactId().equals(self(scene)))
            .filter(r -> link(tx, r.id()).isEmpty())
            .ifPresent(r -> ask(tx, scene, r, number));
        yield Optional.empty();
      }
      case Effect.Consent(var code, boolean yes) ->
          books.requests().find(tx, code).flatMap(r -> answered(tx, scene, r, yes));
    };
  }

  private Optional<Link> link(Tx tx, long requestId) {
    return books.records().fact(tx, FACT + requestId).map(Link::read);
  }

  private void ask(Tx tx, Scene scene, HelpRequest request, PhoneNumber number) {
    Instant now = scene.now();
    Contact found = books.contacts().find(tx, number);
    boolean isNew = found.id() == 0 || books.contacts().find(tx, found.id()).isEmpty();
    Contact them =
        isNew
            ? books
                .contacts()
                .add(
                    tx,
                    found.tongue().isPresent() ? found : found.withTongue(request.tongue()),
                    now)
            : found;
    String key = "s:" + them.id();
    Conversation texts = books.conversations().find(tx, key, Channel.SMS);
    Instant at = request.isUrgent() ? now : house.rules().quiet().over(now, house.rules().zone());
    boolean sent =
        AnotherFlow.mayAsk(them, texts)
            && mail.sendNotBefore(
                tx, now, them.id(), AnotherFlow.consent(request), Outbox.RESIDENTS, at);
    if (sent) {
      Conversation asked = texts.asked(new Step.AskConsent(request.code()), at, OPEN);
      books.conversations().save(tx, asked, OptionalLong.of(them.id()), now);
      books.timers().set(tx, Timers.ofConversation(key), asked.until());
    }
    keep(tx, request, new Link(ASKED, self(scene).orElseThrow(), them.id()));
    note(tx, now, request, "asked them", sent ? "" : "no text may go");
  }

  private Optional<Prompt> answered(Tx tx, Scene scene, HelpRequest request, boolean yes) {
    Optional<Link> link =
        link(tx, request.id())
            .filter(l -> l.state().equals(ASKED) && self(scene).equals(OptionalLong.of(l.them())));
    if (link.isEmpty() || !request.status().isLive()) {
      return Optional.of(Prompt.of(Text.STATUS_NONE));
    }
    if (!yes) {
      note(tx, scene.now(), request, "declined", "");
      return Optional.of(Prompt.of(Text.APPEAL_NO));
    }
    keep(tx, request, new Link(AGREED, link.get().asker(), link.get().them()));
    HelpRequest theirs = scene.contact().flatMap(Contact::tongue).map(request::in).orElse(request);
    books.requests().save(tx, theirs);
    books.requests().give(tx, request.id(), link.get().them());
    note(tx, scene.now(), request, "agreed", "it is theirs now");
    tell(tx, scene.now(), request, link.get(), Prompt.of(Text.ANOTHER_YES, "code", code(request)));
    return Optional.of(AnotherFlow.agreed(theirs, scene.now()));
  }

  /** The request is in another state: whoever asked for someone hears so, too. */
  void told(Tx tx, Instant now, HelpRequest before, HelpRequest after) {
    Optional<Prompt> news = before.status() == after.status() ? Optional.empty() : news(after);
    news.ifPresent(prompt ->
        link(tx, after.id())
            .filter(l -> l.state().equals(AGREED))
            .ifPresent(l -> tell(tx, now, after, l, prompt)));
  }

  private static Optional<Prompt> news(HelpRequest request) {
    Arg code = code(request);
    return switch (request.status()) {
      case ACCEPTED ->
          request
              .holder()
              .map(h ->
                  new Prompt(
                      Text.ANOTHER_TAKEN,
                      Map.of(
                          "code", code,
                          "lead", Arg.of(h.leadName()),
                          "group", Arg.of(h.groupName()))));
      case UNMET -> Optional.of(Prompt.of(Text.ANOTHER_UNMET, "code", code));
      case DONE, CANCELLED -> Optional.of(Prompt.of(Text.ANOTHER_OVER, "code", code));
      case OPEN, DISPATCHING, HELD -> Optional.empty();
    };
  }

  private static Arg code(HelpRequest request) {
    return Arg.of(request.code().text());
  }

  private static OptionalLong self(Scene scene) {
    return scene.contact().map(c -> OptionalLong.of(c.id())).orElse(OptionalLong.empty());
  }

  private void tell(Tx tx, Instant now, HelpRequest request, Link link, Prompt prompt) {
    mail.send(tx, now, link.asker(), prompt, Outbox.RESIDENTS, Mail.About.request(request.id()));
  }

  private void keep(Tx tx, HelpRequest request, Link link) {
    books.records().keepFact(tx, FACT + request.id(), link.written());
  }

  private void note(Tx tx, Instant now, HelpRequest request, String kind, String detail) {
    books.timeline().add(tx, request.id(), new Timeline.Entry(now, "resident", kind, detail));
  }

  /** The request is erased: nobody needs to know any more who asked for whom. */
  static void forget(Books books, Tx tx, long requestId) {
    books.records().dropFact(tx, FACT + requestId);
  }
}
