package org.neighborline.switchboard;

import java.time.Instant;
import java.util.Optional;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchFlow;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.dispatch.HoldingFlow;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Outbox;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;

/** Sends words between people where they may go, and carries out an opt-out and an opt-in. */
final class Permissions {
  private static final String UNREACHABLE = "unreachable";

  private final Books books;
  private final Mail mail;
  private final Dispatching dispatching;

  Permissions(Books books, Mail mail, Dispatching dispatching) {
    this.books = books;
    this.mail = mail;
    this.dispatching = dispatching;
  }

  /** Words for another person, who may get no texts. */
  void sendText(Tx tx, Scene scene, long contactId, Prompt prompt, Optional<Code> code) {
    Optional<HelpRequest> about = code.flatMap(c -> books.requests().find(tx, c));
    Mail.About what = about.map(r -> Mail.About.request(r.id())).orElse(Mail.About.NOTHING);
    boolean sent = mail.send(tx, scene.now(), contactId, prompt, Outbox.RESIDENTS, what);
    about.ifPresent(r -> relayed(tx, scene, r, sent));
    boolean toSelf = scene.contact().filter(c -> c.id() == contactId).isPresent();
    if (!sent && !toSelf && about.isPresent() && scene.contact().isPresent()) {
      noTexts(tx, scene.now(), about.get(), scene.contact().get().id());
    }
  }

  /** Who writes to someone that no text may reach hears so once, not with each text. */
  private void noTexts(Tx tx, Instant now, HelpRequest request, long contactId) {
    String told = request.holder().map(HelpRequest.Holder::leadName).orElse("");
    boolean knows =
        books.timeline().of(tx, request.id()).stream()
            .anyMatch(e -> e.kind().equals(UNREACHABLE) && e.detail().endsWith(told));
    if (!knows) {
      books
          .timeline()
          .add(
              tx,
              request.id(),
              new Timeline.Entry(now, "hotline", UNREACHABLE, "no texts possible; told " + told));
      mail.send(
          tx,
          now,
          contactId,
          Prompt.of(Text.NO_TEXTS_POSSIBLE, "code", Arg.of(request.code().text())),
          Outbox.OTHERS,
          Mail.About.request(request.id()));
    }
  }

  private void relayed(Tx tx, Scene scene, HelpRequest request, boolean sent) {
    String lead = request.holder().map(HelpRequest.Holder::leadName).orElse("a lead");
    boolean own = scene.request(request.code()).isPresent();
    books
        .timeline()
        .add(
            tx,
            request.id(),
            new Timeline.Entry(
                scene.now(),
                own ? "resident" : lead,
                "words",
                sent ? "passed on" : "not passed on: no texts possible"));
  }

  /** Nothing goes to them any more; what they had goes to others, and who helps them hears. */
  void optOut(Tx tx, Scene scene) {
    set(tx, scene, true);
    scene.contact().ifPresent(c -> books.outbox().dropAll(tx, c.id()));
    scene.dispatches().forEach(asked -> handBack(tx, scene.now(), asked.dispatch()));
    for (HelpRequest request : scene.requests()) {
      if (request.holder().isPresent() && request.status().isLive()) {
        noTexts(tx, scene.now(), request, request.holder().get().contactId());
      }
    }
  }

  /** A lead who gets no texts can neither be asked nor help: the next person is. */
  private void handBack(Tx tx, Instant now, Dispatch dispatch) {
    Optional<HelpRequest> request =
        books.requests().find(tx, dispatch.requestId()).filter(r -> r.status().isLive());
    if (request.isPresent() && dispatch.status().isWaiting()) {
      dispatching.run(tx, now, request.get(), false, s -> DispatchFlow.undelivered(s, dispatch));
    } else if (request.isPresent() && dispatch.status() == DispatchStatus.TAKEN) {
      dispatching.run(tx, now, request.get(), false, s -> HoldingFlow.givenBack(s, dispatch));
    }
  }

  /** Keeps that someone wants no texts, or wants them again. */
  void set(Tx tx, Scene scene, boolean out) {
    scene
        .contact()
        .ifPresent(c -> books.contacts().save(tx, c.withReach(c.reach().withOptedOut(out))));
  }
}
