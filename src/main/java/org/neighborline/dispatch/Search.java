package org.neighborline.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.request.HelpRequest;
import org.neighborline.routing.Ranked;

/**
 * All that deciding whom to ask next may look at.
 *
 * @param now the time
 * @param rules how this hotline walks its trees
 * @param request for what
 * @param ranking the groups, best first, without the backstop
 * @param backstop the group that answers last
 * @param dispatches everyone asked so far, in order
 * @param letters when each letter was last used, by the contact of each lead in question
 */
public record Search(
    Instant now,
    Rules rules,
    HelpRequest request,
    List<Ranked> ranking,
    Optional<Group> backstop,
    List<Dispatch> dispatches,
    Map<Long, Map<Character, Instant>> letters) {
  /**
   * The groups whose trees are walked, in order: neighbors, then the backstop; the backstop first
   * once neighbors had their time, or when nobody came who said they would.
   */
  List<Group> chain() {
    List<Group> neighbors = neighbors();
    List<Group> chain = new ArrayList<>(neighbors);
    backstop.ifPresent(b -> chain.add(isLate() ? 0 : neighbors.size(), b));
    return chain;
  }

  private List<Group> neighbors() {
    List<Group> chain = new ArrayList<>();
    if (!request.deskOnly()) {
      ranking.stream()
          .filter(Ranked::servesNeed)
          .map(Ranked::group)
          .filter(g -> !g.leads().isEmpty())
          .limit(Rules.GROUPS_BEFORE_BACKSTOP)
          // One of them that helps with everything spares the neighbor a second helper.
          .sorted(Comparator.comparing((Group g) -> !servesAll(g)))
          .forEach(chain::add);
    }
    return chain;
  }

  private boolean servesAll(Group group) {
    return request.draft().needs().stream().allMatch(group::serves);
  }

  /** Whether one of the neighbors who are asked helps with everything. */
  public boolean isServedByOne() {
    return neighbors().stream().anyMatch(this::servesAll);
  }

  private boolean isLate() {
    return !Budget.left(this).isPositive()
        || dispatches.stream()
            .anyMatch(d -> d.round() == request.round() && d.status() == DispatchStatus.UNHELPED);
  }

  /** Whether this person was offered the request in this round. */
  boolean wasAsked(Lead lead) {
    return dispatches.stream()
        .anyMatch(d ->
            d.contactId() == lead.contactId()
                && d.round() == request.round()
                && d.status() != DispatchStatus.WITHDRAWN
                && !isWorthAnotherTry(d));
  }

  /** A phone that got no text may get one later. */
  private boolean isWorthAnotherTry(Dispatch dispatch) {
    return dispatch.status() == DispatchStatus.UNDELIVERED
        && !dispatch.askedAt().plus(Rules.TRY_PHONE_AGAIN).isAfter(now);
  }

  /** Whether it is this person's own request. */
  boolean isInNeed(Lead lead) {
    return request.contactId().isPresent() && request.contactId().getAsLong() == lead.contactId();
  }

  /** Everyone whose answer we wait for. */
  List<Dispatch> waiting() {
    return dispatches.stream().filter(d -> d.status().isWaiting()).toList();
  }

  /** How many of a group's leads have the question now. */
  int waitingIn(Group group) {
    return (int) waiting().stream().filter(d -> d.groupId().equals(group.id())).count();
  }

  /** Whether anyone was really asked in this round. */
  boolean wasAnyoneAsked() {
    return dispatches.stream().anyMatch(d -> d.round() == request.round() && d.status().wasAsked());
  }

  /** Whether it is the hour in which we start no text. */
  boolean isNight() {
    return rules.quiet().hold(now.atZone(rules.zone()));
  }

  /** The same search, with some of its dispatches changed and the request as it now is. */
  Search with(HelpRequest changedRequest, List<Dispatch> changed) {
    Map<Long, Dispatch> as =
        changed.stream()
            .filter(d -> d.id() != 0)
            .collect(Collectors.toMap(Dispatch::id, d -> d, (_, last) -> last));
    List<Dispatch> all =
        new ArrayList<>(dispatches.stream().map(d -> as.getOrDefault(d.id(), d)).toList());
    changed.stream().filter(d -> d.id() == 0).forEach(all::add);
    return new Search(now, rules, changedRequest, ranking, backstop, all, letters);
  }

  boolean isBackstop(String groupId) {
    return groupId.equals(rules.backstop());
  }
}
