package org.neighborline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Leg.Wait;
import org.neighborline.simulator.SimulatedCall.Status;

/** The verb Dial: other phones ring, the first to answer hears a whisper, and two people talk. */
final class DialScript {
  private static final int USUAL_TIMEOUT = 30;

  private final Exchange exchange;
  private final Calls calls;
  private final CallScript script;

  DialScript(Exchange exchange, Calls calls, CallScript script) {
    this.exchange = exchange;
    this.calls = calls;
    this.script = script;
  }

  void dial(Leg leg, Twiml verb) {
    leg.dial = verb;
    String callerId = verb.attribute("callerId", leg.from);
    List<Twiml> nouns = CallScript.numbers(verb);
    if (!mayCallAs(leg, callerId)) {
      exchange.alert(13214, "callerId of a Dial is not ours to use");
      over(leg, Status.FAILED, Optional.empty());
      return;
    }
    Duration timeout = Duration.ofSeconds(CallScript.number(verb, "timeout", USUAL_TIMEOUT));
    List<String> children = new ArrayList<>();
    for (Twiml noun : nouns.isEmpty() ? List.of(verb) : nouns) {
      Optional<PhoneNumber> to = PhoneNumber.parse(noun.text(), "US");
      if (to.isEmpty()) {
        exchange.alert(13224, "a Dial to something that is no number");
        continue;
      }
      String url = noun.attribute("url", "");
      String whisper = url.isEmpty() ? "" : script.absolute(leg, url);
      children.add(calls.dialOut(leg, callerId, to.get().e164(), whisper, timeout).sid);
    }
    if (children.isEmpty()) {
      over(leg, Status.FAILED, Optional.empty());
    } else {
      leg.waitFor(new Wait.Dialling(verb, children));
    }
  }

  private boolean mayCallAs(Leg leg, String callerId) {
    return PhoneNumber.parse(callerId, "US").isPresent()
        && (exchange.ours(callerId) || callerId.equals(leg.from) || callerId.equals(leg.to));
  }

  /** The first child to answer stops the others' ringing. */
  void answered(Leg child) {
    calls
        .leg(child.parent)
        .ifPresent(parent -> {
          if (parent.waiting() instanceof Wait.Dialling(Twiml verb, List<String> children)) {
            parent.waitFor(new Wait.Dialling(verb, List.of(child.sid)));
            children.stream()
                .filter(other -> !other.equals(child.sid))
                .forEach(
                    other -> calls.leg(other).ifPresent(leg -> calls.end(leg, Status.CANCELED)));
          }
        });
    if (child.script.isEmpty()) {
      bridge(child);
    } else {
      script.fetch(child, child.script, Map.of());
    }
  }

  /** A whisper that ends without a Hangup connects the two; says whether it was one. */
  boolean whispered(Leg leg) {
    return !leg.parent.isEmpty() && bridge(leg);
  }

  private boolean bridge(Leg child) {
    Optional<Leg> parent =
        calls.leg(child.parent).filter(leg -> leg.waiting() instanceof Wait.Dialling);
    parent.ifPresent(leg -> {
      leg.waitFor(new Wait.Bridged(child.sid));
      child.waitFor(new Wait.Bridged(leg.sid));
    });
    return parent.isPresent();
  }

  /** A child is over: the call goes on if it was the one talked to, or the last one to ring. */
  void childEnded(Leg parent, Leg child) {
    switch (parent.waiting()) {
      case Wait.Bridged(String peer) when peer.equals(child.sid) ->
          over(parent, Status.COMPLETED, Optional.of(child));
      case Wait.Dialling(Twiml verb, List<String> children) when children.contains(child.sid) -> {
        List<String> left = children.stream().filter(sid -> !sid.equals(child.sid)).toList();
        if (left.isEmpty()) {
          // A whisper that hangs up means that nobody took the call.
          Status status = child.status == Status.COMPLETED ? Status.NO_ANSWER : child.status;
          over(parent, status, Optional.of(child));
        } else {
          parent.waitFor(new Wait.Dialling(verb, left));
        }
      }
      default -> {}
    }
  }

  /** The caller leaves first; the Dial's action hears of it all the same. */
  void left(Leg parent) {
    if (!(parent.waiting() instanceof Wait.Bridged(String peer)) || !parent.parent.isEmpty()) {
      return;
    }
    calls
        .leg(peer)
        .ifPresent(child -> {
          parent.waitFor(new Wait.Speaking());
          calls.end(child, Status.COMPLETED);
          parent.status = Status.COMPLETED;
          over(parent, Status.COMPLETED, Optional.of(child));
          parent.status = Status.IN_PROGRESS;
        });
  }

  private void over(Leg parent, Status status, Optional<Leg> child) {
    String action = parent.dial.attribute("action", "");
    if (action.isEmpty()) {
      if (!parent.status.isOver()) {
        parent.waitFor(new Wait.Speaking());
        script.run(parent);
      }
      return;
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("DialCallStatus", status.wire());
    child.ifPresent(leg -> {
      more.put("DialCallSid", leg.sid);
      more.put("DialCallDuration", Long.toString(leg.length().toSeconds()));
      more.put("DialBridged", Boolean.toString(status == Status.COMPLETED));
    });
    script.fetch(parent, script.absolute(parent, action), more);
  }
}
