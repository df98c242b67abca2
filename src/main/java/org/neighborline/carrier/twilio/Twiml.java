package org.neighborline.carrier.twilio;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Wait;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/** Writes answers in the carrier's markup. */
public final class Twiml {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>";
  private static final String TAIL = "</Response>";

  /** Nothing to say. */
  public static final String EMPTY = HEAD + TAIL;

  /** How long a caller may think about a key, in seconds. */
  private static final int KEY_TIMEOUT = 6;

  /** The same where a second key may follow: who wants none must not wait long. */
  private static final int SECOND_KEY_TIMEOUT = 2;

  /** How long two people may talk, in seconds. */
  private static final int LONGEST_TALK = 3_600;

  /** How much silence ends a recording, in seconds. */
  private static final int SILENCE = 5;

  private final Catalog catalog;
  private final Prompts prompts;
  private final UnaryOperator<String> recordings;

  /** Where recorded prompts are. */
  @FunctionalInterface
  public interface Prompts {
    /** The addresses of these sounds; none when the carrier's voice should say the words. */
    List<String> find(Language language, List<String> sounds);
  }

  /** One whose answers play no recordings of callers. */
  public Twiml(Catalog catalog, Prompts prompts) {
    this(catalog, prompts, sid -> sid);
  }

  /**
   * @param recordings the address of what a caller said
   */
  public Twiml(Catalog catalog, Prompts prompts, UnaryOperator<String> recordings) {
    this.recordings = recordings;
    this.catalog = catalog;
    this.prompts = prompts;
  }

  /** The answer to a text. */
  public static String message(String text, String statusUrl) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    StringBuilder xml =
        new StringBuilder(text.length() + 200).append(HEAD).append("<Message statusCallback=\"");
    escape(xml, statusUrl);
    xml.append("\">");
    escape(xml, text);
    return xml.append("</Message>").append(TAIL).toString();
  }

  /**
   * Where a call goes on.
   *
   * @param action the next step
   * @param from the hotline's number in this call: the only one that anybody sees
   * @param pickedUp where the markup for whoever takes up a phone is
   * @param recorded who is told when a recording can be fetched
   */
  public record Links(String action, String from, String pickedUp, String recorded) {}

  /** The answer in a call. */
  public String call(Answer answer, Links links) {
    String action = links.action();
    StringBuilder xml = new StringBuilder(1_000).append(HEAD);
    switch (answer.waitsFor()) {
      case Wait.Keys(int digits) -> gather(xml, answer, action, digits, KEY_TIMEOUT);
      case Wait.SecondKey() -> gather(xml, answer, action, 1, SECOND_KEY_TIMEOUT);
      case Wait.Acceptance() -> {
        // Whoever was rung up may hear no Redirect: no key, no call.
        xml.append("<Gather input=\"dtmf\" actionOnEmptyResult=\"true\" timeout=\"")
            .append(KEY_TIMEOUT)
            .append("\" numDigits=\"1\" action=\"");
        escape(xml, action);
        xml.append("\">");
        say(xml, answer);
        xml.append("</Gather><Hangup/>");
      }
      case Wait.Joined() -> say(xml, answer);
      case Wait.Transfer transfer -> {
        say(xml, answer);
        dial(xml, transfer, links);
      }
      case Wait.Recording(int seconds) -> {
        if (!answer.lines().isEmpty()) {
          // A key goes on at once; zero asks for a person.
          xml.append("<Gather input=\"dtmf\" timeout=\"1\" numDigits=\"1\" action=\"");
          escape(xml, action);
          xml.append("\">");
          say(xml, answer);
          xml.append("</Gather>");
        }
        xml.append("<Record recordingStatusCallback=\"");
        escape(xml, links.recorded());
        xml.append("\" playBeep=\"true\" trim=\"trim-silence\" timeout=\"")
            .append(SILENCE)
            .append("\" maxLength=\"")
            .append(seconds)
            .append("\" action=\"");
        escape(xml, action);
        xml.append("\"/>");
        // A silent recording requests nothing: the next verb runs.
        redirect(xml, action);
      }
      case Wait.Nothing() -> {
        say(xml, answer);
        xml.append("<Hangup/>");
      }
    }
    return xml.append(TAIL).toString();
  }

  private static void dial(StringBuilder xml, Wait.Transfer transfer, Links links) {
    xml.append("<Dial callerId=\"");
    escape(xml, links.from());
    xml.append("\" timeout=\"")
        .append(transfer.seconds())
        .append("\" timeLimit=\"")
        .append(LONGEST_TALK)
        .append("\" action=\"");
    escape(xml, links.action());
    xml.append("\"><Number url=\"");
    escape(
        xml,
        links.pickedUp()
            + transfer
                .asks()
                .map(code -> "?code=" + code.text())
                .orElse("?tongue=" + transfer.tongue().language().tag()));
    xml.append("\">");
    escape(xml, transfer.to().e164());
    xml.append("</Number></Dial>");
  }

  private void gather(StringBuilder xml, Answer answer, String action, int digits, int timeout) {
    xml.append("<Gather input=\"dtmf\" actionOnEmptyResult=\"true\" finishOnKey=\"#\" timeout=\"")
        .append(timeout)
        .append("\" numDigits=\"")
        .append(digits)
        .append("\" action=\"");
    escape(xml, action);
    xml.append("\">");
    say(xml, answer);
    xml.append("</Gather>");
    redirect(xml, action);
  }

  /** Says something and asks for the same step again. */
  public String again(Answer answer, String url) {
    StringBuilder xml = new StringBuilder(300).append(HEAD);
    say(xml, answer);
    redirect(xml, url);
    return xml.append(TAIL).toString();
  }

  private static void redirect(StringBuilder xml, String url) {
    xml.append("<Redirect method=\"POST\">");
    escape(xml, url);
    xml.append("</Redirect>");
  }

  private void say(StringBuilder xml, Answer answer) {
    answer.recordings().forEach(sid -> play(xml, recordings.apply(sid)));
    for (Answer.Line line : answer.lines()) {
      List<String> recorded = prompts.find(line.tongue().language(), line.sounds());
      if (recorded.isEmpty()) {
        say(xml, line);
      }
      recorded.forEach(address -> play(xml, address));
    }
  }

  private static void play(StringBuilder xml, String address) {
    xml.append("<Play>");
    escape(xml, address);
    xml.append("</Play>");
  }

  private void say(StringBuilder xml, Answer.Line line) {
    Optional<Translation> translation = catalog.translation(line.tongue().language());
    xml.append("<Say");
    attribute(xml, "voice", translation.flatMap(t -> t.value("voice", "voice")));
    attribute(xml, "language", translation.flatMap(t -> t.value("voice", "say")));
    xml.append('>');
    escape(xml, line.words());
    xml.append("</Say>");
  }

  private static void attribute(StringBuilder xml, String name, Optional<String> value) {
    if (value.isPresent()) {
      xml.append(' ').append(name).append("=\"");
      escape(xml, value.get());
      xml.append('"');
    }
  }

  /** XML has no place for control characters and lone surrogates: they are left out. */
  private static void escape(StringBuilder xml, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            xml.append(c).append(text.charAt(++i));
          } else if (!Character.isSurrogate(c)
              && (c >= ' ' || c == '\n' || c == '\t')
              && c != '\uFFFE'
              && c != '\uFFFF') {
            xml.append(c);
          }
        }
      }
    }
  }
}
