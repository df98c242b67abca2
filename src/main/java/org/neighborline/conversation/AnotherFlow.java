package org.neighborline.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Gaps;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Emergency;
import org.neighborline.understanding.Reading;

/**
 * Asking for someone else: where the words hold another number, whoever asks says whether it is
 * that person's. Then that person is asked once, and only with their yes the request is theirs.
 */
public final class AnotherFlow {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d+])(?:\\+?1[\\s.-]?)?\\(?([2-9]\\d{2})\\)?[\\s.-]{0,2}([2-9]\\d{2})[\\s.-]{0,2}(\\d{4})(?!\\d)");

  private static final int YES = 1;
  private static final int NO = 2;

  private AnotherFlow() {}

  /**
   * The same turn, with the question whose number it is after what it says.
   *
   * @param request what is sent or noted with it
   * @param words what may hold a number
   */
  static Turn asking(Scene scene, HelpRequest request, String words, Turn turn) {
    boolean mayAsk =
        request.channel() == Channel.SMS
            && !request.deskOnly()
            && scene.contact().filter(c -> c.reach().mayBeTexted()).isPresent();
    Optional<PhoneNumber> number =
        mayAsk ? number(words).filter(n -> !isOwn(scene, n)) : Optional.empty();
    return number.map(n -> asking(scene, request.code(), n, turn)).orElse(turn);
  }

  private static Turn asking(Scene scene, Code code, PhoneNumber number, Turn turn) {
    Instant until = scene.now().plus(House.FINISH_WITHIN);
    Conversation next =
        turn.next()
            .at(new Step.AskAnother(code, number), Optional.of(scene.now()), Optional.of(until));
    Prompt question = Prompt.of(Text.ANOTHER_ASK, "phone", Arg.of(written(number)));
    if (turn.reply().isEmpty()) {
      return new Turn(next, turn.reply(), turn.effects()).and(new Effect.Say(question));
    }
    List<Reply.Said> said = new ArrayList<>(turn.reply().get().said());
    said.add(new Reply.Said(scene.tongue(), question));
    return new Turn(next, turn.reply(), turn.effects())
        .saying(new Reply(said, turn.reply().get().waitsFor()));
  }

  private static boolean isOwn(Scene scene, PhoneNumber number) {
    return scene.contact().filter(c -> c.phone().equals(number)).isPresent();
  }

  private static Optional<PhoneNumber> number(String words) {
    Matcher matcher = NUMBER.matcher(Keys.latinDigits(words));
    return matcher.find()
        ? Optional.of(
            new PhoneNumber("+1" + matcher.group(1) + matcher.group(2) + matcher.group(3)))
        : Optional.empty();
  }

  /** As people write it, who must see that it is right. */
  private static String written(PhoneNumber number) {
    String digits = number.e164().substring(2);
    return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
  }

  /** "Is it theirs?" to who asked, and "may we text you?" to whom it is for. */
  static Optional<Turn> answer(Scene scene, Reading reading) {
    boolean danger = reading.emergency() != Emergency.NONE;
    Optional<Boolean> yes = danger ? Optional.empty() : yesOrNo(reading);
    return switch (scene.conversation().step()) {
      case Step.AskAnother(Code code, PhoneNumber number) ->
          yes.flatMap(y -> scene.request(code).map(r -> whose(scene, r, number, y)));
      case Step.AskConsent(Code code) ->
          yes.map(y ->
              new Turn(
                  scene.idle().conversation(),
                  Optional.empty(),
                  List.of(new Effect.Consent(code, y))));
      default -> Optional.empty();
    };
  }

  private static Turn whose(Scene scene, HelpRequest request, PhoneNumber number, boolean theirs) {
    Turn turn = FrontDesk.reply(scene.idle(), ResidentFlow.status(request, scene.now()));
    // Leads read the words: the number of someone who agreed to nothing yet goes out of them.
    String words =
        NUMBER.matcher(Keys.latinDigits(request.draft().words())).replaceAll(number.masked());
    return theirs
        ? turn.and(new Effect.ChangeRequest(request.withDraft(request.draft().saying(words))))
            .and(new Effect.AskConsent(request.code(), number))
        : turn;
  }

  private static Optional<Boolean> yesOrNo(Reading reading) {
    Optional<Integer> key =
        Keys.read(reading.words()).filter(k -> k.letter().isEmpty()).map(Keys::digit);
    Optional<Command> word = reading.command();
    if (key.filter(k -> k == YES).isPresent() || word.filter(Command.YES::equals).isPresent()) {
      return Optional.of(true);
    }
    return key.filter(k -> k == NO).isPresent() || word.filter(Command.NO::equals).isPresent()
        ? Optional.of(false)
        : Optional.empty();
  }

  /** What whoever agreed hears first. */
  public static Prompt agreed(HelpRequest request, Instant now) {
    return ResidentFlow.status(request, now);
  }

  /** What someone hears for whom another asked. */
  public static Prompt consent(HelpRequest request) {
    return Prompt.of(
        Text.ANOTHER_CONSENT,
        "need",
        Gaps.need(request.draft()),
        "place",
        Gaps.place(request.draft()));
  }

  /** Whether a question of ours would go under in what they are in the midst of. */
  public static boolean mayAsk(Contact them, Conversation texts) {
    return them.reach().mayBeTexted() && texts.step() instanceof Step.Idle;
  }
}
