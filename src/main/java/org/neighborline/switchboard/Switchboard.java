package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Delivery;
import org.neighborline.conversation.FrontDesk;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Reply;
import org.neighborline.conversation.Scene;
import org.neighborline.conversation.Turn;
import org.neighborline.conversation.Wait;
import org.neighborline.group.Group;
import org.neighborline.language.Catalog;
import org.neighborline.language.Prompt;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.store.Books;
import org.neighborline.store.ConflictException;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/**
 * The one door that every event goes through, whatever it is: each is one transaction, and whoever
 * waits for the answer gets it after the commit.
 */
public final class Switchboard {
  /** A code is drawn anew, and a lost race run again, so often at most. */
  private static final int MOST_TRIES = 8;

  private static final String ROSTER = "roster-version";
  private static final String ANSWERED_OTHERWISE = "";

  private final Store store;
  private final Books books;
  private final Catalog catalog;
  private final House house;
  private final InstantSource clock;
  private final AtomicReference<String> rosterVersion = new AtomicReference<>("");
  private final Codes codes;
  private final AtomicReference<RosterCache> roster = new AtomicReference<>(RosterCache.EMPTY);
  private final Mail mail;
  private final Dispatching dispatching;
  private final SceneLoader scenes;
  private final Ringing ringing;
  private final Erasure erasure;
  private final Effects effects;
  private final Deliveries deliveries;
  private final Shifts shifts;
  private final Alarms alarms;
  private final Replies replies;

  /** What a switchboard is made of. */
  public record Parts(
      Store store,
      Books books,
      Catalog catalog,
      House house,
      InstantSource clock,
      RandomGenerator random,
      Set<String> regions,
      Duration keep) {}

  public Switchboard(Parts parts) {
    this.store = parts.store();
    this.books = parts.books();
    this.catalog = parts.catalog();
    this.house = parts.house();
    this.clock = parts.clock();
    this.codes = new Codes(parts.random());
    this.mail = new Mail(books, catalog, parts.regions(), roster::get);
    this.dispatching = new Dispatching(books, house, mail, roster::get);
    this.scenes = new SceneLoader(books, house, roster::get);
    this.erasure = new Erasure(books, parts.keep());
    this.shifts = new Shifts(books, house);
    Trees trees = new Trees(books, mail, house, dispatching, shifts, rosters());
    Appeals appeals = new Appeals(books, house, mail, roster::get);
    this.ringing = new Ringing(books, mail, dispatching, house.rules(), roster::get);
    this.effects =
        new Effects(
            books,
            mail,
            dispatching,
            erasure,
            roster::get,
            trees,
            appeals,
            new Desk(books, dispatching, trees, roster::get),
            ringing);
    this.deliveries = new Deliveries(books, dispatching);
    this.alarms =
        new Alarms(books, dispatching, scenes, effects, erasure, shifts, appeals, roster::get);
    this.replies = new Replies(store, books, mail, clock);
  }

  private Trees.Rosters rosters() {
    return new Trees.Rosters() {
      @Override
      public RosterCache get() {
        return roster.get();
      }

      @Override
      public void changed(Tx tx) {
        roster.set(RosterCache.of(books.roster().groups(tx), house.rules().backstop()));
        books.records().keepFact(tx, ROSTER, UUID.randomUUID().toString());
      }
    };
  }

  /** Takes one event. The same key again gets the same answer and does nothing else. */
  public CompletableFuture<Answer> take(Inbound inbound) {
    boolean text = inbound.channel() == Channel.SMS;
    if (text) {
      replies.expected(inbound);
    }
    Optional<String> node = text ? Optional.of(replies.node()) : Optional.empty();
    return naming((tx, claim) -> turn(tx, inbound, node, claim));
  }

  /** Who watches over replies that go out in a webhook's answer. */
  public Replies replies() {
    return replies;
  }

  /**
   * Takes a text that came while we were down; its reply goes out as a text of its own.
   *
   * @return whether it was new
   */
  public CompletableFuture<Boolean> takeMissed(Inbound inbound) {
    return naming((tx, claim) -> {
      if (before(tx, inbound, known(tx, inbound)).isPresent()) {
        return false;
      }
      Answer answer = turn(tx, inbound, Optional.of(ANSWERED_OTHERWISE), claim);
      late(tx, inbound, answer);
      return true;
    });
  }

  /** A subject's time has come. */
  public CompletableFuture<Boolean> wake(String subject) {
    return naming((tx, claim) -> alarms.rang(tx, clock.instant(), subject, claim));
  }

