package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.request.HelpRequest;

/**
 * Whose phone rings for a caller who wants a person now. A ring is a dispatch of its own, of a
 * request that nobody is asked for by text yet: the first to take it, by key, has it.
 */
public final class Calling {
  /** A ring that nobody tells the end of is over by then, and the tree is walked. */
  public static final Duration LONGEST = Duration.ofMinutes(6);

  private Calling() {}

  /** Someone whose phone may ring. */
  public record Candidate(Group group, Lead lead) {}

  /**
   * Who may be called now and speaks a language: in the trees of a request, in order, or elsewhere.
   *
   * @param elsewhere groups anywhere, for callers whose language nobody in those trees speaks
   */
  public static List<Candidate> candidates(
      Search search, Language language, List<Group> elsewhere) {
    List<Candidate> all = new ArrayList<>();
    List<Group> groups = new ArrayList<>(search.chain());
    if (groups.stream().noneMatch(g -> answers(g, language))) {
      groups.addAll(elsewhere);
    }
    for (Group group : groups) {
      for (Lead lead : Escalation.inOrder(group, search)) {
        boolean mayRing =
            group.takesRequests(search.now())
                && lead.mayBeCalled(
                    search.now(),
                    group.zone(),
                    search.rules().quiet(),
                    search.request().isUrgent());
        if (mayRing
            && lead.languages().contains(language)
            && Escalation.hasRoom(search, group, lead)) {
          all.add(new Candidate(group, lead));
        }
      }
    }
    return all;
  }

  private static boolean answers(Group group, Language language) {
    return group.leads().stream().anyMatch(l -> l.calls() && l.languages().contains(language));
  }

  /** A lead's phone rings now. */
  public static Outcome rings(Search search, Group group, Lead lead) {
    HelpRequest request = search.request();
    Instant until = search.now().plus(LONGEST);
    Map<Character, Instant> used = search.letters().getOrDefault(lead.contactId(), Map.of());
    Dispatch ring =
        new Dispatch(
            0,
            request.id(),
            lead.id(),
            lead.contactId(),
            group.id(),
            AnswerLetters.next(used, Set.of()),
            DispatchStatus.ASKED,
            request.round(),
            search.now(),
            until);
    List<Dispatch> changed = new ArrayList<>(withdrawn(search));
    changed.add(ring);
    return new Outcome(request.withLookAt(Optional.of(until)), changed, List.of());
  }

  /** Nobody took the phone: whoever was called may still be asked by text. */
  public static Outcome unanswered(Search search) {
    return new Outcome(search.request(), withdrawn(search), List.of());
  }

  private static List<Dispatch> withdrawn(Search search) {
    return search.waiting().stream().map(d -> d.withStatus(DispatchStatus.WITHDRAWN)).toList();
  }
}
