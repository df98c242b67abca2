package org.neighborline.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.neighborline.language.Arg;
import org.neighborline.language.Phrase;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Care;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.HelpRequest.Holder;
import org.neighborline.request.Question;
import org.neighborline.request.Talk;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/**
 * A resident answers a phrase by key or with a number: the lead reads question and answer in their
 * own language, and the resident hears what was told. A key answers the newest question; one that
 * waits longer is then asked again.
 */
final class PhraseAnswers {
  private static final int YES = 1;
  private static final int NO = 2;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private PhraseAnswers() {}

  static Optional<Turn> take(Scene scene, Reading reading) {
    // At home with someone dangerous, a key says whether it is safe.
    boolean safety = scene.requests().stream().anyMatch(r -> r.status().isLive() && r.deskOnly());
    Optional<HelpRequest> asked =
        safety
            ? Optional.empty()
            : scene.requests().stream()
                .filter(r -> r.status().isLive() && newest(r).isPresent())
                .max(Comparator.comparing(r -> newest(r).orElseThrow().askedAt()));
    return asked
        .filter(r -> isNewest(scene, newest(r).orElseThrow().askedAt()))
        .flatMap(r -> answer(newest(r).orElseThrow(), reading).map(a -> answered(scene, r, a)));
  }

  private static Optional<Question> newest(HelpRequest request) {
    return request.holder().map(Holder::talk).flatMap(Talk::newest);
  }

  /** Whether nothing of ours came since that a key would answer. */
  private static boolean isNewest(Scene scene, Instant at) {
    boolean ours = scene.conversation().askedAt().filter(at::isBefore).isPresent();
    boolean arrival =
        scene.requests().stream()
            .anyMatch(r ->
                r.endedAt().filter(at::isBefore).isPresent()
                    || r.care().flatMap(Care::checked).filter(at::isBefore).isPresent());
    boolean dispatch =
        scene.dispatches().stream()
            .anyMatch(a -> a.isOpen() && at.isBefore(a.dispatch().askedAt()));
    return !ours && !arrival && !dispatch;
  }

  private static Optional<Arg> answer(Question question, Reading reading) {
    String typed = Keys.latinDigits(reading.words().strip());
    return switch (question.phrase().wants()) {
      case NOTHING -> Optional.empty();
      case WORDS -> NUMBER.matcher(typed).matches() ? Optional.of(Arg.of(typed)) : Optional.empty();
      case YES_OR_NO -> {
        Optional<Integer> key = Keys.read(typed).filter(Keys::isBare).map(Keys::digit);
        Optional<Command> word = reading.command();
        if (key.filter(k -> k == YES).isPresent() || word.filter(Command.YES::equals).isPresent()) {
          yield Optional.of(new Arg.Phrased(Phrase.YES));
        }
        yield key.filter(k -> k == NO).isPresent() || word.filter(Command.NO::equals).isPresent()
            ? Optional.of(new Arg.Phrased(Phrase.NO))
            : Optional.empty();
      }
    };
  }

  private static Turn answered(Scene scene, HelpRequest request, Arg answer) {
    Holder holder = request.holder().orElseThrow();
    Question question = holder.talk().newest().orElseThrow();
    Arg said = question.answered(answer);
    Arg lead = Arg.of(holder.leadName());
    Talk left = holder.talk().without(question);
    Optional<Question> next = left.newest().map(q -> q.again(scene.now()));
    Prompt told = Prompt.of(Text.ANSWERED, "lead", lead, "words", said);
    List<Prompt> reply =
        next.map(q -> List.of(told, PhraseFlow.question(holder, q, q.said(), true)))
            .orElse(List.of(told));
    return new Turn(
        scene.conversation(),
        Optional.of(Reply.text(scene.tongue(), reply)),
        List.of(
            new Effect.SendText(
                holder.contactId(),
                Prompt.of(Text.FROM_RESIDENT, "code", LeadFlow.code(request), "words", said),
                Optional.of(request.code())),
            new Effect.KeepTalk(request.code(), next.map(left::asking).orElse(left))));
  }
}
