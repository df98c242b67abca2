package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Gaps;
import org.neighborline.dispatch.HoldingFlow;
import org.neighborline.dispatch.Rules;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Timeline;
import org.neighborline.store.Tx;
import org.neighborline.understanding.Need;

/** Carries out what coordinators do by text with any request. */
final class Desk {
  private static final int MOST_LISTED = 5;
  private static final Duration GAPS_BACK = Duration.ofDays(30);
  private static final Duration STUCK_AFTER = Rules.USUAL_BUDGET;

  private final Books books;
  private final Dispatching dispatching;
  private final Trees trees;
  private final Supplier<RosterCache> roster;

  Desk(Books books, Dispatching dispatching, Trees trees, Supplier<RosterCache> roster) {
    this.books = books;
    this.dispatching = dispatching;
    this.trees = trees;
    this.roster = roster;
  }

  /**
   * Carries out an effect.
   *
   * @return what the reply says
   */
  Prompt apply(Tx tx, Scene scene, Effect.AtDesk effect) {
    Instant now = scene.now();
    return switch (effect) {
      case Effect.ListWaiting(boolean stuck) -> waiting(tx, now, stuck);
      case Effect.ListGaps() -> gaps(tx, now);
      case Effect.ListMuted() -> muted(tx);
      case Effect.Mute(Code code) ->
          books
              .requests()
              .find(tx, code)
              .map(r -> mute(tx, scene, r))
              .orElseGet(() -> noSuch(code));
      case Effect.Unmute(Code code) ->
          books.contacts().unmute(tx, code)
              ? Prompt.of(Text.UNMUTED, "code", Arg.of(code.text()))
              : noSuch(code);
      case Effect.TakeAny(Scene.Post desk, Code code) ->
          takeable(tx, code).map(r -> take(tx, now, desk, r)).orElseGet(() -> notOpen(tx, code));
      case Effect.Assign(Scene.Post desk, Code code, String to) ->
          books
              .requests()
              .find(tx, code)
              .filter(r -> r.status().isLive())
              .map(r -> assign(tx, now, desk, r, to))
              .orElseGet(() -> noSuch(code));
    };
  }

  private static Prompt noSuch(Code code) {
    return Prompt.of(Text.NO_SUCH_CODE, "code", Arg.of(code.text()));
  }

  /** Someone has it already, or there is none. */
  private Prompt notOpen(Tx tx, Code code) {
    return books
        .requests()
        .find(tx, code)
        .filter(r -> r.status().isLive())
        .flatMap(HelpRequest::holder)
        .map(h ->
            Prompt.of(Text.TAKEN_FIRST, "lead", Arg.of(h.leadName()), "code", Arg.of(code.text())))
        .orElseGet(() -> noSuch(code));
  }

  private Optional<HelpRequest> takeable(Tx tx, Code code) {
    return books
        .requests()
        .find(tx, code)
        .filter(r -> r.status().isTakeable() && r.holder().isEmpty());
  }

  /** "K7M2 2h food 11221, …": urgent first, then the oldest. */
  private Prompt waiting(Tx tx, Instant now, boolean stuck) {
    List<HelpRequest> all = books.requests().waiting(tx, stuck ? now.minus(STUCK_AFTER) : now);
    if (all.isEmpty()) {
      return Prompt.of(Text.DESK_NONE);
    }
    List<Arg> rows = new ArrayList<>();
    all.stream().limit(MOST_LISTED).forEach(r -> rows.add(row(r, now)));
    if (all.size() > MOST_LISTED) {
      rows.add(Arg.of("+" + (all.size() - MOST_LISTED)));
    }
    return Prompt.of(stuck ? Text.DESK_STUCK : Text.DESK_OPEN, "open", new Arg.Row(rows, ", "));
  }

  private static Arg row(HelpRequest request, Instant now) {
    String holder = request.holder().map(h -> " (" + h.leadName() + ")").orElse("");
    return new Arg.Row(
        List.of(
            Arg.of(request.code().text() + (request.isUrgent() ? "!" : "") + holder),
            Arg.of(age(Duration.between(request.createdAt(), now))),
            Gaps.need(request.draft()),
            request
                .draft()
                .place()
                .flatMap(p -> p.zip())
                .<Arg>map(Arg::of)
                .orElseGet(() -> Gaps.place(request.draft()))),
        " ");
  }

