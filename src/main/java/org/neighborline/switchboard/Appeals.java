package org.neighborline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Effect;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Scene;
import org.neighborline.dispatch.Gaps;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Quote;
import org.neighborline.language.Text;
import org.neighborline.place.Place;
import org.neighborline.request.Appeal;
import org.neighborline.request.Appeal.Said;
import org.neighborline.request.Draft;
import org.neighborline.store.Books;
import org.neighborline.store.Outbox;
import org.neighborline.store.Timers;
import org.neighborline.store.Tx;

/** Brings offers to the leads near them, and leads' questions to those who offered. */
final class Appeals {
  /** Nobody who offered help is asked more than once in this. */
  private static final Duration ONCE_IN = Duration.ofDays(1);

  private static final Duration WAITS = Duration.ofDays(1);

  /** So much of an offer's words is shown. */
  private static final int LONGEST_WORDS = 150;

  private final Books books;
  private final House house;
  private final Mail mail;
  private final Supplier<RosterCache> roster;

  Appeals(Books books, House house, Mail mail, Supplier<RosterCache> roster) {
    this.books = books;
    this.house = house;
    this.mail = mail;
    this.roster = roster;
  }

  /** Tells someone's conversation that they are asked; says whether it asked them. */
  @FunctionalInterface
  interface Asking {
    boolean ask(long contactId, Event.Appealed event);
  }

  /**
   * Carries out an effect.
   *
   * @return what the reply says
   */
  Optional<Prompt> apply(Tx tx, Scene scene, Effect.InOffers effect) {
    switch (effect) {
      case Effect.StoreOffer(Draft draft, Language language) ->
          scene.contact().ifPresent(c -> store(tx, scene.now(), c.id(), draft, language));
      case Effect.Appeal appeal -> {
        return Optional.of(ask(tx, scene.now(), appeal));
      }
      case Effect.AnswerAppeal(long id, boolean yes) -> {
        return books.offers().find(tx, id).map(a -> answer(tx, scene, a, yes));
      }
    }
    return Optional.empty();
  }

  private void store(Tx tx, Instant now, long contactId, Draft draft, Language language) {
    Optional<Group> group = nearest(draft);
    books.offers().add(tx, now, contactId, group.map(Group::id), draft, language.tag());
    Prompt prompt =
        new Prompt(
            Text.OFFER_NEW,
            Map.of(
                "place", Gaps.place(draft),
                "need", Gaps.need(draft),
                "language", new Arg.LanguageName(language),
                "words", Arg.of(Quote.shortened(draft.words(), LONGEST_WORDS))));
    group
        .flatMap(g -> first(tx, now, g, contactId))
        .ifPresent(turn ->
            mail.sendNotBefore(tx, now, turn.contactId(), prompt, Outbox.OTHERS, turn.at()));
  }

  /** The group near an offer that helps with such things; the desk where none is known. */
  private Optional<Group> nearest(Draft draft) {
    return draft
        .place()
        .flatMap(place ->
            roster.get().groups().stream()
                .filter(g -> !g.leads().isEmpty())
                .min(
                    Comparator.comparing((Group g) -> !g.servesAny(draft.needs()))
                        .thenComparing(g -> kilometers(g, place))
                        .thenComparing(Group::id)))
        .or(() -> roster.get().backstop());
  }

  private static double kilometers(Group group, Place place) {
    return group.area().contains(place) ? 0 : group.area().kilometersTo(place);
  }

  /** Who of a tree hears of it, and when. */
  private record First(long contactId, Instant at) {}

  private Optional<First> first(Tx tx, Instant now, Group group, long butContactId) {
    Map<Long, Lead.Standing> standings = books.dispatches().standings(tx, group.id());
    return group.leads().stream()
        .filter(l -> l.contactId() != butContactId)
        .map(l -> l.standing(standings.getOrDefault(l.id(), l.standing())))
        .flatMap(l -> mayHear(group, l, now).map(at -> new First(l.contactId(), at)).stream())
        .min(Comparator.comparing(First::at));
  }

  private Optional<Instant> mayHear(Group group, Lead lead, Instant now) {
    return group.mayAsk(lead, now, house.rules().quiet(), false)
        ? Optional.of(now)
        : group.nextAsk(lead, now, house.rules().quiet(), false);
  }

