package org.neighborline.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neighborline.audio.Listening;
import org.neighborline.conversation.House;
import org.neighborline.conversation.Step;
import org.neighborline.language.Arg;
import org.neighborline.language.Catalog;
import org.neighborline.language.Example;
import org.neighborline.language.Language;
import org.neighborline.language.Segments;
import org.neighborline.language.Tongue;
import org.neighborline.language.Translation;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/**
 * Counts efforts by playing the intake through the real switchboard on an empty database: someone
 * whom nobody knows yet texts, and someone calls, in each language.
 */
public final class EffortPlay {
  /** Nothing is sent and no timer rings, so any moment serves; this is by day. */
  private static final Instant NOW = Instant.parse("2026-11-24T19:00:00Z");

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final long SEED = 7;
  private static final String ASKS = "request groceries";

  /** A ZIP in the city. */
  static final String ZIP = "11221";

  /** So many of a language's examples are played, and the middle one is told. */
  private static final int MOST_EXAMPLES = 9;

  /** Area codes with a hundred numbers each that nobody has, nor any lead of a sample. */
  private static final List<Integer> AREAS = List.of(332, 363, 516);

  private static final int NUMBERS_AN_AREA = 100;

  final Store store;
  final Books books;
  final Switchboard switchboard;
  final Function<String, Reading> reader;
  final Listening listening;
  final House house;
  private final Catalog catalog;
  private final double price;
  private int callers;

  /**
   * What it plays with.
   *
   * @param store an empty database of its own
   * @param house with the languages that can be spoken
   * @param price cents for a segment
   */
  public record Parts(
      Store store,
      Books books,
      Catalog catalog,
      House house,
      List<Roster.Seed> groups,
      Function<String, Reading> reader,
      Listening listening,
      double price) {}

  public EffortPlay(Parts parts) {
    this.store = parts.store();
    this.books = parts.books();
    this.catalog = parts.catalog();
    this.house = parts.house();
    this.reader = parts.reader();
    this.listening = parts.listening();
    this.price = parts.price();
    this.switchboard =
        new Switchboard(
            new Switchboard.Parts(
                store,
                books,
                catalog,
                house,
                () -> NOW,
                new SplittableRandom(SEED),
                Set.of("US"),
                A_DAY));
    switchboard.seed(parts.groups()).join();
  }

  /** Both channels in every language, in the order of menus. */
  public List<Effort> play() {
    List<Effort> efforts = new ArrayList<>();
    for (Language language : house.languages()) {
      efforts.add(byText(language));
      efforts.add(new EffortByCall(this, nobody(), language).play());
    }
    return efforts;
  }

  /** As people write in this language, with a ZIP: the middle of some. */
  private Effort byText(Language language) {
    List<Effort> efforts =
        examples(language)
            .map(words -> new EffortByText(this, nobody(), language).play(words + " " + ZIP))
            .sorted(Comparator.comparingInt(Effort::texts).thenComparingInt(Effort::segments))
            .toList();
    return efforts.get(efforts.size() / 2);
  }

  private Stream<String> examples(Language language) {
    List<String> some =
        catalog.translation(language).map(Translation::examples).orElse(List.of()).stream()
            .filter(example -> example.meaning().equals(ASKS))
            .map(Example::text)
            .limit(MOST_EXAMPLES)
            .toList();
    // A language that nobody gave examples for has its word for food.
    return some.isEmpty()
        ? Stream.of(catalog.words(Tongue.of(language), new Arg.Term(Need.GROCERIES.term())))
        : some.stream();
  }

  private PhoneNumber nobody() {
    int area = AREAS.get(callers / NUMBERS_AN_AREA);
    return new PhoneNumber(
        String.format(Locale.ROOT, "+1%d55501%02d", area, callers++ % NUMBERS_AN_AREA));
  }

  Optional<HelpRequest> request(PhoneNumber of) {
    return store.read(tx -> {
      long contact = books.contacts().find(tx, of).id();
      return books.requests().recent(tx, contact, NOW.minus(A_DAY)).stream().findFirst();
    });
  }

  /** Where the texts of a phone stand. */
  Step texting(PhoneNumber phone) {
    return store.read(tx -> {
      long contact = books.contacts().find(tx, phone).id();
      return books.conversations().find(tx, "s:" + contact, Channel.SMS).step();
    });
  }

  /** Segments of the texts that wait to go to a phone. */
  int waiting(PhoneNumber phone) {
    return store.read(tx ->
        books.outbox().openOf(tx, books.contacts().find(tx, phone).id()).stream()
            .mapToInt(row -> Segments.of(row.body()).count())
            .sum());
  }

  double cents(int segments) {
    return segments * price;
  }
}
