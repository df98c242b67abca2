package org.neighborline.switchboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.Scene;
import org.neighborline.conversation.Step;
import org.neighborline.conversation.Turn;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchFlow;
import org.neighborline.dispatch.HoldingFlow;
import org.neighborline.language.Prompt;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/** Carries out what a turn decided, within its transaction. */
final class Effects {
  private final Books books;
  private final Permissions permissions;
  private final Dispatching dispatching;
  private final Erasure erasure;
  private final Supplier<RosterCache> roster;
  private final Trees trees;
  private final Appeals appeals;
  private final Desk desk;
  private final Ringing ringing;
  private final ForAnother another;
  private final News news;

  Effects(
      Books books,
      Mail mail,
      Dispatching dispatching,
      Erasure erasure,
      Supplier<RosterCache> roster,
      Trees trees,
      Appeals appeals,
      Desk desk,
      Ringing ringing) {
    this.books = books;
    this.permissions = new Permissions(books, mail, dispatching, ringing);
    this.dispatching = dispatching;
    this.erasure = erasure;
    this.roster = roster;
    this.trees = trees;
    this.appeals = appeals;
    this.desk = desk;
    this.ringing = ringing;
    this.another = dispatching.forAnother();
    this.news = new News(books, mail);
  }

  /**
   * What the effects came to.
   *
   * @param heard prompts that the reply says
   * @param opened the names of new requests
   * @param freed the names of requests that are gone
   * @param forgotten whether the contact is gone
   */
  record Done(List<Prompt> heard, List<Code> opened, List<Code> freed, boolean forgotten) {}

  /** Carries out all effects of a turn, in order. */
  Done apply(Tx tx, Scene scene, Turn turn) {
    List<Prompt> heard = new ArrayList<>();
    List<Code> opened = new ArrayList<>();
    List<Code> freed = new ArrayList<>();
    boolean forgotten = false;
    for (Effect effect : turn.effects()) {
      Optional<HelpRequest> second =
          effect instanceof Effect.StartDispatch(Code code) && opened.isEmpty()
              ? dispatching.split(tx, scene.now(), code, scene.code())
              : Optional.empty();
      one(tx, scene, effect, turn.reply().isEmpty()).ifPresent(heard::add);
      second
          .flatMap(
              r -> dispatching.run(tx, scene.now(), r, turn.reply().isEmpty(), DispatchFlow::start))
          .ifPresent(heard::add);
      second.map(HelpRequest::code).ifPresent(opened::add);
      if (effect instanceof Effect.OpenRequest(HelpRequest request)) {
        opened.add(request.code());
      }
      if (effect instanceof Effect.Forget(long contactId)) {
        freed.addAll(erasure.contact(tx, contactId, scene.now()));
        forgotten = true;
      }
    }
    return new Done(heard, opened, freed, forgotten);
  }

  private Optional<Prompt> one(Tx tx, Scene scene, Effect effect, boolean silent) {
    Instant now = scene.now();
    switch (effect) {
      case Effect.OpenRequest(HelpRequest request) -> open(tx, scene, request);
      case Effect.ChangeRequest(HelpRequest request) -> change(tx, now, request);
      case Effect.InTree inTree -> {
        return trees.apply(tx, scene, inTree);
      }
      case Effect.AtDesk atDesk -> {
        return Optional.of(desk.apply(tx, scene, atDesk));
      }
      case Effect.ForAnother forAnother -> {
        return another.apply(tx, scene, forAnother);
      }
      case Effect.Say(Prompt prompt) -> {
        return Optional.of(prompt);
      }
      case Effect.InOffers inOffers -> {
        return appeals.apply(tx, scene, inOffers);
      }
      case Effect.StartDispatch(Code code) -> {
        return books
            .requests()
            .find(tx, code)
            .flatMap(r -> dispatching.run(tx, now, r, silent, DispatchFlow::start));
      }
      case Effect.MoveRequest(Code code, Place place) -> {
        return move(tx, now, code, place, silent);
      }
      case Effect.MakeUrgent(Code code) -> urgent(tx, now, code);
      case Effect.DropRequest(Code code) ->
          books
              .requests()
              .find(tx, code)
              .filter(r -> r.status().isLive())
              .ifPresent(r -> dispatching.run(tx, now, r, false, HoldingFlow::dropped));
      case Effect.TakeDispatch(Dispatch dispatch) -> take(tx, now, dispatch);
      case Effect.PassDispatch(Dispatch dispatch) ->
          of(tx, dispatch)
              .ifPresent(
                  r -> dispatching.run(tx, now, r, false, s -> DispatchFlow.passed(s, dispatch)));
      case Effect.GiveBack(Dispatch dispatch) ->
          of(tx, dispatch)
              .ifPresent(
                  r -> dispatching.run(tx, now, r, false, s -> HoldingFlow.givenBack(s, dispatch)));
      case Effect.FinishRequest(Code code) ->
          books
              .requests()
              .find(tx, code)
              .filter(r -> r.status().isLive())
              .ifPresent(r -> dispatching.run(tx, now, r, false, HoldingFlow::done));
      case Effect.SendText(long contactId, Prompt prompt, Optional<Code> code) ->
          permissions.sendText(tx, scene, contactId, prompt, code);
      case Effect.AskByText(long contactId, Prompt prompt, Step step) -> {
        permissions.sendText(tx, scene, contactId, prompt, Optional.empty());
        ask(tx, now, contactId, step);
      }
      case Effect.ChangeContact(Contact contact) -> {
        books.contacts().save(tx, contact);
        contact.tongue().ifPresent(tongue -> speak(tx, scene, tongue));
      }
      case Effect.ByCall byCall -> ringing.apply(tx, now, byCall);
      case Effect.OptOut() -> permissions.optOut(tx, scene);
      case Effect.OptIn() -> permissions.set(tx, scene, false);
      case Effect.PauseLead(long contactId, Optional<Instant> until) ->
          books.roster().pause(tx, contactId, until);
      case Effect.Forget _ -> {
        // What it frees is told by apply.
      }
      case Effect.RecordGap(var needs, var place, var tongue, var why) ->
          books.records().gap(tx, now, needs, place, tongue.language().tag(), why);
      case Effect.KeepCallBack(Code code, PhoneNumber number) ->
          books
              .requests()
              .find(tx, code)
              .ifPresent(r -> books.requests().keepCallBack(tx, r.id(), number));
      case Effect.OfferNews offer -> news.offer(tx, now, offer);
      case Effect.SendNews(Code code) -> news.send(tx, scene, code);
      case Effect.KeepRecording(String sid, int seconds, Code code) ->
          books
              .requests()
              .find(tx, code)
              .ifPresent(r -> books.recordings().add(tx, now, sid, r.id(), seconds));
    }
    return Optional.empty();
  }

