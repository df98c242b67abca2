package org.neighborline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neighborline.config.Languages;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Wait;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;

final class CallWordsTest {
  private static final Catalog CATALOG =
      new Catalog(Languages.translations(), ZoneId.of("UTC"), "US");
  private static final CallWords WORDS = new CallWords(CATALOG);

  static Stream<Language> languages() {
    return Languages.shipped().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_failing_step_speaks_the_language_that_its_address_names(Language language) {
    Answer before = new Answer(List.of(line(language, Text.VOICE_NEED)), new Wait.Keys(1), 3);
    assertThat(CallWords.next(before)).isEqualTo("/twilio/voice/step?turn=3&in=" + language.tag());
    for (Text text : List.of(Text.VOICE_ONE_MOMENT, Text.VOICE_BROKEN)) {
      assertThat(WORDS.said(text, Optional.of(language.tag())).lines())
          .containsExactly(line(language, text));
    }
  }

  @Test
  void who_has_not_chosen_hears_the_first_two_languages() {
    Answer menu =
        new Answer(languages().map(l -> line(l, Text.VOICE_THANKS)).toList(), new Wait.Keys(1), 1);
    assertThat(CallWords.next(menu)).isEqualTo("/twilio/voice/step?turn=1");
    for (Optional<String> tag : List.of(Optional.<String>empty(), Optional.of("xx"))) {
      assertThat(WORDS.said(Text.VOICE_BROKEN, tag).lines())
          .extracting(line -> line.tongue().language())
          .isEqualTo(CATALOG.languages().subList(0, 2));
    }
  }

  private static Answer.Line line(Language language, Text text) {
    return Answer.Line.of(CATALOG, Tongue.of(language), Prompt.of(text));
  }
}
