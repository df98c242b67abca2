package org.neighborline.switchboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.conversation.House;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchFlow;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.store.Books;
import org.neighborline.store.OutboxRow;
import org.neighborline.store.OutboxStatus;
import org.neighborline.store.Tx;

/**
 * Spares the desk a text for each request: with more than a few waiting for one of its leads, what
 * has not gone out yet goes as one list of codes.
 */
final class Bundles {
  private static final int MOST_APART = 5;

  private final Books books;
  private final House house;
  private final Mail mail;
  private final Dispatching dispatching;

  Bundles(Books books, House house, Mail mail, Dispatching dispatching) {
    this.books = books;
    this.house = house;
    this.mail = mail;
    this.dispatching = dispatching;
  }

  /** A question of a request that has not gone out. */
  private record Unsent(OutboxRow row, Dispatch dispatch) {}

  /**
   * The row as a list of all that waits for its lead, whose own texts then need not go: its lead is
   * asked for those too, from now.
   */
  Optional<OutboxRow> of(Tx tx, Instant now, OutboxRow row) {
    if (row.dispatchId().isEmpty() || !isDesks(tx, row)) {
      return Optional.empty();
    }
    List<Unsent> unsent = unsent(tx, row.contactId());
    List<Dispatch> waiting =
        books.dispatches().openOf(tx, row.contactId()).stream()
            .filter(d -> d.status().isWaiting())
            .toList();
    if (waiting.size() <= MOST_APART || unsent.size() < 2) {
      return Optional.empty();
    }
    for (Unsent other : unsent) {
      if (other.row().id() != row.id()) {
        books.outbox().mark(tx, other.row().id(), OutboxStatus.ACCEPTED);
        books
            .requests()
            .find(tx, other.dispatch().requestId())
            .ifPresent(r ->
                dispatching.run(
                    tx, now, r, false, s -> DispatchFlow.accepted(s, other.dispatch())));
      }
    }
    return Optional.of(mail.reword(tx, row, list(tx, waiting)));
  }

  private boolean isDesks(Tx tx, OutboxRow row) {
    return books
        .dispatches()
        .find(tx, row.dispatchId().orElseThrow())
        .filter(d -> d.groupId().equals(house.rules().backstop()))
        .isPresent();
  }

  private List<Unsent> unsent(Tx tx, long contactId) {
    List<Unsent> unsent = new ArrayList<>();
    for (OutboxRow row : books.outbox().openOf(tx, contactId)) {
      if (row.status() == OutboxStatus.READY && row.dispatchId().isPresent()) {
        books
            .dispatches()
            .find(tx, row.dispatchId().getAsLong())
            .filter(d -> d.status() == DispatchStatus.QUEUED)
            .ifPresent(d -> unsent.add(new Unsent(row, d)));
      }
    }
    return unsent;
  }

  private Prompt list(Tx tx, List<Dispatch> waiting) {
    List<Arg> codes =
        waiting.stream()
            .flatMap(d -> books.requests().find(tx, d.requestId()).stream())
            .<Arg>map(r -> Arg.of(r.code().text() + (r.isUrgent() ? "!" : "")))
            .toList();
    return Prompt.of(
        Text.DESK_WAITING,
        "count",
        Arg.of(Integer.toString(codes.size())),
        "codes",
        new Arg.Row(codes, ", "));
  }
}
