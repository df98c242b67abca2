package org.neighborline.conversation;

import java.util.List;
import org.neighborline.language.Prompt;
import org.neighborline.language.Tongue;

/**
 * Our answer within a turn, before it is a text or is spoken.
 *
 * @param said prompts in order, each in its own tongue: the language menu says each language in
 *     itself
 * @param waitsFor what we wait for
 * @param recordings what residents said, played before the prompts, as the carrier called it
 */
public record Reply(List<Said> said, Wait waitsFor, List<String> recordings) {
  /** One that plays nothing. */
  public Reply(List<Said> said, Wait waitsFor) {
    this(said, waitsFor, List.of());
  }

  /**
   * One prompt in one tongue.
   *
   * @param tongue in which it is said
   * @param prompt what is said
   */
  public record Said(Tongue tongue, Prompt prompt) {}

  /** The same after these recordings. */
  Reply playing(List<String> now) {
    return new Reply(said, waitsFor, List.copyOf(now));
  }

  static Reply text(Tongue tongue, Prompt prompt) {
    return new Reply(List.of(new Said(tongue, prompt)), new Wait.Nothing());
  }

  static Reply text(Tongue tongue, List<Prompt> prompts) {
    return new Reply(prompts.stream().map(p -> new Said(tongue, p)).toList(), new Wait.Nothing());
  }

  static Reply spoken(Tongue tongue, Wait wait, Prompt... prompts) {
    return new Reply(List.of(prompts).stream().map(p -> new Said(tongue, p)).toList(), wait);
  }
}
