package org.neighborline.simulator;

import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Who told which of the carrier's numbers to stop. The carrier reads its own words before we do:
 * only as a whole text, in any case, in English.
 */
final class OptOuts {
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("simulator.carrier");

  private record Pair(String person, String number) {}

  private final Set<Pair> stopped = new HashSet<>();

  boolean stopped(String person, String number) {
    return stopped.contains(new Pair(person, number));
  }

  /** Acts on a text that is one of the carrier's words; returns its own answer, or nothing. */
  String read(String person, String number, String body) {
    String word = body.strip().toUpperCase(Locale.ROOT);
    Pair pair = new Pair(person, number);
    if (STOP.contains(word)) {
      return stopped.add(pair) ? WORDS.getString("stop") : "";
    }
    // A person who never stopped says YES to us, not to the carrier.
    if (START.contains(word)) {
      return stopped.remove(pair) ? WORDS.getString("start") : "";
    }
    return HELP.contains(word) ? WORDS.getString("help") : "";
  }

  void clear() {
    stopped.clear();
  }
}
