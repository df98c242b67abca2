package org.neighborline.conversation;

import java.util.List;
import org.neighborline.language.Text;

/** What a caller was just asked, by the sentence they heard. */
final class VoiceAsked {
  private VoiceAsked() {}

  static boolean need(VoiceWorld world) {
    return heard(world, Text.VOICE_NEED);
  }

  static boolean zip(VoiceWorld world) {
    return heard(world, Text.VOICE_ZIP, Text.VOICE_ZIP_AGAIN);
  }

  static boolean lastPlace(VoiceWorld world) {
    return heard(world, Text.VOICE_SAME);
  }

  static boolean number(VoiceWorld world) {
    return heard(world, Text.VOICE_NUMBER, Text.VOICE_OTHER);
  }

  /** A line of the menu of languages. */
  static boolean offers(Reply.Said said) {
    return List.of(Text.VOICE_LANGUAGE, Text.VOICE_LANGUAGE_SHORT).contains(said.prompt().text());
  }

  static boolean heard(VoiceWorld world, Text... texts) {
    return world.heard().stream().anyMatch(s -> List.of(texts).contains(s.prompt().text()));
  }
}
