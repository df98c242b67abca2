package org.neighborline.dispatch;

import java.time.Instant;
import java.util.Map;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.HelpRequest;

/** What a lead reads who is asked. */
public final class DispatchText {
  private DispatchText() {}

  /** The text of a dispatch that goes out now: its lead's time runs from here. */
  public static Prompt question(Rules rules, HelpRequest request, Dispatch dispatch, Instant now) {
    return question(request, dispatch, now.plus(rules.waitFor(request.isUrgent())));
  }

  static Prompt question(HelpRequest request, Dispatch dispatch, Instant answerBy) {
    return new Prompt(
        request.isUrgent() ? Text.DISPATCH_URGENT : Text.DISPATCH,
        Map.of(
            "letter", Arg.of(String.valueOf(dispatch.letter())),
            "need", Gaps.need(request.draft()),
            "place", Gaps.place(request.draft()),
            "language", new Arg.LanguageName(request.tongue().language()),
            "code", Arg.of(request.code().text()),
            "time", new Arg.At(answerBy)));
  }
}
