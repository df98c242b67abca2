package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.neighborline.language.Arg;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;

/** What is asked for, and where, as the gaps of a text take it. */
public final class Gaps {
  private Gaps() {}

  /** The needs, "other" where none is known, and for how many people. */
  public static Arg need(Draft draft) {
    Arg all = needs(draft.needs());
    return draft.people().isPresent() ? new Arg.ForPeople(all, draft.people().getAsInt()) : all;
  }

  /** Needs in the reader's language, "other" where none is known. */
  public static Arg needs(Set<Need> needs) {
    List<Arg> terms = needs.stream().map(n -> (Arg) new Arg.Term(n.term())).toList();
    return switch (terms.size()) {
      case 0 -> new Arg.Term(Need.OTHER.term());
      case 1 -> terms.getFirst();
      default -> new Arg.Row(terms, ", ");
    };
  }

  /** The place's name, or that it is not known. */
  public static Arg place(Draft draft) {
    return draft
        .place()
        .<Arg>map(p -> Arg.of(p.label()))
        .orElseGet(() -> new Arg.Term("place.unknown"));
  }

  /** The name by which everyone calls a request. */
  static Arg code(HelpRequest request) {
    return Arg.of(request.code().text());
  }

  /** A time of day, with its day when it is not within one. */
  public static Arg time(Instant now, Instant at) {
    return at.isBefore(now.plus(Duration.ofDays(1))) ? new Arg.At(at) : new Arg.OnDay(at);
  }
}
