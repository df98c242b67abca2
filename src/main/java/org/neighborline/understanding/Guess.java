package org.neighborline.understanding;

import java.util.Optional;
import org.neighborline.language.Letters;

/**
 * Which language a text is in.
 *
 * @param language the language's number; empty when the words don't tell
 * @param confidence from 0 to 1
 * @param letters whether it is in Latin letters though the language has its own
 * @param script ISO 15924
 */
record Guess(Optional<Integer> language, double confidence, Letters letters, String script) {
  boolean is(int other) {
    return language.isPresent() && language.get() == other;
  }
}
