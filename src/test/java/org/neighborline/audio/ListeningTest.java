package org.neighborline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neighborline.HotlineFiles;
import org.neighborline.conversation.Answer;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;

/** Nobody listens for long before a key is of use: the limits, in every language. */
final class ListeningTest {
  private static final double LONGEST_GREETING = 5;
  private static final double LONGEST_MENU = 20;

  private static final HotlineFiles FILES =
      HotlineFiles.read(Path.of("samples/newyork/neighborline.yaml"), Path.of("translations"));
  private static final Listening LISTENING =
      new Listening(
          PromptFiles.read(Path.of("prompts"), FILES.catalog(), FILES.translations()),
          FILES.catalog());

  private static final List<Prompt> MENUS =
      List.of(
          Prompt.of(Text.VOICE_NEED),
          Prompt.of(Text.VOICE_ZIP),
          Prompt.of(Text.VOICE_ZIP_AGAIN),
          Prompt.of(Text.VOICE_MORE),
          Prompt.of(Text.VOICE_RECORD),
          Prompt.of(Text.VOICE_NUMBER),
          readBack(Text.VOICE_READ_BACK),
          readBack(Text.VOICE_READ_BACK_BLOCKED));

  static Stream<Language> languages() {
    return FILES.configuration().languages().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void the_greeting_takes_five_seconds_at_most(Language language) {
    assertThat(seconds(language, Prompt.of(Text.VOICE_GREETING)))
        .isPositive()
        .isLessThanOrEqualTo(LONGEST_GREETING);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void who_speaks_it_hears_its_key_twenty_seconds_after_the_start_at_most(Language language) {
    Map<Language, Double> until = LISTENING.untilOwnKey(FILES.configuration().house());
    assertThat(until.get(language)).isPositive().isLessThanOrEqualTo(LONGEST_MENU);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_menu_takes_more_than_twenty_seconds(Language language) {
    for (Prompt menu : MENUS) {
      double seconds = seconds(language, menu);
      assertThat(seconds).as(menu.text().key()).isPositive().isLessThanOrEqualTo(LONGEST_MENU);
    }
  }

  private static Prompt readBack(Text text) {
    return Prompt.of(text, "need", new Arg.Term("need.support"), "place", Arg.of("1 1 2 2 1"));
  }

  private static double seconds(Language language, Prompt prompt) {
    return LISTENING.seconds(Answer.Line.of(FILES.catalog(), Tongue.of(language), prompt));
  }
}
