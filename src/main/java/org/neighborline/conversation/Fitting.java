package org.neighborline.conversation;

import java.util.List;
import org.neighborline.language.Phrase;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;

/** The three phrases that whoever takes a request is likely to say first. */
final class Fitting {
  private Fitting() {}

  static List<Phrase> phrases(HelpRequest request) {
    Draft draft = request.draft();
    if (request.deskOnly()) {
      // Nobody goes to a home where someone is dangerous.
      return List.of(Phrase.MAY_CALL, Phrase.WHAT_NEED, Phrase.INTERPRETER);
    }
    Need need = draft.needs().stream().findFirst().orElse(Need.OTHER);
    return List.of(Phrase.ON_MY_WAY, Phrase.OK_IN_MINUTES, first(need, draft));
  }

  /** What one must know first. */
  private static Phrase first(Need need, Draft draft) {
    return switch (need) {
      case GROCERIES -> draft.people().isPresent() ? Phrase.ALLERGIES : Phrase.HOW_MANY;
      case MEDICINE -> Phrase.MEDICINE_READY;
      case HOUSING, TRANSPORT, CHILDCARE -> Phrase.WHAT_TIME;
      case SUPPLIES, OTHER -> Phrase.WHAT_NEED;
      case HEALTH, MONEY, SUPPORT, LEGAL, TECHNOLOGY, INTERPRETING -> Phrase.MAY_CALL;
    };
  }
}
