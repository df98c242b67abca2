package org.neighborline.carrier.twilio;

import java.util.List;
import java.util.Optional;
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

  /** How much silence ends a recording, in seconds. */
  private static final int SILENCE = 5;

  private final Catalog catalog;
  private final Prompts prompts;

  /** Where recorded prompts are. */
  @FunctionalInterface
  public interface Prompts {
    /** The addresses of these sounds; none when the carrier's voice should say the words. */
    List<String> find(Language language, List<String> sounds);
  }

  public Twiml(Catalog catalog, Prompts prompts) {
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
   * The answer in a call.
   *
   * @param action where the next step goes
   */
  public String call(Answer answer, String action) {
    StringBuilder xml = new StringBuilder(1_000).append(HEAD);
    switch (answer.waitsFor()) {
      case Wait.Keys(int digits) -> gather(xml, answer, action, digits, KEY_TIMEOUT);
      case Wait.SecondKey() -> gather(xml, answer, action, 1, SECOND_KEY_TIMEOUT);
      case Wait.Recording(int seconds) -> {
        say(xml, answer);
        xml.append("<Record playBeep=\"true\" trim=\"trim-silence\" timeout=\"")
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
    for (Answer.Line line : answer.lines()) {
      List<String> recorded = prompts.find(line.tongue().language(), line.sounds());
      if (recorded.isEmpty()) {
        say(xml, line);
      }
      for (String address : recorded) {
        xml.append("<Play>");
        escape(xml, address);
        xml.append("</Play>");
      }
    }
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
