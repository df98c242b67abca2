package org.neighborline.report;

import java.util.Optional;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.Step;
import org.neighborline.language.Language;
import org.neighborline.language.Segments;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.HelpRequest;
import org.neighborline.switchboard.Inbound;

/** Someone who says all in their first text, and then answers what they are asked. */
final class EffortByText {
  private static final int MOST_TEXTS = 8;
  private static final String YES = "1";

  private final EffortPlay play;
  private final PhoneNumber phone;
  private final Language language;
  private int texts;
  private int characters;
  private int segments;

  EffortByText(EffortPlay play, PhoneNumber phone, Language language) {
    this.play = play;
    this.phone = phone;
    this.language = language;
  }

  Effort play(String first) {
    text(first);
    while (!isStored() && texts < MOST_TEXTS) {
      text(answer());
    }
    return new Effort(
        language,
        Channel.SMS,
        0,
        characters,
        0,
        0,
        texts,
        segments,
        play.cents(segments),
        isStored());
  }

  private boolean isStored() {
    Optional<HelpRequest> request = play.request(phone);
    return request.filter(HelpRequest::confirmed).isPresent();
  }

  private void text(String words) {
    texts++;
    characters += words.length();
    Event.Answered event = new Event.Answered(play.reader.apply(words), false);
    Answer answer =
        play.switchboard.take(Inbound.text("SM" + phone.e164() + texts, phone, event)).join();
    segments += Segments.of(words).count() + Segments.of(answer.text()).count();
  }

  private String answer() {
    return switch (play.texting(phone)) {
      case Step.AskLanguage _ -> Integer.toString(play.house.languages().indexOf(language) + 1);
      case Step.AskPlace _ -> EffortPlay.ZIP;
      default -> YES;
    };
  }
}
