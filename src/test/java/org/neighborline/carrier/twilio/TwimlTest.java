package org.neighborline.carrier.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.VoiceResponse;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neighborline.config.Loading;
import org.neighborline.config.Translations;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Wait;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.language.Translation;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;

/** Our answers are markup that the carrier's own strict reader takes, whatever people wrote. */
final class TwimlTest {
  private static final String STATUS = "https://hotline.example.org/twilio/message/status?a=1&b=2";
  private static final String STEP = "https://hotline.example.org/twilio/voice/step?turn=3&x='";
  private static final Twiml.Links LINKS =
      new Twiml.Links(
          STEP,
          "+12125550100",
          "https://hotline.example.org/twilio/voice/taken-up",
          "https://hotline.example.org/twilio/recording");
  private static final Wait TRANSFER =
      new Wait.Transfer(
          new PhoneNumber("+17185550101"), Code.parse("K7M2"), Tongue.of(new Language("ht")), 20);
  private static final List<Translation> TRANSLATIONS = translations();
  private static final Catalog CATALOG =
      new Catalog(TRANSLATIONS, ZoneId.of("America/New_York"), "US");
  private static final Twiml PLAIN = new Twiml(CATALOG, (_, _) -> List.of());
  private static final Twiml RECORDED =
      new Twiml(
          CATALOG,
          (_, sounds) ->
              sounds.stream().map(s -> "https://hotline.example.org/p/" + s + "&.wav").toList());

  static Stream<String> words() {
    return Stream.of(
        "OK",
        "A & B < C > D \"quoted\" 'single'",
        "]]> <![CDATA[ &amp; &#0; <!-- -->",
        "two\nlines\tand a tab",
        "emoji 😀 and ☂ and 漢字 and עברית",
        "\u200F\u202Eright to left\u202C",
        "{braces} 100% $1 \\ backslash");
  }

  @ParameterizedTest
  @MethodSource("words")
  void the_answer_to_a_text_says_these_words_and_nothing_else(String words) throws Exception {
    String xml = Twiml.message(words, STATUS);
    MessagingResponse read = MessagingResponse.Builder.fromXml(xml).build();
    var message = read.getChildren().getFirst();
    assertThat(read.getChildren()).hasSize(1);
    assertThat(message.getTagName()).isEqualTo("Message");
    assertThat(read.toXml()).contains("statusCallback=\"" + STATUS.replace("&", "&amp;") + "\"");
    assertThat(text(xml)).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("words")
  void the_answer_in_a_call_is_read_by_the_carrier(String words) throws Exception {
    for (Wait wait :
        List.of(
            new Wait.Keys(5),
            new Wait.Recording(120),
            new Wait.Acceptance(),
            new Wait.Joined(),
            TRANSFER,
            new Wait.Nothing())) {
      for (Translation translation : TRANSLATIONS) {
        Answer answer = answer(Tongue.of(translation.language()), words, wait);
        assertThat(VoiceResponse.Builder.fromXml(PLAIN.call(answer, LINKS)).build().toXml())
            .contains("<Say");
        assertThat(VoiceResponse.Builder.fromXml(RECORDED.call(answer, LINKS)).build().toXml())
            .contains("<Play");
      }
    }
    String again = PLAIN.again(answer(Tongue.ENGLISH, words, new Wait.Nothing()), STEP);
    assertThat(VoiceResponse.Builder.fromXml(again).build().toXml()).contains("<Redirect");
  }

  @Test
  void who_is_put_through_sees_the_hotlines_number_alone() {
    String xml = PLAIN.call(answer(Tongue.ENGLISH, "Wait.", TRANSFER), LINKS);
    assertThat(xml)
        .contains("<Dial callerId=\"+12125550100\" timeout=\"20\"")
        .contains(
            "<Number url=\"https://hotline.example.org/twilio/voice/taken-up?code=K7M2\">+17185550101</Number>");
  }

  @Test
  void who_takes_up_a_phone_hears_only_what_the_carrier_allows_there() {
    String xml = PLAIN.call(answer(Tongue.ENGLISH, "Press 1.", new Wait.Acceptance()), LINKS);
    assertThat(xml).contains("</Gather><Hangup/>").doesNotContain("Redirect");
    assertThat(PLAIN.call(new Answer(List.of(), new Wait.Joined(), 2), LINKS))
        .isEqualTo(Twiml.EMPTY);
  }

  @Test
  void what_xml_has_no_place_for_is_left_out() throws Exception {
    String xml =
        Twiml.message("a\u0000b\u0007c\uD83D d\uDE00e\uFFFEf\uFFFFg\u001b[31m\r\n", STATUS);
    assertThat(text(xml)).isEqualTo("abc defg[31m\n");
    assertThat(MessagingResponse.Builder.fromXml(xml).build().getChildren()).hasSize(1);
  }

  @Test
  void silence_is_an_empty_answer() throws Exception {
    assertThat(Twiml.message("", STATUS)).isEqualTo(Twiml.EMPTY);
    assertThat(MessagingResponse.Builder.fromXml(Twiml.EMPTY).build().getChildren()).isEmpty();
    assertThat(VoiceResponse.Builder.fromXml(Twiml.EMPTY).build().getChildren()).isEmpty();
  }

  @Test
  void the_declaration_comes_first_without_a_mark_before_it() {
    assertThat(Twiml.message("x", STATUS)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  private static Answer answer(Tongue tongue, String words, Wait wait) {
    return new Answer(List.of(new Answer.Line(tongue, words, List.of("voice_sent"))), wait, 3);
  }

  private static String text(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
        .getElementsByTagName("Message")
        .item(0)
        .getTextContent();
  }

  private static List<Translation> translations() {
    return switch (Translations.read(Path.of("translations"))) {
      case Loading.Loaded<List<Translation>>(List<Translation> all) -> all;
      case Loading.Faulty<List<Translation>>(var faults) ->
          throw new AssertionError(faults.toString());
    };
  }
}
