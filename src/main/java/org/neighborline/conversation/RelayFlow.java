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
import org.neighborline.request.Talk;
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

  /** A talk that is open for this contact; the other person is the lead or the resident. */
  private record Line(HelpRequest request, long contactId, boolean toLead) {}

  static Optional<Turn> pass(Scene scene, Reading reading) {
    String words = reading.words().strip();
    List<Line> threads = threads(scene);
    if (!scene.isIdle() || words.isEmpty() || threads.isEmpty()) {
      return Optional.empty();
    }
    Optional<Code> named = Code.parse(words.split("\\s+", 2)[0]);
    Optional<Line> byCode =
        named.flatMap(
            code -> threads.stream().filter(t -> t.request().code().equals(code)).findFirst());
    if (byCode.isPresent()) {
      String rest = words.substring(named.get().text().length()).strip();
      return Optional.of(rest.isEmpty() ? kept(scene) : rest)
          .filter(w -> !w.isEmpty())
          .map(w -> passed(scene, reading, byCode.get(), w));
    }
    String all = (kept(scene) + " " + words).strip();
    return Optional.of(
        threads.size() == 1
            ? passed(scene, reading, threads.getFirst(), all)
            : whose(scene, new Step.WhoseWords(all), codes(threads)));
  }

  /** Words that wait for the answer to "for whom?". */
  private static String kept(Scene scene) {
    return scene.conversation().step() instanceof Step.WhoseWords(String words) ? words : "";
  }

  /** Long words go in several texts: nothing that someone wrote is left out on the way. */
  private static Turn passed(Scene scene, Reading reading, Line line, String words) {
    if (Unsafe.isIn(words)) {
      Turn silent = new Turn(scene.idle().conversation(), Optional.empty(), List.of());
      return held(scene, line.request(), words, silent);
    }
    Optional<Code> code = Optional.of(line.request().code());
    List<Prompt> said =
        Quote.split(words, LONGEST_PIECE).stream()
            .map(piece -> said(scene, reading, line, piece))
            .toList();
    Turn turn =
        new Turn(
            scene.idle().conversation(),
            Optional.empty(),
            said.stream()
                .<Effect>map(prompt -> new Effect.SendText(line.contactId(), prompt, code))
                .toList());
    return kept(scene, line, isAsItIs(said.getFirst()), turn);
  }

  /**
   * Nobody is sent to a link or asked for a card through us; the desk can read what was written.
   */
  static Turn held(Scene scene, HelpRequest request, String words, Turn turn) {
    List<Reply.Said> said = new ArrayList<>(turn.reply().map(Reply::said).orElse(List.of()));
    said.add(new Reply.Said(scene.tongue(), Prompt.of(Text.WORDS_HELD)));
    return turn.saying(new Reply(said, new Wait.Nothing()))
        .and(new Effect.KeepNote(request.code(), words));
  }

  private static Prompt said(Scene scene, Reading reading, Line line, String words) {
    HelpRequest request = line.request();
    return line.toLead()
        ? PassedOn.fromResident(scene, reading, request, words)
        : PassedOn.fromLead(
            scene, reading, request.holder().orElseThrow(), request.tongue().language(), words);
  }

  private static boolean isAsItIs(Prompt said) {
    return said.text() == Text.FROM_LEAD_AS_IS || said.text() == Text.FROM_RESIDENT_AS_IS;
  }

  /** What is open between the two after these words; the first that nobody translates warn. */
  private static Turn kept(Scene scene, Line line, boolean asItIs, Turn turn) {
    HelpRequest request = line.request();
    Talk before = request.holder().orElseThrow().talk();
    boolean warns = asItIs && !before.warned();
    Talk heard = line.toLead() ? before.afterWords() : before;
    Talk after = warns ? heard.withWarning() : heard;
    Turn kept = after.equals(before) ? turn : turn.and(new Effect.KeepTalk(request.code(), after));
    if (!warns) {
      return kept;
    }
    return line.toLead()
        ? kept.and(new Effect.WarnHolder(request.code()))
        : kept.saying(Reply.text(scene.tongue(), PassedOn.warning(scene.posts(), request)));
  }

  private static List<Arg> codes(List<Line> threads) {
    return threads.stream().map(t -> LeadFlow.code(t.request())).toList();
  }

  /** "For whom?": what waits stays until then. */
  static Turn whose(Scene scene, Step waits, List<Arg> codes) {
    Instant until = scene.now().plus(House.FINISH_WITHIN);
    return new Turn(
        scene.conversation().at(waits, Optional.empty(), Optional.of(until)),
        Optional.of(
            Reply.text(
                scene.tongue(), Prompt.of(Text.WHOSE_WORDS, "codes", new Arg.Row(codes, ", ")))),
        List.of());
  }

  private static List<Line> threads(Scene scene) {
    List<Line> threads = new ArrayList<>();
    for (HelpRequest request : scene.requests()) {
      if (request.status().isLive() && request.holder().isPresent()) {
        threads.add(new Line(request, request.holder().get().contactId(), true));
      }
    }
    for (Scene.Asked asked : scene.dispatches()) {
      boolean held = asked.isHeld() && asked.request().holder().isPresent();
      if (held && asked.resident().isPresent()) {
        threads.add(new Line(asked.request(), asked.resident().get().id(), false));
      }
    }
    return threads;
  }
}
