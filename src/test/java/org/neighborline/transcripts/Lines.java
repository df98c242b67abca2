package org.neighborline.transcripts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neighborline.carrier.Carrier;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.Wait;
import org.neighborline.request.Code;

/** The phones of a page that ring, and who is put through to whom. */
final class Lines {
  private final Player player;
  private final Map<String, Ringing> ringing = new LinkedHashMap<>();
  private final Map<String, Carrier.Call> placed = new LinkedHashMap<>();
  private final Map<String, String> talks = new LinkedHashMap<>();

  /**
   * A phone that rings, or hears what it is asked.
   *
   * @param caller whose call waits
   */
  private record Ringing(String caller, Optional<Code> asks) {}

  Lines(Player player) {
    this.player = player;
  }

  /** What someone hears on the phone, and what then happens. */
  String heard(String who, Answer answer) {
    String played =
        answer.recordings().isEmpty() ? "" : "(plays " + answer.recordings().size() + ") ";
    String words = played + answer.text();
    return switch (answer.waitsFor()) {
      case Wait.Keys _, Wait.SecondKey _ -> words;
      case Wait.Recording _ -> (words + " (beep)").strip();
      case Wait.Acceptance _ -> "(by phone) " + words;
      case Wait.Joined _ -> {
        Ringing was = ringing.remove(who);
        talks.put(was.caller(), who);
        yield (words + " (put through)").strip();
      }
      case Wait.Transfer transfer -> {
        String to = player.nameOf(transfer.to());
        ringing.put(to, new Ringing(who, transfer.asks()));
        String whose = to.isEmpty() ? "the resident's" : to.equals("?") ? "a" : to + "'s";
        yield words + " (" + whose + " phone rings)";
      }
      case Wait.Nothing _ -> answer.lines().isEmpty() ? notTaken(who) : words + " (ends)";
    };
  }

  /** Whose phone rang for a call has put it down, without a word of ours. */
  private String notTaken(String who) {
    return ringing.containsKey(who) ? "(ends)" : "";
  }

  /** The hotline calls someone. */
  void rings(String who, Carrier.Call call) {
    placed.put(who, call);
  }

  /** "picks up", "no answer", "calls", "hangs up", or keys. */
  void act(String who, String does) {
    Ringing rings = ringing.get(who);
    if (placed.containsKey(who)) {
      Carrier.Call call = placed.remove(who);
      if (does.equals("picks up")) {
        player.begins(
            who,
            Code.parse(call.code())
                .<Event>map(Event.LeadReached::new)
                .orElseGet(Event.CalledBack::new));
      } else {
        player.missed(call);
      }
      return;
    }
    switch (does) {
      case "picks up" -> {
        if (rings.asks().isPresent()) {
          player.begins(who, new Event.PickedUp(rings.asks().get()));
        } else {
          ringing.remove(who);
          talks.put(rings.caller(), who);
        }
      }
      case "no answer" -> notTaken(who, rings);
      case "says nothing" -> player.goesOn(who, new Event.Silence());
      case "hangs up" -> hangsUp(who, rings);
      case "calls" -> player.begins(who, new Event.CallArrived());
      default -> player.goesOn(who, player.pressed(does));
    }
    // A whisper that ended without a take puts nobody through.
    Ringing still = ringing.get(who);
    if (still != null && player.isOver(who)) {
      notTaken(who, still);
    }
  }

  private void hangsUp(String who, Ringing rings) {
    Optional<String> caller =
        talks.entrySet().stream()
            .filter(e -> e.getValue().equals(who))
            .map(Map.Entry::getKey)
            .findFirst();
    if (caller.isPresent()) {
      talks.remove(caller.get());
      player.goesOn(caller.get(), new Event.TransferEnded(true, false));
    } else if (talks.containsKey(who)) {
      player.goesOn(who, left(who));
      player.over(who);
    } else if (rings != null) {
      notTaken(who, rings);
    } else {
      player.over(who);
    }
  }

  private void notTaken(String who, Ringing rings) {
    ringing.remove(who);
    player.goesOn(rings.caller(), new Event.TransferEnded(false, false));
  }

  boolean isPutThrough(String caller) {
    return talks.containsKey(caller)
        || ringing.values().stream().anyMatch(r -> r.caller().equals(caller));
  }

  /** Whose call was put through, or waited for that, hangs up first. */
  Event left(String caller) {
    boolean talked = talks.remove(caller) != null;
    ringing.values().removeIf(r -> r.caller().equals(caller));
    return new Event.TransferEnded(talked, true);
  }
}
