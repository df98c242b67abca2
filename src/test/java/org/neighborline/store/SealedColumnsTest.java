package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Step;
import org.neighborline.phone.Channel;

/** No number and no words of people lie open in any column of any table. */
@ParameterizedClass
@EnumSource(Databases.class)
class SealedColumnsTest {
  private static final List<String> SECRETS =
      List.of("3475550190", "elevator", "SM0123456789", "kind words", "the answer");

  private final Shelf shelf;

  SealedColumnsTest(Databases engine) {
    shelf = new Shelf(engine);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void numbers_and_words_are_nowhere_in_the_open() {
    Contact rosa = shelf.contact(ROSA);
    shelf.request("K7M2", rosa);
    Books books = shelf.books;
    shelf.run(tx -> {
      books
          .conversations()
          .save(
              tx,
              new Conversation(
                  "s:" + rosa.id(),
                  Channel.SMS,
                  new Step.AskLanguage(Shelf.draft()),
                  1,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  new Conversation.Pace(NOW, 1, 1, 1, Optional.empty())),
              OptionalLong.of(rosa.id()),
              NOW);
      books
          .inbounds()
          .add(
              tx,
              OptionalLong.of(rosa.id()),
              "SM0123456789",
              NOW,
              Shelf.WORDS,
              "the answer",
              Optional.of("node"));
      books
          .outbox()
          .add(
              tx,
              new Outbox.Letter(
                  rosa.id(), "kind words", 1, 1, NOW, OptionalLong.empty(), OptionalLong.empty()),
              NOW);
      books.offers().add(tx, NOW, rosa.id(), Optional.of("bedstuy"), Shelf.draft(), "en");
    });
    assertThat(shelf.everything())
        .hasSizeGreaterThan(50)
        .noneMatch(value -> SECRETS.stream().anyMatch(value::contains));
  }

  @Test
  void what_is_sealed_for_one_place_does_not_open_in_another() {
    Contact rosa = shelf.contact(ROSA);
    long first = shelf.request("K7M2", rosa).id();
    long second = shelf.request("K7M3", rosa).id();
    shelf.run(tx ->
        tx.update(
            "UPDATE request SET words = (SELECT words FROM request WHERE id = ?) WHERE id = ?",
            first,
            second));
    var moved = shelf.store.write(tx -> shelf.books.requests().find(tx, second));
    assertThat(moved)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .havingRootCause()
        .isInstanceOf(GeneralSecurityException.class);
  }
}
