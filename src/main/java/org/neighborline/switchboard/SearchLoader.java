package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.neighborline.conversation.House;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.dispatch.Rules;
import org.neighborline.dispatch.Search;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.routing.Ranked;
import org.neighborline.routing.Reason;
import org.neighborline.routing.Router;
import org.neighborline.routing.Wanted;
import org.neighborline.store.Books;
import org.neighborline.store.Tx;

/** Loads all that deciding whom to ask next may look at. */
final class SearchLoader {
  /** Groups whose leads' standing is looked at; the machine asks fewer. */
  private static final int CANDIDATES = 6;

  private static final int MOST_CANDIDATES = 100;
  private static final Duration LETTERS_BACK = Duration.ofDays(14);

  private final Books books;
  private final House house;
  private final Supplier<RosterCache> roster;

  SearchLoader(Books books, House house, Supplier<RosterCache> roster) {
    this.books = books;
    this.house = house;
    this.roster = roster;
  }

  /** The search for a request as it stands now. */
  Search load(Tx tx, Instant now, HelpRequest request) {
    List<Dispatch> dispatches = books.dispatches().of(tx, request.id());
    List<Ranked> ranking = begunFirst(ranking(tx, now, request), request, dispatches);
    Optional<Group> backstop = roster.get().backstop().map(g -> standing(tx, g, request.id()));
    Map<Long, Map<Character, Instant>> letters = new HashMap<>();
    for (Group group : ranking.stream().map(Ranked::group).toList()) {
      letters(tx, group, letters, now);
    }
    backstop.ifPresent(g -> letters(tx, g, letters, now));
    return new Search(now, house.rules(), request, ranking, backstop, dispatches, letters);
  }

  /**
   * A tree that was begun is walked to its end: asking its first lead makes its group one that was
   * asked lately, which must not put a neighbor before its second lead.
   */
  private static List<Ranked> begunFirst(
      List<Ranked> ranking, HelpRequest request, List<Dispatch> dispatches) {
    if (request.status() == RequestStatus.OPEN || request.status() == RequestStatus.UNMET) {
      return ranking;
    }
    List<String> begun =
        dispatches.stream()
            .filter(d -> d.round() == request.round() && d.status() != DispatchStatus.WITHDRAWN)
            .map(Dispatch::groupId)
            .distinct()
            .toList();
    return ranking.stream()
        .sorted(
            Comparator.comparingInt(
                r -> begun.contains(r.group().id()) ? begun.indexOf(r.group().id()) : begun.size()))
        .toList();
  }

  private void letters(
      Tx tx, Group group, Map<Long, Map<Character, Instant>> letters, Instant now) {
    for (Lead lead : group.leads()) {
      letters.computeIfAbsent(
          lead.contactId(), id -> books.dispatches().letters(tx, id, now.minus(LETTERS_BACK)));
    }
  }

  /**
   * Ranks the best groups by how their leads stand now. When too few of them have room, others
   * farther away may come before them, so more are looked at.
   */
  private List<Ranked> ranking(Tx tx, Instant now, HelpRequest request) {
    if (request.draft().place().isEmpty()) {
      return List.of();
    }
    Wanted wanted =
        new Wanted(
            request.draft().place().get(),
            request.draft().needs(),
            Optional.of(request.tongue().language()),
            now,
            house.rules().capacity());
    Map<String, Group> standing = new HashMap<>();
    for (int most = CANDIDATES; ; most *= 2) {
      List<Group> best =
          roster.get().router().candidates(wanted, most).stream()
              .map(g -> standing.computeIfAbsent(g.id(), _ -> standing(tx, g, request.id())))
              .toList();
      long free = best.stream().filter(g -> g.hasRoom(wanted.capacity())).count();
      if (free >= Rules.GROUPS_BEFORE_BACKSTOP || best.size() < most || most > MOST_CANDIDATES) {
        return Router.rank(best, wanted);
      }
    }
  }

  /** Some groups that speak a language, wherever they are, as their leads stand now. */
  List<Group> speaking(Tx tx, Language language) {
    return roster.get().groups().stream()
        .filter(g -> g.speaks(language))
        .limit(CANDIDATES)
        .map(g -> standing(tx, g, 0))
        .toList();
  }

  private Group standing(Tx tx, Group group, long requestId) {
    Map<Long, Lead.Standing> standings = books.dispatches().standings(tx, group.id());
    int holds =
        group.availability().capacity().isPresent()
            ? books.dispatches().openIn(tx, group.id(), requestId)
            : 0;
    return group.withStanding(
        holds,
        group.leads().stream()
            .map(l -> l.standing(standings.getOrDefault(l.id(), l.standing())))
            .toList());
  }

  /** Why a group ranks where it does, to be kept. */
  static String why(Ranked ranked) {
    return ranked.group().name()
        + ": "
        + ranked.reasons().stream().map(Reason::toString).collect(Collectors.joining("; "));
  }
}
