package org.neighborline.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** The groups whose trees are walked, in order. */
  List<Group> chain() {
    List<Group> chain = new ArrayList<>();
    if (!request.deskOnly()) {
      ranking.stream()
          .filter(Ranked::servesNeed)
          .map(Ranked::group)
          .filter(g -> !g.leads().isEmpty())
          .limit(Rules.GROUPS_BEFORE_BACKSTOP)
          .forEach(chain::add);
    }
    backstop.ifPresent(chain::add);
    return chain;
  }

  /** Whether this person was offered the request in this round. */
  boolean wasAsked(Lead lead) {
    return dispatches.stream()
        .anyMatch(d ->
            d.contactId() == lead.contactId()
                && d.round() == request.round()
                && d.status() != DispatchStatus.WITHDRAWN);
  }

  /** Whether it is this person's own request. */
  boolean isInNeed(Lead lead) {
    return request.contactId().isPresent() && request.contactId().getAsLong() == lead.contactId();
  }

  Optional<Dispatch> waiting() {
    return dispatches.stream().filter(d -> d.status().isWaiting()).findFirst();
  }

  /** The lead of a dispatch, if still in a tree. */
  Optional<Lead> lead(Dispatch dispatch) {
    return chainAndAll().stream()
        .flatMap(g -> g.leads().stream())
        .filter(l -> l.id() == dispatch.leadId())
        .findFirst();
  }

  Optional<Group> group(String id) {
    return chainAndAll().stream().filter(g -> g.id().equals(id)).findFirst();
  }

  private List<Group> chainAndAll() {
    List<Group> all = new ArrayList<>(ranking.stream().map(Ranked::group).toList());
    backstop.ifPresent(all::add);
    return all;
  }

  boolean isBackstop(String groupId) {
    return groupId.equals(rules.backstop());
  }
}
