package org.neighborline.language;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks for whole texts that would mean two things. */
record CheckWords(Translation translation, CheckNotes notes) {
  private static final String COMMANDS = "commands";
  private static final String STOP = "stop";

  /** The carrier opts people out on these before we hear of it. */
  private static final Set<String> CARRIER_STOPS =
      Set.of(
          "stop",
          "stopall",
          "stop all",
          "unsubscribe",
          "end",
          "quit",
          "cancel",
          "revoke",
          "optout",
          "opt out");

  void look() {
    Map<String, String> claimed = new HashMap<>();
    translation
        .section(COMMANDS)
        .forEach((key, entry) -> {
          for (String word : Translation.words(entry.value())) {
            String folded = folded(word);
            String before = claimed.putIfAbsent(folded, key);
            if (before != null && !before.equals(key)) {
              notes.add(
                  entry.line(),
                  "'" + word + "' means both " + before + " and " + key + "; keep one");
            }
            if (CARRIER_STOPS.contains(folded) && !key.equals(STOP)) {
              notes.add(
                  entry.line(),
                  "'"
                      + word
                      + "' opts people out at the carrier, before we hear it; it can't mean "
                      + key);
            }
          }
        });
  }

  /** Case and accents make no difference. */
  private static String folded(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036f]+", "")
        .replaceAll("\\s+", " ");
  }
}
