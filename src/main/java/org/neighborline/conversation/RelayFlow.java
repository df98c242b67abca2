package org.neighborline.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Quote;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Reading;

/**
 * Passes words between a lead and a resident through the hotline's number, each seeing a first name
 * or a code of the other. With more than one open thread the words wait until their owner says
 * whose they are; they are never guessed into a stranger's phone.
 */
final class RelayFlow {
  /** What one text carries of someone's words. */
  private static final int LONGEST_PIECE = 900;

  private RelayFlow() {}

  /** A talk that is open for this contact. */
  private record Talk(HelpRequest request, long contactId, Text text, String from) {}

  static Optional<Turn> pass(Scene scene, Reading reading) {
    String words = reading.words().strip();
    List<Talk> threads = threads(scene);
    if (!scene.isIdle() || words.isEmpty() || threads.isEmpty()) {
      return Optional.empty();
    }
    Optional<Code> named = Code.parse(words.split("\\s+", 2)[0]);
    Optional<Talk> byCode =
        named.flatMap(
            code -> threads.stream().filter(t -> t.request().code().equals(code)).findFirst());
    if (byCode.isPresent()) {
      String rest = words.substring(named.get().text().length()).strip();
      return Optional.of(rest.isEmpty() ? kept(scene) : rest)
          .filter(w -> !w.isEmpty())
          .map(w -> passed(scene, byCode.get(), w));
    }
    String all = (kept(scene) + " " + words).strip();
    return Optional.of(
        threads.size() == 1 ? passed(scene, threads.getFirst(), all) : whose(scene, threads, all));
  }

  /** Words that wait for the answer to "for whom?". */
  private static String kept(Scene scene) {
    return scene.conversation().step() instanceof Step.WhoseWords(String words) ? words : "";
  }

  /** Long words go in several texts: nothing that someone wrote is left out on the way. */
  private static Turn passed(Scene scene, Talk thread, String words) {
    Optional<Code> code = Optional.of(thread.request().code());
    List<Effect> texts =
        Quote.split(words, LONGEST_PIECE).stream()
            .<Effect>map(
                piece -> new Effect.SendText(thread.contactId(), said(thread, piece), code))
            .toList();
    return new Turn(
        scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        texts);
  }

  private static Prompt said(Talk thread, String words) {
    return thread.text() == Text.FROM_RESIDENT
        ? Prompt.of(Text.FROM_RESIDENT, "code", Arg.of(thread.from()), "words", Arg.of(words))
        : Prompt.of(Text.FROM_LEAD, "lead", Arg.of(thread.from()), "words", Arg.of(words));
  }

  private static Turn whose(Scene scene, List<Talk> threads, String words) {
    List<Arg> codes = threads.stream().map(t -> Arg.of(t.request().code().text())).toList();
    Instant until = scene.now().plus(House.FINISH_WITHIN);
    return new Turn(
        scene.conversation().at(new Step.WhoseWords(words), Optional.empty(), Optional.of(until)),
        Optional.of(
            Reply.text(
                scene.tongue(), Prompt.of(Text.WHOSE_WORDS, "codes", new Arg.Row(codes, ", ")))),
        List.of());
  }

  private static List<Talk> threads(Scene scene) {
    List<Talk> threads = new ArrayList<>();
    for (HelpRequest request : scene.requests()) {
      if (request.status().isLive() && request.holder().isPresent()) {
        threads.add(
            new Talk(
                request,
                request.holder().get().contactId(),
                Text.FROM_RESIDENT,
                request.code().text()));
      }
    }
    for (Scene.Asked asked : scene.dispatches()) {
      if (asked.isHeld() && asked.resident().isPresent()) {
        String name = asked.request().holder().map(HelpRequest.Holder::leadName).orElse("");
        threads.add(new Talk(asked.request(), asked.resident().get().id(), Text.FROM_LEAD, name));
      }
    }
    return threads;
  }
}
