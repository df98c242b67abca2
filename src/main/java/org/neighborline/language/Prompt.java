package org.neighborline.language;

import java.util.Map;

/**
 * One text for a person, before it is in any language.
 *
 * @param text which text
 * @param args a value for each gap the text names
 */
public record Prompt(Text text, Map<String, Arg> args) {
  public Prompt {
    if (!text.gaps().equals(args.keySet())) {
      throw new IllegalArgumentException(
          text + " has the gaps " + text.gaps() + ", not " + args.keySet());
    }
    args = Map.copyOf(args);
  }

  public static Prompt of(Text text) {
    return new Prompt(text, Map.of());
  }

  public static Prompt of(Text text, String gap, Arg value) {
    return new Prompt(text, Map.of(gap, value));
  }

  public static Prompt of(Text text, String gap1, Arg value1, String gap2, Arg value2) {
    return new Prompt(text, Map.of(gap1, value1, gap2, value2));
  }
}
