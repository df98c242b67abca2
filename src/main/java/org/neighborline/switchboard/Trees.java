package org.neighborline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.dispatch.FollowUp;
import org.neighborline.dispatch.HoldingFlow;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;

/** Carries out what happens within a phone tree: who is in it, and who has what. */
final class Trees {
  private final Books books;
  private final House house;
  private final Dispatching dispatching;
  private final Shifts shifts;
  private final Rosters rosters;

  Trees(Books books, House house, Dispatching dispatching, Shifts shifts, Rosters rosters) {
    this.books = books;
    this.house = house;
    this.dispatching = dispatching;
    this.shifts = shifts;
    this.rosters = rosters;
  }

  /** The roster as it is worked with, and read again after a change. */
  interface Rosters extends Supplier<RosterCache> {
    void changed(Tx tx);
  }

  Optional<Prompt> apply(Tx tx, Scene scene, Effect.InTree effect) {
    Instant now = scene.now();
    switch (effect) {
      case Effect.Heard(Code code, Optional<Instant> promise) ->
          books
              .requests()
              .find(tx, code)
              .ifPresent(r -> dispatching.run(tx, now, r, false, s -> FollowUp.heard(s, promise)));
      case Effect.HelpArrived(Code code) -> {
        note(tx, now, code, "arrived");
        books
            .requests()
            .find(tx, code)
            .ifPresent(r -> dispatching.run(tx, now, r, false, HoldingFlow::arrived));
      }
      case Effect.NotHelped(Code code) -> {
        note(tx, now, code, "nobody came");
        books
            .requests()
            .find(tx, code)
            .ifPresent(r -> dispatching.run(tx, now, r, false, HoldingFlow::notHelped));
      }
      case Effect.HandOver(Dispatch dispatch, String to) -> {
        return hand(tx, scene, dispatch, to);
      }
      case Effect.Reopen(Dispatch dispatch) ->
          books
              .requests()
              .find(tx, dispatch.requestId())
              .ifPresent(
                  r -> dispatching.run(tx, now, r, false, s -> HoldingFlow.reopened(s, dispatch)));
      case Effect.KeepNote(Code code, String words) ->
          books
              .requests()
              .find(tx, code)
              .ifPresent(r -> books.records().note(tx, now, r.id(), contactId(scene), words));
      case Effect.JoinTree(String groupId, String name) -> {
        return join(tx, scene, groupId, name);
      }
      case Effect.LeaveTrees() -> leave(tx, scene);
    }
    return Optional.empty();
  }

  private void note(Tx tx, Instant now, Code code, String kind) {
    books
        .requests()
        .find(tx, code)
        .ifPresent(
            r -> books.timeline().add(tx, r.id(), new Timeline.Entry(now, "resident", kind, "")));
  }

  private static long contactId(Scene scene) {
    return scene.contact().map(Contact::id).orElseThrow();
  }

  /** To a lead of the same tree by name, or to whoever of another group may be asked first. */
  private Optional<Prompt> hand(Tx tx, Scene scene, Dispatch dispatch, String to) {
    Optional<HelpRequest> found =
        books.requests().find(tx, dispatch.requestId()).filter(r -> r.status().isLive());
    Optional<Dispatch> stored =
        books
            .dispatches()
            .find(tx, dispatch.id())
            .filter(d -> d.status() == DispatchStatus.TAKEN || d.status().isWaiting());
    if (found.isEmpty() || stored.isEmpty()) {
      return Optional.empty();
    }
    HelpRequest request = found.get();
    Arg code = Arg.of(request.code().text());
    List<Group> all = rosters.get().all();
    Optional<Target> target = Targets.find(all, dispatch.groupId(), to);
    if (target.isEmpty()) {
      return Optional.of(
          Prompt.of(
              Text.HAND_WHOM,
              "code",
              code,
              "choices",
              Targets.names(all, dispatch.groupId(), dispatch.contactId())));
    }
    Optional<Lead> able =
        target.get().leads().stream()
            .filter(l -> l.contactId() != dispatch.contactId())
            .filter(l -> mayBeAsked(tx, scene.now(), request, target.get().group(), l))
            .findFirst();
    if (able.isEmpty()) {
      return Optional.of(
          Prompt.of(Text.HAND_NOT_NOW, "code", code, "lead", Arg.of(target.get().name())));
    }
    dispatching.run(
        tx,
        scene.now(),
        request,
        false,
        s -> HoldingFlow.handed(s, stored.get(), target.get().group(), able.get()));
    return Optional.of(Prompt.of(Text.HANDED, "code", code, "lead", Arg.of(able.get().name())));
  }

  /** Someone to hand a request to: one lead, or the leads of a group in their order. */
  record Target(String name, Group group, List<Lead> leads) {}

  boolean mayBeAsked(Tx tx, Instant now, HelpRequest request, Group group, Lead lead) {
    Lead.Standing standing =
        books.dispatches().standings(tx, group.id()).getOrDefault(lead.id(), lead.standing());
    boolean own =
        request.contactId().isPresent() && request.contactId().getAsLong() == lead.contactId();
    boolean desksAlone = request.deskOnly() && !group.id().equals(house.rules().backstop());
    return !own
        && !desksAlone
        && standing.open() < house.rules().capacity()
        && group.mayAsk(lead.standing(standing), now, house.rules().quiet(), request.isUrgent());
  }

  private Optional<Prompt> join(Tx tx, Scene scene, String groupId, String name) {
    Optional<Group> group =
        rosters.get().all().stream().filter(g -> g.id().equals(groupId)).findFirst();
    if (group.isEmpty()) {
      return Optional.empty();
    }
    Contact contact = scene.contact().orElseThrow();
    int last = group.get().leads().stream().mapToInt(Lead::tier).max().orElse(1);
    books.roster().join(tx, groupId, contact.id(), name, contact.reads().language(), last);
    rosters.changed(tx);
    return Optional.of(Prompt.of(Text.JOINED, "group", Arg.of(group.get().name())));
  }

  /** What they had goes to others first, while they are still known by name. */
  private void leave(Tx tx, Scene scene) {
    for (Scene.Post post : scene.posts()) {
      dispatching.handBack(tx, scene.now(), post.lead().id());
      books.roster().leave(tx, post.lead().id());
      shifts.forget(tx, post.lead().id());
    }
    rosters.changed(tx);
  }

  static String folded(String words) {
    return words.strip().toLowerCase(Locale.ROOT);
  }
}