  private static String age(Duration age) {
    if (age.toHours() >= 48) {
      return age.toDays() + "d";
    }
    return age.toMinutes() >= 60 ? age.toHours() + "h" : age.toMinutes() + "m";
  }

  private Prompt gaps(Tx tx, Instant now) {
    Map<Need, Integer> counts = books.records().gapsSince(tx, now.minus(GAPS_BACK));
    List<Arg> rows = new ArrayList<>();
    counts.entrySet().stream()
        .limit(MOST_LISTED)
        .forEach(e ->
            rows.add(
                new Arg.Row(
                    List.of(new Arg.Term(e.getKey().term()), Arg.of(e.getValue().toString())),
                    " ")));
    return rows.isEmpty()
        ? Prompt.of(Text.DESK_NONE)
        : Prompt.of(Text.DESK_GAPS, "needs", new Arg.Row(rows, ", "));
  }

  private Prompt muted(Tx tx) {
    List<Arg> codes = books.contacts().muted(tx).stream().map(Arg::of).toList();
    return codes.isEmpty()
        ? Prompt.of(Text.DESK_NONE)
        : Prompt.of(Text.WHICH_MUTED, "codes", new Arg.Row(codes, ", "));
  }

  /** Everything that is open of theirs is over: what they write next is danger, or nothing. */
  private Prompt mute(Tx tx, Scene scene, HelpRequest named) {
    Code code = named.code();
    named.contactId().ifPresent(id -> books.contacts().mute(tx, id, code));
    List<Long> all =
        named.contactId().isPresent()
            ? books.requests().of(tx, named.contactId().getAsLong())
            : List.of(named.id());
    String actor = scene.posts().getFirst().lead().name();
    for (long id : all) {
      books
          .requests()
          .find(tx, id)
          .filter(r -> r.status().isLive())
          .ifPresent(r -> {
            note(tx, scene.now(), r, actor, "muted", "the sender is not answered any more");
            dispatching.run(tx, scene.now(), r, false, HoldingFlow::parked);
          });
    }
    return Prompt.of(Text.MUTED, "code", Arg.of(code.text()));
  }

  private Prompt take(Tx tx, Instant now, Scene.Post desk, HelpRequest request) {
    dispatching.run(
        tx, now, request, false, s -> HoldingFlow.takenAtDesk(s, desk.lead(), desk.group()));
    Arg code = Arg.of(request.code().text());
    Optional<Contact> resident =
        request.contactId().isPresent()
            ? books.contacts().find(tx, request.contactId().getAsLong())
            : Optional.empty();
    boolean byVoice = request.channel() == Channel.VOICE;
    Optional<PhoneNumber> phone =
        books
            .requests()
            .callBack(tx, request.id())
            .or(() -> resident.filter(c -> byVoice && !c.reach().textOnly()).map(Contact::phone));
    if (phone.isPresent()) {
      return Prompt.of(Text.TAKEN_BY_PHONE, "code", code, "phone", Arg.of(phone.get().e164()));
    }
    return Prompt.of(resident.isPresent() ? Text.TAKEN : Text.TAKEN_NO_NUMBER, "code", code);
  }

  private Prompt assign(Tx tx, Instant now, Scene.Post desk, HelpRequest request, String to) {
    Arg code = Arg.of(request.code().text());
    String own = desk.group().id();
    long self = desk.lead().contactId();
    Optional<Trees.Target> target = Targets.find(roster.get().all(), own, to);
    if (target.isEmpty()) {
      return Prompt.of(
          Text.HAND_WHOM, "code", code, "choices", Targets.names(roster.get().all(), own, self));
    }
    Optional<Lead> able =
        target.get().leads().stream()
            .filter(l -> trees.mayBeAsked(tx, now, request, target.get().group(), l))
            .findFirst();
    if (able.isEmpty()) {
      return Prompt.of(Text.HAND_NOT_NOW, "code", code, "lead", Arg.of(target.get().name()));
    }
    note(tx, now, request, desk.lead().name(), "assigned", "to " + able.get().name());
    dispatching.run(
        tx, now, request, false, s -> HoldingFlow.assigned(s, target.get().group(), able.get()));
    return Prompt.of(Text.HANDED, "code", code, "lead", Arg.of(able.get().name()));
  }

  private void note(
      Tx tx, Instant now, HelpRequest request, String actor, String kind, String detail) {
    books.timeline().add(tx, request.id(), new Timeline.Entry(now, actor, kind, detail));
  }
}
