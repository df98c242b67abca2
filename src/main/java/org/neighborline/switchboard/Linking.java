package org.neighborline.switchboard;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.neighborline.dispatch.Search;
import org.neighborline.group.Group;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
import org.neighborline.routing.Ranked;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;
import org.neighborline.understanding.Need;

/**
 * Several needs in one text are one request where the nearest group helps with all of them; else
 * what it does not help with is a request of its own, and each knows of the other.
 */
final class Linking {
  private final Books books;
  private final SearchLoader searches;

  Linking(Books books, SearchLoader searches) {
    this.books = books;
    this.searches = searches;
  }

  /**
   * Takes out of a request that is about to be asked what its nearest group does not help with.
   *
   * @param code a code that is free
   * @return the request that is new; empty where one is enough
   */
  Optional<HelpRequest> split(Tx tx, Instant now, HelpRequest request, Code code) {
    Set<Need> needs = request.draft().needs();
    if (request.status() != RequestStatus.OPEN || needs.size() < 2) {
      return Optional.empty();
    }
    Search search = searches.load(tx, now, request);
    Optional<Group> nearest =
        search.ranking().stream().filter(Ranked::servesNeed).map(Ranked::group).findFirst();
    Set<Need> rest = new LinkedHashSet<>(needs);
    nearest.ifPresent(group -> rest.removeIf(group::serves));
    if (nearest.isEmpty() || rest.isEmpty() || search.isServedByOne()) {
      return Optional.empty();
    }
    Set<Need> served = new LinkedHashSet<>(needs);
    served.removeAll(rest);
    books.requests().save(tx, request.withDraft(request.draft().withNeeds(served)));
    HelpRequest second =
        books
            .requests()
            .add(
                tx,
                HelpRequest.opened(
                        code,
                        request.contactId(),
                        request.channel(),
                        request.tongue(),
                        request.draft().withNeeds(rest),
                        now,
                        now)
                    .withConfirmed(request.confirmed()));
    books.timers().set(tx, Timers.ofRequest(second.id()), second.lookAt());
    linked(tx, now, request, second, nearest.get());
    return Optional.of(second);
  }

  private void linked(Tx tx, Instant now, HelpRequest one, HelpRequest other, Group group) {
    books
        .timeline()
        .add(
            tx,
            one.id(),
            new Timeline.Entry(
                now,
                "hotline",
                "linked",
                other.code() + " has what " + group.name() + " does not help with"));
    books
        .timeline()
        .add(
            tx,
            other.id(),
            new Timeline.Entry(now, "hotline", "linked", "said together with " + one.code()));
  }
}