  private Prompt ask(Tx tx, Instant now, Effect.Appeal wanted) {
    Group group = wanted.post().group();
    Lead lead = wanted.post().lead();
    Instant at = byDay(now);
    List<Long> helpers =
        books.offers().helpers(tx, group.id(), wanted.needs(), now.minus(ONCE_IN)).stream()
            .filter(id -> id != lead.contactId())
            .limit(wanted.count())
            .toList();
    Arg need = Gaps.needs(wanted.needs());
    if (helpers.isEmpty()) {
      return Prompt.of(Text.APPEAL_NONE, "need", need);
    }
    Appeal appeal =
        books
            .offers()
            .ask(
                tx,
                new Appeal(
                    0,
                    group.id(),
                    lead.contactId(),
                    lead.name(),
                    wanted.needs(),
                    wanted.words(),
                    at,
                    at.plus(WAITS),
                    OptionalLong.empty(),
                    false),
                helpers);
    books.timers().set(tx, Timers.ofAppeal(appeal.id()), Optional.of(at));
    Arg count = Arg.of(Integer.toString(helpers.size()));
    return at.isAfter(now)
        ? new Prompt(
            Text.APPEAL_LATER, Map.of("count", count, "time", Gaps.time(now, at), "need", need))
        : Prompt.of(Text.APPEAL_SENT, "count", count, "need", need);
  }

  private Instant byDay(Instant at) {
    return house.rules().quiet().over(at, house.rules().zone());
  }

  /** A question's time has come: it is asked, or nobody said yes. */
  boolean rang(Tx tx, Instant now, long id, Asking asking) {
    Optional<Appeal> found =
        books.offers().find(tx, id).filter(a -> !a.over() && !a.at().isAfter(now));
    if (found.isEmpty()) {
      return false;
    }
    Appeal appeal = found.get();
    if (!appeal.until().isAfter(now)) {
      nobody(tx, now, appeal);
      return true;
    }
    String group =
        roster.get().all().stream()
            .filter(g -> g.id().equals(appeal.groupId()))
            .map(Group::name)
            .findFirst()
            .orElse(appeal.groupId());
    Event.Appealed event =
        new Event.Appealed(
            id, appeal.leadName(), group, appeal.needs(), appeal.words(), appeal.until());
    books
        .offers()
        .asked(tx, id)
        .forEach((contact, said) -> {
          if (said == Said.WAITING) {
            books.offers().say(tx, id, contact, asking.ask(contact, event) ? Said.ASKED : Said.NO);
          }
        });
    books.timers().set(tx, Timers.ofAppeal(id), Optional.of(appeal.until()));
    return true;
  }

  private Prompt answer(Tx tx, Scene scene, Appeal appeal, boolean yes) {
    long contactId = scene.contact().map(Contact::id).orElseThrow();
    if (yes && appeal.takenBy().isEmpty()) {
      return taken(tx, scene.now(), appeal, scene.contact().orElseThrow());
    }
    books.offers().say(tx, appeal.id(), contactId, yes ? Said.LATE : Said.NO);
    boolean anyLeft =
        books.offers().asked(tx, appeal.id()).values().stream().anyMatch(Said::isOpen);
    if (!anyLeft && !appeal.over()) {
      nobody(tx, scene.now(), appeal);
    }
    return Prompt.of(yes ? Text.APPEAL_GONE : Text.APPEAL_NO);
  }

  /** The first yes: the lead gets the number, as they agreed, and the others hear. */
  private Prompt taken(Tx tx, Instant now, Appeal appeal, Contact helper) {
    books.offers().say(tx, appeal.id(), helper.id(), Said.YES);
    books.offers().take(tx, appeal.id(), helper.id());
    books.timers().set(tx, Timers.ofAppeal(appeal.id()), Optional.empty());
    Prompt found =
        Prompt.of(
            Text.APPEAL_TAKEN,
            "phone",
            Arg.of(helper.phone().e164()),
            "need",
            Gaps.needs(appeal.needs()));
    mail.sendNotBefore(tx, now, appeal.contactId(), found, Outbox.OTHERS, byDay(now));
    books
        .offers()
        .asked(tx, appeal.id())
        .forEach((contact, said) -> {
          if (said == Said.ASKED) {
            mail.sendNotBefore(
                tx, now, contact, Prompt.of(Text.APPEAL_GONE), Outbox.OTHERS, byDay(now));
          }
        });
    return Prompt.of(Text.APPEAL_YES, "lead", Arg.of(appeal.leadName()));
  }

  private void nobody(Tx tx, Instant now, Appeal appeal) {
    books.offers().end(tx, appeal.id());
    books.timers().set(tx, Timers.ofAppeal(appeal.id()), Optional.empty());
    int count = books.offers().asked(tx, appeal.id()).size();
    Prompt prompt =
        Prompt.of(
            Text.APPEAL_NOBODY,
            "count",
            Arg.of(Integer.toString(count)),
            "need",
            Gaps.needs(appeal.needs()));
    mail.sendNotBefore(tx, now, appeal.contactId(), prompt, Outbox.OTHERS, byDay(now));
  }
}
