package org.neighborline.audio;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.FrontDesk;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Reply;
import org.neighborline.conversation.Scene;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.phone.Channel;
import org.neighborline.request.Code;

/** How long callers listen: measured where a file is played, else estimated from the words. */
public final class Listening {
  /** A call that stores nothing needs a code all the same. */
  private static final Code ANY = new Code("K7M2");

  private final PromptFiles prompts;
  private final Catalog catalog;

  public Listening(PromptFiles prompts, Catalog catalog) {
    this.prompts = prompts;
    this.catalog = catalog;
  }

  /** What one sentence takes. */
  public double seconds(Answer.Line line) {
    Language language = line.tongue().language();
    return prompts.find(language, line.sounds()).isEmpty()
        ? Speech.seconds(line.words())
        : line.sounds().stream().mapToDouble(s -> prompts.seconds(language, s)).sum();
  }

  /** What a whole reply takes. */
  public double seconds(List<Answer.Line> lines) {
    return lines.stream().mapToDouble(this::seconds).sum();
  }

  /** How long each language's speakers listen from the start until they hear their own key. */
  public Map<Language, Double> untilOwnKey(House house) {
    Scene scene =
        new Scene(
            Instant.EPOCH,
            house,
            Conversation.fresh("v:", Channel.VOICE),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            ANY,
            List.of(),
            Map.of());
    Map<Language, Double> until = new LinkedHashMap<>();
    double so = 0;
    for (Reply.Said said :
        FrontDesk.take(scene, new Event.CallArrived()).reply().map(Reply::said).orElse(List.of())) {
      so += seconds(Answer.Line.of(catalog, said.tongue(), said.prompt()));
      // The greeting is the first language's, whose own line overwrites it.
      until.put(said.tongue().language(), so);
    }
    return until;
  }
}
