package org.neighborline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.neighborline.conversation.Answer;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Translation;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.SimulatedCarrier;
import org.neighborline.simulator.SimulatedMessage;
import org.neighborline.store.Audit;
import org.neighborline.store.Dialect;
import org.neighborline.store.Store;
import org.neighborline.store.Tx;

/**
 * Counts what each inbound text did: one effect, once, however often and on whatever way it came.
 */
final class Accountant {
  private static final Set<String> CARRIER_STOPS =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");

  /** A text whose webhooks failed is found by listing, at most two looks later. */
  static final Duration FOUND_WITHIN = Duration.ofHours(4);

  private final World world;
  private final Watch watch;
  private final Store store;
  private final SimulatedCarrier carrier;
  private final Audit audit = new Audit();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> stops;
  private final Set<String> starts;
  private Instant checkedUntil;
  private int texts;

  /** How things stood before a text. */
  record Before(
      String sid, PhoneNumber from, boolean known, long effects, long contact, int turn) {}

  Accountant(World world, Watch watch, Store store, SimulatedCarrier carrier) {
    this.world = world;
    this.watch = watch;
    this.store = store;
    this.carrier = carrier;
    this.checkedUntil = world.clock().instant();
    this.stops = words("stop");
    stops.addAll(CARRIER_STOPS);
    this.starts = words("start");
    starts.add("unstop");
    starts.addAll(words("yes"));
  }

  private boolean saysForgotten(Answer.Line line) {
    return line.words().equals(world.catalog().say(line.tongue(), Prompt.of(Text.FORGOTTEN)));
  }

  private Set<String> words(String command) {
    Set<String> words = new HashSet<>();
    for (Translation translation : world.city().translations()) {
      words.addAll(translation.lists("commands").getOrDefault(command, List.of()));
    }
    return words;
  }

  /** Texts of people that came in. */
  int texts() {
    return texts;
  }

  Before before(String sid, PhoneNumber from) {
    return peek(tx -> before(tx, sid, from));
  }

  private Before before(Tx tx, String sid, PhoneNumber from) {
    long contact = world.books().contacts().find(tx, from).id();
    int turn =
        contact == 0
            ? 0
            : world.books().conversations().find(tx, "s:" + contact, Channel.SMS).turn();
    boolean known =
        contact != 0
            && world.books().inbounds().replyTo(tx, OptionalLong.of(contact), sid).isPresent();
    return new Before(sid, from, known, audit.effects(tx), contact, turn);
  }

  /** The text is answered with a 200. */
  void after(Before was, String body, Answer answer) {
    Before is = before(was.sid(), was.from());
    if (was.known()) {
      watch.check(
          Invariant.ONE_EFFECT,
          is.effects() == was.effects() && is.turn() == was.turn(),
          "a text that came again did something");
      committed(was.sid(), was.from(), body);
      return;
    }
    boolean forgotten = answer.lines().stream().anyMatch(this::saysForgotten);
    int expected = forgotten ? 0 : was.turn() + 1;
    watch.check(
        Invariant.ONE_EFFECT,
        is.known() && is.turn() == expected,
        "a text was answered for nothing");
    committed(was.sid(), was.from(), body);
    if (forgotten) {
      watch.check(
          Invariant.ERASED,
          store.read(tx -> audit.wordsOf(tx, is.contact())) == 0,
          "someone asked to be forgotten and was not");
    }
  }

  private void committed(String sid, PhoneNumber from, String body) {
    if (taken.add(sid)) {
      texts++;
      String word = body.strip().toLowerCase(Locale.ROOT);
      watch.committed(from, stops.contains(word), starts.contains(word) && watch.isOut(from));
      watch.reaches(
          from, peek(tx -> world.books().contacts().find(tx, from)).reach().mayBeTexted());
    }
  }

  /**
   * Texts that came in without an answer to their webhook: taken by a process that died, or
   * fetched.
   */
  void reconcile(Duration back) {
    Instant since = world.clock().instant().minus(back);
    for (SimulatedMessage message : carrier.messagesSince(since)) {
      if (isFromAPerson(message) && !taken.contains(message.sid()) && isIn(message)) {
        committed(message.sid(), new PhoneNumber(message.from()), message.body());
      }
    }
  }

  /** Every text that the carrier has had for long enough is in. */
  void checkThatAllCameIn() {
    Instant until = world.clock().instant().minus(FOUND_WITHIN);
    for (SimulatedMessage message : carrier.messagesSince(checkedUntil)) {
      if (isFromAPerson(message) && message.created().isBefore(until)) {
        boolean known = taken.contains(message.sid()) && isIn(message);
        watch.check(Invariant.COMES_IN, known, "a text of a person is not in");
      }
    }
    checkedUntil = until.isAfter(checkedUntil) ? until : checkedUntil;
  }

  private boolean isIn(SimulatedMessage message) {
    return before(message.sid(), new PhoneNumber(message.from())).known();
  }

  private static boolean isFromAPerson(SimulatedMessage message) {
    return message.direction() == SimulatedMessage.Direction.INBOUND;
  }

  /** Reads as a turn does; on PostgreSQL that locks, which a read must not. */
  <T> T peek(Function<Tx, T> work) {
    return store.dialect() == Dialect.SQLITE ? store.read(work) : store.<T>write(work).join();
  }
}