  /** What the carrier says of a message that we sent. */
  public CompletableFuture<Boolean> delivered(Delivery delivery) {
    return again(tx -> deliveries.take(tx, clock.instant(), delivery), MOST_TRIES);
  }

  /** A text that goes now, in the words that are true now; within the caller's transaction. */
  public OutboxRow asItGoes(Tx tx, Instant now, OutboxRow row) {
    return dispatching.asItGoes(tx, now, row);
  }

  /** A text that may not go any more, within the caller's transaction: its lead was not asked. */
  public void drop(Tx tx, Instant now, OutboxRow row) {
    deliveries.drop(tx, now, row);
  }

  /** The carrier says that a recording can be fetched. */
  public CompletableFuture<Boolean> recorded(String sid) {
    return again(
        tx -> {
          books.recordings().told(tx, clock.instant(), sid);
          return true;
        },
        MOST_TRIES);
  }

  /** The sender can't send: what waits for its texts goes on waiting. */
  public CompletableFuture<Boolean> heldUp(HeldUp why) {
    return again(tx -> why.keep(books, tx), MOST_TRIES);
  }

  /** The carrier takes our texts again. */
  public CompletableFuture<Boolean> sendsAgain() {
    return again(tx -> HeldUp.clear(books, tx), MOST_TRIES);
  }

  /** A reply whose webhook did not wait for it goes out as a text of its own. */
  public CompletableFuture<Boolean> sendLate(Inbound inbound, Answer answer) {
    return again(tx -> late(tx, inbound, answer), MOST_TRIES);
  }

  private boolean late(Tx tx, Inbound inbound, Answer answer) {
    Optional<Contact> to = inbound.from().map(phone -> books.contacts().find(tx, phone));
    to.filter(_ -> !answer.lines().isEmpty())
        .ifPresent(contact -> mail.sendWords(tx, clock.instant(), contact.id(), answer.text()));
    return true;
  }

  /** Takes over groups and leads from files, then works with what the database has. */
  public CompletableFuture<Integer> seed(List<Roster.Seed> seeds) {
    return again(
            tx -> {
              Instant now = clock.instant();
              List<Long> retired = books.roster().seed(tx, seeds, now);
              roster.set(RosterCache.of(books.roster().groups(tx), house.rules().backstop()));
              books.records().keepFact(tx, ROSTER, UUID.randomUUID().toString());
              replies.start(tx, now);
              retired.forEach(lead -> {
                dispatching.handBack(tx, now, lead);
                shifts.forget(tx, lead);
              });
              shifts.plan(tx, roster.get().all(), now);
              alarms.planSweep(tx, now);
              return retired.size();
            },
            MOST_TRIES)
        .thenApply(retired -> {
          reload();
          return retired;
        });
  }

  /** Reads groups and leads again as the database has them. */
  public void reload() {
    store.read(tx -> {
      rosterVersion.set(books.records().fact(tx, ROSTER).orElse(""));
      roster.set(RosterCache.of(books.roster().groups(tx), house.rules().backstop()));
      codes.counted(books.requests().named(tx), books.requests().codes(tx, Codes.REMEMBERED));
      return true;
    });
  }

  /** Reads them again when another node took over changed ones. */
  public void refresh() {
    String version = store.read(tx -> books.records().fact(tx, ROSTER).orElse(""));
    if (!version.equals(rosterVersion.get())) {
      reload();
    }
  }

  Codes codes() {
    return codes;
  }

  /** The groups as they are now, the backstop among them. */
  public List<Group> groups() {
    return roster.get().all();
  }

  private <T> CompletableFuture<T> again(Function<Tx, T> work, int tries) {
    return store
        .write(work)
        .exceptionallyCompose(failed -> {
          Throwable cause =
              failed instanceof CompletionException && failed.getCause() != null
                  ? failed.getCause()
                  : failed;
          return cause instanceof ConflictException && tries > 1
              ? again(work, tries - 1)
              : CompletableFuture.failedFuture(cause);
        });
  }

  /** A turn that may draw the name of a request; what it does with names counts once it is kept. */
  private <T> CompletableFuture<T> naming(BiFunction<Tx, Codes.Claim, T> work) {
    Codes.Claim claim = codes.claim();
    return again(tx -> work.apply(tx, claim.anew()), MOST_TRIES)
        .whenComplete((_, failed) -> claim.settle(failed == null));
  }

