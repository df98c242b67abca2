package org.neighborline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.neighborline.simulator.SimulatedCall.Awaits;
import org.neighborline.simulator.SimulatedCall.Direction;
import org.neighborline.simulator.SimulatedCall.Heard;
import org.neighborline.simulator.SimulatedCall.Status;

/** A leg of a call while it lives: the rest of its document, and the wait it is in. */
final class Leg {
  private static final int MOST_HEARD = 500;

  /** What a leg waits for, with all that is needed to go on afterwards. */
  sealed interface Wait {
    record Ringing() implements Wait {}

    record Fetching() implements Wait {}

    record Speaking() implements Wait {}

    record Gathering(Twiml verb, String digits) implements Wait {}

    record Recording(Twiml verb, String words, Duration length) implements Wait {}

    /** The Dial's own children ring, or one of them hears its whisper. */
    record Dialling(Twiml verb, List<String> children) implements Wait {}

    record Bridged(String peer) implements Wait {}

    record Over() implements Wait {}
  }

  final String sid;
  final String parent;
  final Direction direction;
  final String from;
  final String to;
  final Instant created;

  /** Where its first document comes from: an address, or the document itself. */
  String script = "";

  String fallback = "";
  String callback = "";
  Set<String> callbackEvents = Set.of("completed");

  /** The address the current document came from; relative addresses are seen from here. */
  String base = "";

  /** The Dial this leg is waiting in, or was bridged by. */
  Twiml dial = Twiml.EMPTY;

  Status status = Status.QUEUED;
  Instant answered = Instant.MAX;
  Instant ended = Instant.MAX;
  int notices;
  private final Deque<Twiml> rest = new ArrayDeque<>();
  private final List<Heard> heard = new ArrayList<>();
  private Wait wait = new Wait.Ringing();
  private int turn;

  Leg(String sid, String parent, Direction direction, String from, String to, Instant created) {
    this.sid = sid;
    this.parent = parent;
    this.direction = direction;
    this.from = from;
    this.to = to;
    this.created = created;
  }

  Wait waiting() {
    return wait;
  }

  /** Tells one wait from the next, so that a late answer or alarm finds out that it is late. */
  int turn() {
    return turn;
  }

  int waitFor(Wait next) {
    wait = next;
    return ++turn;
  }

  void follow(Collection<Twiml> verbs) {
    rest.clear();
    rest.addAll(verbs);
  }

  Deque<Twiml> rest() {
    return rest;
  }

  void hears(Heard something) {
    if (heard.size() < MOST_HEARD) {
      heard.add(something);
    }
  }

  Duration length() {
    return answered.equals(Instant.MAX) || ended.equals(Instant.MAX)
        ? Duration.ZERO
        : Duration.between(answered, ended);
  }

  String person() {
    return direction == Direction.INBOUND ? from : to;
  }

  SimulatedCall view() {
    Awaits awaits =
        switch (wait) {
          case Wait.Ringing _ -> Awaits.ANSWER;
          case Wait.Fetching _, Wait.Speaking _, Wait.Dialling _ -> Awaits.NOTHING;
          case Wait.Gathering _ -> Awaits.KEYS;
          case Wait.Recording _ -> Awaits.RECORDING;
          case Wait.Bridged _ -> Awaits.TALK;
          case Wait.Over _ -> Awaits.OVER;
        };
    return new SimulatedCall(
        sid,
        parent,
        direction,
        from,
        to,
        person(),
        status,
        List.copyOf(heard),
        awaits,
        created,
        length());
  }
}