  /** Whoever helps must know in which language the resident is reached now. */
  private void speak(Tx tx, Scene scene, Tongue tongue) {
    scene.requests().stream()
        .filter(r -> r.status().isLive() && !r.tongue().equals(tongue))
        .forEach(r -> books.requests().save(tx, r.in(tongue)));
  }

  /** What someone opens whom the desk muted is danger, and the desk's alone. */
  private void open(Tx tx, Scene scene, HelpRequest request) {
    Instant now = scene.now();
    boolean muted = scene.contact().filter(c -> c.reach().muted()).isPresent();
    HelpRequest stored = books.requests().add(tx, muted ? request.forDeskOnly() : request);
    books.timers().set(tx, Timers.ofRequest(stored.id()), stored.lookAt());
    books
        .timeline()
        .add(
            tx,
            stored.id(),
            new Timeline.Entry(
                now,
                "resident",
                "stored",
                "by " + stored.channel().name().toLowerCase(Locale.ROOT)));
  }

  private void change(Tx tx, Instant now, HelpRequest changed) {
    Optional<HelpRequest> stored = books.requests().find(tx, changed.code());
    if (stored.isPresent()) {
      HelpRequest request = stored.get();
      HelpRequest saved =
          request
              .withDraft(changed.draft())
              .withConfirmed(changed.confirmed() || request.confirmed());
      HelpRequest desk = changed.deskOnly() ? saved.forDeskOnly() : saved;
      HelpRequest timed =
          request.status() == RequestStatus.OPEN ? desk.withLookAt(changed.lookAt()) : desk;
      books.requests().save(tx, timed);
      books.timers().set(tx, Timers.ofRequest(timed.id()), timed.lookAt());
      books
          .timeline()
          .add(
              tx,
              timed.id(),
              new Timeline.Entry(
                  now,
                  "resident",
                  changed.confirmed() && !request.confirmed() ? "confirmed" : "changed",
                  ""));
    }
  }

  private Optional<Prompt> move(Tx tx, Instant now, Code code, Place place, boolean silent) {
    Optional<HelpRequest> found =
        books
            .requests()
            .find(tx, code)
            .filter(r -> r.status().isTakeable() && r.holder().isEmpty());
    return found.flatMap(r -> {
      books.timeline().add(tx, r.id(), new Timeline.Entry(now, "resident", "moved", place.label()));
      dispatching.run(tx, now, r, false, DispatchFlow::letGo);
      HelpRequest moved = r.withDraft(r.draft().withPlace(Optional.of(place)));
      return dispatching.run(tx, now, moved, silent, DispatchFlow::moved);
    });
  }

  /** An urgent request does not wait for the morning, nor for a lead's unhurried ten minutes. */
  private void urgent(Tx tx, Instant now, Code code) {
    Optional<HelpRequest> found = books.requests().find(tx, code);
    if (found.isPresent() && found.get().status().isTakeable() && found.get().holder().isEmpty()) {
      HelpRequest urgent = found.get().withDraft(found.get().draft().urgent());
      books.timeline().add(tx, urgent.id(), new Timeline.Entry(now, "resident", "urgent", ""));
      dispatching.run(tx, now, urgent, false, DispatchFlow::hurried);
    }
  }

  private void take(Tx tx, Instant now, Dispatch dispatch) {
    Optional<Scene.Post> post =
        roster.get().postsOf(dispatch.contactId()).stream()
            .filter(p -> p.lead().id() == dispatch.leadId())
            .findFirst();
    Optional<HelpRequest> request =
        of(tx, dispatch).filter(r -> r.status().isTakeable() && r.holder().isEmpty());
    if (post.isPresent() && request.isPresent()) {
      Scene.Post p = post.get();
      dispatching.run(
          tx, now, request.get(), false, s -> HoldingFlow.taken(s, dispatch, p.lead(), p.group()));
    }
  }

  private Optional<HelpRequest> of(Tx tx, Dispatch dispatch) {
    return books.requests().find(tx, dispatch.requestId());
  }

  private void ask(Tx tx, Instant now, long contactId, Step step) {
    Conversation texts =
        books.conversations().find(tx, "s:" + contactId, Channel.SMS).asked(step, now);
    books.conversations().save(tx, texts, OptionalLong.of(contactId), now);
    books.timers().set(tx, Timers.ofConversation(texts.key()), texts.until());
  }
}
