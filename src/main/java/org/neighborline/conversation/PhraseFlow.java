package org.neighborline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Scene.Asked;
import org.neighborline.language.Arg;
import org.neighborline.language.Phrase;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.HelpRequest.Holder;
import org.neighborline.request.Question;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Reading;

/**
 * A lead sends ready sentences by number, which the resident reads in their own language: "P" lists
 * six at a time, "P7 30" sends the seventh with 30 filled in, "P7 30 K7M2" (or the letter of the
 * dispatch) says to whom. What was sent is told to the lead in their own words.
 */
final class PhraseFlow {
  private static final Pattern NUMBERED =
      Pattern.compile("([0-9]{1,2})(?![\\p{L}0-9])[\\s:,.]*(.*)", Pattern.DOTALL);

  private PhraseFlow() {}

  /** What a lead typed after P. */
  private record Order(Optional<Phrase> phrase, String rest, Optional<Asked> to, String unknown) {}

  static Optional<Turn> send(Scene scene, Reading reading) {
    if (!scene.isLead()) {
      return Optional.empty();
    }
    if (scene.conversation().step() instanceof Step.WhosePhrase(Question phrase, String words)) {
      Optional<Asked> named = named(scene, reading.words().strip());
      if (named.isPresent()) {
        return Optional.of(sent(scene.idle(), named.get(), phrase, words));
      }
    }
    return reading
        .opening()
        .filter(o -> o.command() == Command.PHRASES)
        .flatMap(o -> ordered(scene, reading, Keys.latinDigits(o.rest().strip())));
  }

  private static Optional<Turn> ordered(Scene scene, Reading reading, String rest) {
    boolean asksAll = rest.isEmpty() || OwnCodes.isLike(rest);
    Matcher numbered = NUMBERED.matcher(rest);
    if (!asksAll && !numbered.matches()) {
      return Optional.empty();
    }
    if (held(scene).isEmpty()) {
      return Optional.of(FrontDesk.reply(scene, Prompt.of(Text.NOTHING_OPEN)));
    }
    return Optional.of(
        asksAll
            ? page(scene)
            : filled(
                scene,
                reading,
                order(scene, Integer.parseInt(numbered.group(1)), numbered.group(2).strip())));
  }

  /** Six phrases, and the next six for who asks again. */
  private static Turn page(Scene scene) {
    Step step = scene.conversation().step();
    int from =
        step instanceof Step.PhrasePage(int next, Instant until) && until.isAfter(scene.now())
            ? next
            : 0;
    List<Phrase> page = Phrase.page(from);
    int next = page.getLast().number() % Phrase.values().length;
    boolean turns = step instanceof Step.Idle || step instanceof Step.PhrasePage;
    Conversation conversation =
        turns
            ? scene
                .conversation()
                .at(
                    new Step.PhrasePage(next, scene.now().plus(House.FINISH_WITHIN)),
                    Optional.empty(),
                    Optional.empty())
            : scene.conversation();
    return FrontDesk.reply(
        scene.with(conversation), Prompt.of(Text.PHRASES, "phrases", Arg.Phrased.listed(page)));
  }

  private static Order order(Scene scene, int number, String tail) {
    Optional<Phrase> phrase = Phrase.numbered(number);
    int space = tail.lastIndexOf(' ');
    String last = tail.substring(space + 1);
    String before = tail.substring(0, Math.max(space, 0)).strip();
    Optional<Asked> to = named(scene, last);
    if (to.isPresent()) {
      return new Order(phrase, before, to, "");
    }
    boolean clock = last.toUpperCase(Locale.ROOT).endsWith("M");
    boolean meantCode = OwnCodes.isLike(last) && Code.parse(last).isPresent() && !clock;
    return new Order(phrase, tail, Optional.empty(), meantCode ? last : "");
  }

  private static List<Asked> held(Scene scene) {
    return scene.dispatches().stream().filter(Asked::isHeld).toList();
  }

  /** One of the lead's own, by its code or by the letter of its dispatch. */
  private static Optional<Asked> named(Scene scene, String word) {
    Optional<Code> code = Code.parse(word);
    return held(scene).stream()
        .filter(a ->
            code.filter(a.request().code()::equals).isPresent()
                || word.equalsIgnoreCase(String.valueOf(a.dispatch().letter())))
        .findFirst();
  }

  private static Turn filled(Scene scene, Reading reading, Order order) {
    if (order.phrase().isEmpty()) {
      int last = Phrase.values().length;
      return FrontDesk.reply(
          scene, Prompt.of(Text.PHRASE_UNKNOWN, "last", Arg.of(Integer.toString(last))));
    }
    if (!order.unknown().isEmpty()) {
      return OwnCodes.notYours(scene, order.unknown());
    }
    Phrase phrase = order.phrase().get();
    Optional<Question> question = PhraseGap.fill(scene, phrase, order.rest(), reading);
    if (question.isEmpty()) {
      Text needs = phrase.gap() == Phrase.Gap.NUMBER ? Text.PHRASE_NUMBER : Text.PHRASE_TIME;
      return FrontDesk.reply(scene, Prompt.of(needs, "phrase", Arg.of(phrase.label())));
    }
    String words = phrase.gap() == Phrase.Gap.NONE ? order.rest() : "";
    List<Asked> held = held(scene);
    return order.to().isEmpty() && held.size() > 1
        ? RelayFlow.whose(
            scene,
            new Step.WhosePhrase(question.get(), words),
            held.stream().map(a -> LeadFlow.code(a.request())).toList())
        : sent(scene, order.to().orElse(held.getFirst()), question.get(), words);
  }

  private static Turn sent(Scene scene, Asked asked, Question question, String words) {
    HelpRequest request = asked.request();
    Optional<Contact> resident = asked.resident().filter(r -> r.reach().mayBeTexted());
    if (resident.isEmpty() || request.holder().isEmpty()) {
      return FrontDesk.reply(
          scene, Prompt.of(Text.NO_TEXTS_POSSIBLE, "code", LeadFlow.code(request)));
    }
    Holder holder = request.holder().get();
    // What is violence at home: there a bare 1 or 2 says whether it is safe, and nothing else.
    boolean answerable = !request.deskOnly() && question.phrase().wants() != Phrase.Wants.NOTHING;
    Arg said = words.isEmpty() ? question.said() : question.with(words);
    Turn turn =
        new Turn(
            scene.conversation(),
            Optional.of(
                Reply.text(
                    scene.tongue(),
                    new Prompt(
                        Text.PHRASE_SENT, Map.of("code", LeadFlow.code(request), "words", said)))),
            List.of(
                new Effect.SendText(
                    resident.get().id(),
                    question(holder, question, said, answerable),
                    Optional.of(request.code())),
                new Effect.Heard(request.code(), PhraseGap.promise(scene, question))));
    return answerable
        ? turn.and(new Effect.KeepTalk(request.code(), holder.talk().asking(question)))
        : turn;
  }

  /** A phrase as the resident gets it, with the keys that answer it. */
  static Prompt question(Holder holder, Question question, Arg said, boolean answerable) {
    boolean byKey = answerable && question.phrase().wants() == Phrase.Wants.YES_OR_NO;
    return Prompt.of(
        byKey ? Text.FROM_LEAD_ASK : Text.FROM_LEAD,
        "lead",
        Arg.of(holder.leadName()),
        "words",
        said);
  }
}
