package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.request.Draft;

/**
 * The menu of languages, each said in itself, the likeliest for this caller first. A key is a
 * language's place in the hotline's list, is printed on posters and never changes; all of them work
 * from the first second.
 */
final class VoiceLanguageFlow {
  /** More languages than these are named with their key alone, so that nobody waits for long. */
  private static final int MOST_SENTENCES = 7;

  private static final int TEN = 10;

  private VoiceLanguageFlow() {}

  /** A caller whose language we don't know. */
  static Turn greet(Scene scene) {
    Turn menu = menu(scene, 0);
    Tongue first = Tongue.of(order(scene).getFirst());
    List<Reply.Said> said = new ArrayList<>();
    said.add(new Reply.Said(first, Prompt.of(Text.VOICE_GREETING)));
    menu.reply().ifPresent(reply -> said.addAll(reply.said()));
    return menu.saying(new Reply(said, new Wait.Keys(1)));
  }

  static Turn menu(Scene scene, int missed) {
    List<Language> languages = scene.house().languages();
    List<Language> spoken = order(scene);
    Text line = spoken.size() > MOST_SENTENCES ? Text.VOICE_LANGUAGE_SHORT : Text.VOICE_LANGUAGE;
    List<Reply.Said> said = new ArrayList<>();
    for (Language language : spoken) {
      String key = Integer.toString(languages.indexOf(language) + 1);
      said.add(new Reply.Said(Tongue.of(language), Prompt.of(line, "key", Arg.of(key))));
    }
    return new Turn(
        VoiceFlow.at(scene, new Step.VoiceLanguage(missed)),
        Optional.of(new Reply(said, new Wait.Keys(1))),
        List.of());
  }

  /** A language without a voice is not offered, and its key stays unused. */
  private static List<Language> order(Scene scene) {
    Optional<Language> likely =
        scene
            .contact()
            .map(c -> c.phone().region())
            .flatMap(region -> Language.likelyIn(region, scene.house().languages()));
    // Who asks for another language than theirs hears theirs last.
    Optional<Language> left =
        scene.knowsTongue() ? Optional.of(scene.tongue().language()) : Optional.empty();
    return scene.house().languages().stream()
        .filter(scene.house().spoken()::contains)
        .sorted(
            Comparator.comparingInt(
                l -> left.equals(Optional.of(l)) ? 1 : likely.equals(Optional.of(l)) ? -1 : 0))
        .toList();
  }

  static Turn answered(Scene scene, String typed, int missed) {
    if (!typed.matches("[0-9]{1,2}")) {
      return wrong(scene, missed);
    }
    int key = Integer.parseInt(typed);
    boolean more = typed.length() == 1 && key > 0 && scene.house().languages().size() >= key * TEN;
    return more
        ? new Turn(
            VoiceFlow.at(scene, new Step.VoiceSecondKey(key, missed)),
            Optional.of(new Reply(List.of(), new Wait.SecondKey())),
            List.of())
        : chosen(scene, key, missed);
  }

  /** The language of a key, if there is one. */
  static Turn chosen(Scene scene, int key, int missed) {
    List<Language> languages = scene.house().languages();
    if (key < 1
        || key > languages.size()
        || !scene.house().spoken().contains(languages.get(key - 1))) {
      return wrong(scene, missed);
    }
    Scene now = scene.in(Tongue.of(languages.get(key - 1)));
    Turn turn = VoiceFlow.askNeed(now, 0, Text.VOICE_NEED);
    // The text that follows a call is in the call's language.
    return now.contact().map(c -> turn.and(new Effect.ChangeContact(c))).orElse(turn);
  }

  private static Turn wrong(Scene scene, int missed) {
    return missed < VoiceFlow.MOST_MISSES
        ? menu(scene, missed + 1)
        : VoiceMessageFlow.record(scene, Draft.EMPTY);
  }
}
