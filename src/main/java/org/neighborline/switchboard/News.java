package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.Scene;
import org.neighborline.conversation.Step;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.Channel;
import org.neighborline.request.Code;
import org.neighborline.store.Books;
import org.neighborline.store.Outbox;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/** News of a request on another phone than the one that called: offered once, sent after a yes. */
final class News {
  /** A number that somebody typed hears of us once in this time, whoever types it. */
  private static final Duration ONCE_IN = Duration.ofDays(1);

  private final Books books;
  private final Mail mail;

  News(Books books, Mail mail) {
    this.books = books;
    this.mail = mail;
  }

  /** Asks whoever has that phone, unless another question is open there. */
  void offer(Tx tx, Instant now, Effect.OfferNews offer) {
    Code code = offer.code();
    Contact found = books.contacts().find(tx, offer.number());
    Contact contact =
        found.id() == 0 ? books.contacts().add(tx, found.withTongue(offer.tongue()), now) : found;
    Conversation texts = books.conversations().find(tx, "s:" + contact.id(), Channel.SMS);
    Prompt asks = Prompt.of(Text.NEWS_OFFER, "code", Arg.of(code.text()));
    if (texts.step() instanceof Step.Idle
        && mail.send(tx, now, contact.id(), asks, Outbox.OTHERS, Mail.About.NOTHING)) {
      Conversation asked = texts.asked(new Step.AskNews(code, now.plus(ONCE_IN)), now, ONCE_IN);
      books.conversations().save(tx, asked, OptionalLong.of(contact.id()), now);
      books.timers().set(tx, Timers.ofConversation(asked.key()), asked.until());
    }
  }

  /** They said yes: the request is this phone's from now on, and no longer that of the other. */
  void send(Tx tx, Scene scene, Code code) {
    Contact contact = scene.contact().orElseThrow();
    books
        .requests()
        .find(tx, code)
        .filter(r -> r.status().isLive())
        .filter(
            r -> books.requests().callBack(tx, r.id()).filter(contact.phone()::equals).isPresent())
        .ifPresent(r -> books.requests().belongsTo(tx, r.id(), contact.id()));
  }
}
