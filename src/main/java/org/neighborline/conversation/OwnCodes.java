package org.neighborline.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;

/**
 * Reads the code that a lead typed. One that is a letter off is answered with what it may be, among
 * the lead's own alone: of other people's requests nothing is told.
 */
final class OwnCodes {
  private static final Pattern LIKE = Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9]{4,5}");

  private OwnCodes() {}

  /** Whether a word is a code, or was meant to be one. */
  static boolean isLike(String word) {
    return LIKE.matcher(word).matches();
  }

  /** The first word of what follows a command. */
  static String first(String rest) {
    return rest.strip().split("\\s+", 2)[0];
  }

  /** What follows that word. */
  static String after(String rest) {
    String[] words = rest.strip().split("\\s+", 2);
    return words.length > 1 ? words[1].strip() : "";
  }

  /** The answer to a code that is none of theirs. */
  static Turn notYours(Scene scene, String typed) {
    String upper = typed.toUpperCase(Locale.ROOT);
    List<Arg> near =
        scene.dispatches().stream()
            .filter(a -> a.isOpen() || a.isHeld())
            .map(a -> a.request().code().text())
            .filter(own -> isOneOff(own, upper))
            .distinct()
            .map(Arg::of)
            .toList();
    return FrontDesk.reply(
        scene,
        near.isEmpty()
            ? Prompt.of(Text.NOT_YOURS, "code", Arg.of(upper))
            : Prompt.of(
                Text.DID_YOU_MEAN, "code", Arg.of(upper), "codes", new Arg.Row(near, ", ")));
  }

  static Optional<Code> code(String rest) {
    return Code.parse(first(rest));
  }

  /** One sign wrong, or two neighbors swapped. */
  private static boolean isOneOff(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    int first = -1;
    int wrong = 0;
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        wrong++;
        first = first < 0 ? i : first;
      }
    }
    boolean swapped =
        wrong == 2
            && first + 1 < one.length()
            && one.charAt(first) == other.charAt(first + 1)
            && one.charAt(first + 1) == other.charAt(first);
    return wrong == 1 || swapped;
  }
}