  private Answer turn(Tx tx, Inbound inbound, Optional<String> node, Codes.Claim claim) {
    Optional<Contact> known = known(tx, inbound);
    Optional<String> before = before(tx, inbound, known);
    if (before.isPresent()) {
      return before.get().isEmpty() ? Answer.SILENCE : Stored.read(before.get());
    }
    Instant now = clock.instant();
    boolean isNew = known.filter(c -> c.id() == 0).isPresent() && inbound.channel() == Channel.SMS;
    Optional<Contact> contact =
        known.map(c -> c.id() == 0 || isErased(tx, c) ? books.contacts().add(tx, c, now) : c);
    String key =
        inbound.channel() == Channel.SMS
            ? "s:" + contact.orElseThrow().id()
            : "v:" + inbound.call();
    Scene loaded = scenes.load(tx, now, contact, key, inbound.channel(), claim.draw(), isNew);
    Scene scene =
        FrontDesk.calls(loaded, inbound.event())
            .map(request -> loaded.with(ringing.near(tx, now, request)))
            .orElse(loaded);
    Turn turn = FrontDesk.take(scene, inbound.event());
    Effects.Done done = effects.apply(tx, scene, turn);
    claim.did(done);
    return save(tx, scene, turn, done, inbound, node);
  }

  private Optional<Contact> known(Tx tx, Inbound inbound) {
    return inbound.from().map(phone -> books.contacts().find(tx, phone));
  }

  /** The reply that this very event got; nothing came before from someone whom we don't know. */
  private Optional<String> before(Tx tx, Inbound inbound, Optional<Contact> known) {
    return known.filter(c -> c.id() == 0).isPresent()
        ? Optional.empty()
        : books.inbounds().replyTo(tx, idOf(known), inbound.key());
  }

  private static OptionalLong idOf(Optional<Contact> contact) {
    return contact.map(c -> OptionalLong.of(c.id())).orElse(OptionalLong.empty());
  }

  /** Someone who was forgotten and comes back: without their number no text could reach them. */
  private boolean isErased(Tx tx, Contact contact) {
    return contact.tongue().isEmpty() && books.contacts().find(tx, contact.id()).isEmpty();
  }

  private Answer save(
      Tx tx, Scene scene, Turn turn, Effects.Done done, Inbound inbound, Optional<String> node) {
    OptionalLong contactId = idOf(scene.contact());
    Answer answer = silenced(tx, scene, answer(tx, scene, turn, done));
    if (done.forgotten()) {
      books.inbounds().add(tx, contactId, inbound.key(), scene.now(), "", "", node);
      return answer;
    }
    books.conversations().save(tx, turn.next(), contactId, scene.now());
    timer(tx, scene.conversation(), turn.next());
    books
        .inbounds()
        .add(
            tx, contactId, inbound.key(), scene.now(), inbound.words(), Stored.write(answer), node);
    return answer;
  }

  private void timer(Tx tx, Conversation before, Conversation after) {
    if (!before.until().equals(after.until())) {
      books.timers().set(tx, Timers.ofConversation(after.key()), after.until());
    }
  }

  private Answer answer(Tx tx, Scene scene, Turn turn, Effects.Done done) {
    List<Answer.Line> lines = new ArrayList<>();
    for (Reply.Said said : turn.reply().map(Reply::said).orElse(List.of())) {
      lines.add(Answer.Line.of(catalog, said.tongue(), said.prompt()));
    }
    if (lines.isEmpty() && scene.conversation().channel() == Channel.SMS) {
      Tongue tongue =
          turn.next()
              .tongue()
              .or(() -> scene.contact().flatMap(Contact::tongue))
              .orElse(Tongue.ENGLISH);
      for (Prompt prompt : done.heard()) {
        lines.add(Answer.Line.of(catalog, tongue, prompt));
      }
    }
    return new Answer(
        lines,
        turn.reply().map(Reply::waitsFor).orElse(new Wait.Nothing()),
        turn.next().turn(),
        turn.reply().map(Reply::recordings).orElse(List.of()));
  }

  /** Someone who opted out gets no text, not even an answer; our own confirmation excepted. */
  private Answer silenced(Tx tx, Scene scene, Answer answer) {
    boolean wasOut = scene.contact().filter(c -> c.reach().optedOut()).isPresent();
    boolean stillOut =
        wasOut
            && books
                .contacts()
                .find(tx, scene.contact().orElseThrow().id())
                .filter(c -> !c.reach().optedOut())
                .isEmpty();
    return stillOut && scene.conversation().channel() == Channel.SMS
        ? new Answer(List.of(), answer.waitsFor(), answer.turn())
        : answer;
  }
}
