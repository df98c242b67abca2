package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.request.Draft;

/** The menu of languages, each said in itself, with a key that never changes. */
final class VoiceMenu {
  private VoiceMenu() {}

  static Turn languages(Scene scene, int missed) {
    List<Reply.Said> said = new ArrayList<>();
    said.add(new Reply.Said(Tongue.ENGLISH, Prompt.of(Text.VOICE_GREETING)));
    List<Language> languages = scene.house().languages();
    for (int i = 0; i < languages.size(); i++) {
      // A key never changes, so a language without a voice leaves its own unused.
      if (scene.house().spoken().contains(languages.get(i))) {
        said.add(
            new Reply.Said(
                Tongue.of(languages.get(i)),
                Prompt.of(Text.VOICE_LANGUAGE, "key", Arg.of(Integer.toString(i + 1)))));
      }
    }
    Wait keys = new Wait.Keys(languages.size() > 9 ? 2 : 1);
    return new Turn(
        VoiceFlow.at(scene, new Step.VoiceLanguage(missed)),
        Optional.of(new Reply(said, keys)),
        List.of());
  }

  static Turn onLanguage(Scene scene, String typed, int missed) {
    List<Language> languages = scene.house().languages();
    if (typed.matches("[0-9]{1,2}")
        && Integer.parseInt(typed) >= 1
        && Integer.parseInt(typed) <= languages.size()
        && scene.house().spoken().contains(languages.get(Integer.parseInt(typed) - 1))) {
      Scene chosen = scene.in(Tongue.of(languages.get(Integer.parseInt(typed) - 1)));
      Turn turn = VoiceFlow.askNeed(chosen, 0);
      // The text that follows a call is in the call's language.
      return chosen.contact().map(c -> turn.and(new Effect.ChangeContact(c))).orElse(turn);
    }
    return missed < VoiceFlow.MOST_MISSES
        ? languages(scene, missed + 1)
        : VoiceFlow.record(scene, Draft.EMPTY);
  }
}
