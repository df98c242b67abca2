package org.neighborline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.neighborline.HotlineFiles;
import org.neighborline.audio.PromptFiles;
import org.neighborline.carrier.twilio.Twiml;
import org.neighborline.language.Catalog;
import org.xml.sax.SAXException;

/** Whatever a call can come to, in whatever language: its markup is what the carrier documents. */
final class VoiceMarkupTest {
  private static final String STEP = "https://hotline.example.org/twilio/voice/step?turn=3&in=es";

  private static final Twiml.Links LINKS =
      new Twiml.Links(
          STEP, "+12125550100", "https://example.org/up", "https://example.org/recorded");

  private static final HotlineFiles FILES =
      HotlineFiles.read(Path.of("samples/newyork/neighborline.yaml"), Path.of("translations"));
  private static final Catalog CATALOG = FILES.catalog();
  private static final PromptFiles PROMPTS =
      PromptFiles.read(Path.of("prompts"), CATALOG, FILES.translations());
  private static final Twiml TWIML =
      new Twiml(
          CATALOG,
          (language, sounds) ->
              PROMPTS.find(language, sounds).stream()
                  .map(path -> "https://hotline.example.org/prompts/" + path)
                  .toList());
  private static final Schema SCHEMA = schema();

  @Test
  void every_reply_of_the_whole_walk_is_valid_by_the_schema() throws Exception {
    Set<List<Object>> seen = new HashSet<>();
    for (VoiceWorld world : VoiceWalk.shipped().states()) {
      valid(seen, world.heard(), world.waitsFor());
    }
    assertThat(seen).hasSizeGreaterThan(14 * 10);
  }

  @Test
  void so_is_every_reply_while_phones_ring_on_both_sides() throws Exception {
    Set<List<Object>> seen = new HashSet<>();
    for (VoiceWorld world : VoicePhoneMoves.walk().states()) {
      valid(seen, world.heard(), world.waitsFor());
      if (world.phones().leg().isPresent()) {
        VoicePhones.Leg leg = world.phones().leg().get();
        valid(seen, leg.heard(), leg.waitsFor());
      }
    }
    Set<Class<?>> waits = new HashSet<>();
    seen.forEach(s -> waits.add(s.get(1).getClass()));
    assertThat(waits).contains(Wait.Transfer.class, Wait.Acceptance.class, Wait.Joined.class);
  }

  private static void valid(Set<List<Object>> seen, List<Reply.Said> heard, Wait waitsFor)
      throws Exception {
    if (seen.add(List.of(heard, waitsFor))) {
      List<Answer.Line> lines =
          heard.stream()
              .map(said -> Answer.Line.of(CATALOG, said.tongue(), said.prompt()))
              .toList();
      String markup = TWIML.call(new Answer(lines, waitsFor, 3), LINKS);
      validate(markup);
      // More than this the carrier refuses.
      assertThat(markup.length()).isLessThan(64_000);
    }
  }

  @Test
  void the_schema_refuses_what_the_carrier_would() {
    for (String verbs :
        List.of(
            "<Gather finishOnKey=\"23\"/>",
            "<Gather timeout=\"0\"/>",
            "<Gather><Redirect>/x</Redirect></Gather>",
            "<Say language=\"English\">Hi</Say>",
            "<Say/>",
            "<Play/>",
            "<gather/>",
            "<Record maxLength=\"-1\"/>")) {
      assertThatThrownBy(() -> validate("<Response>" + verbs + "</Response>"))
          .as(verbs)
          .isInstanceOf(SAXException.class);
    }
  }

  private static void validate(String markup) throws SAXException, IOException {
    SCHEMA.newValidator().validate(new StreamSource(new StringReader(markup)));
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Path.of("src/test/resources/twiml/voice.xsd").toFile());
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }
}
