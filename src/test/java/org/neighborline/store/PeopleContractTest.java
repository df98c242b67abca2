package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.neighborline.store.Shelf.BEDSTUY;
import static org.neighborline.store.Shelf.LUIS;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.contact.Contact;
import org.neighborline.conversation.Conversation;
import org.neighborline.conversation.Step;
import org.neighborline.language.Language;
import org.neighborline.language.Letters;
import org.neighborline.language.Phrase;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.request.Code;
import org.neighborline.request.Question;
import org.neighborline.understanding.Need;

/** What contacts, conversations and inbound events promise, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class PeopleContractTest {
  private static final Tongue LATIN_BENGALI = new Tongue(new Language("bn"), Letters.LATIN);

  private final Shelf shelf;
  private final Books books;

  PeopleContractTest(Databases engine) {
    shelf = new Shelf(engine);
    books = shelf.books;
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void a_contact_comes_back_as_it_was_saved() {
    Contact rosa = shelf.contact(ROSA);
    Contact changed =
        rosa.withTongue(LATIN_BENGALI).withReach(new Contact.Reach(true, true, true, false));
    shelf.run(tx -> books.contacts().save(tx, changed));
    shelf.value(tx -> books.contacts().find(tx, ROSA)).isEqualTo(changed);
    shelf.maybe(tx -> books.contacts().find(tx, rosa.id())).contains(changed);
  }

  @Test
  void a_number_that_never_wrote_is_an_unknown_contact() {
    shelf.contact(ROSA);
    shelf.value(tx -> books.contacts().find(tx, LUIS)).isEqualTo(Contact.unknown(LUIS));
    shelf.maybe(tx -> books.contacts().find(tx, 999)).isEmpty();
  }

  @Test
  void a_number_is_stored_once() {
    shelf.contact(ROSA);
    assertThatThrownBy(() -> shelf.contact(ROSA)).hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  void erasure_leaves_the_keyed_hash_and_the_opt_out_alone() {
    Contact rosa = shelf.contact(ROSA).withTongue(LATIN_BENGALI);
    shelf.run(tx ->
        books.contacts().save(tx, rosa.withReach(new Contact.Reach(true, true, true, false))));
    shelf.run(tx -> books.contacts().erase(tx, rosa.id()));
    shelf.maybe(tx -> books.contacts().find(tx, rosa.id())).isEmpty();
    record Left(boolean hash, boolean rest, boolean optedOut) {}
    var left =
        shelf.read(tx ->
            tx.first(
                "SELECT * FROM contact WHERE id = ?",
                row ->
                    new Left(
                        row.optionalBytes("phone_key").isPresent(),
                        row.optionalBytes("phone").isPresent()
                            || row.optionalText("language").isPresent()
                            || row.optionalText("letters").isPresent()
                            || row.flag("text_only")
                            || row.flag("unsafe"),
                        row.flag("opted_out")),
                rosa.id()));
    assertThat(left).contains(new Left(true, false, true));
  }

  @Test
  void who_comes_back_after_erasure_is_new_but_for_the_opt_out() {
    Contact rosa = shelf.contact(ROSA);
    shelf.run(tx -> books.contacts().save(tx, rosa.withReach(rosa.reach().withOptedOut(true))));
    shelf.run(tx -> books.contacts().erase(tx, rosa.id()));
    Contact back = shelf.write(tx -> books.contacts().find(tx, ROSA));
    assertThat(back.id()).isEqualTo(rosa.id());
    assertThat(back.reach()).isEqualTo(new Contact.Reach(true, false, false, false));
    shelf.run(tx -> books.contacts().add(tx, back, NOW));
    shelf
        .maybe(tx -> books.contacts().find(tx, rosa.id()))
        .hasValueSatisfying(kept -> assertThat(kept.phone()).isEqualTo(ROSA));
  }

  @Test
  void a_conversation_that_an_older_program_stored_is_read() {
    String older =
        """
        {"key":"s:1","channel":"SMS","step":{"is":"Idle"},"turn":3,
         "pace":{"since":"2026-11-24T15:00:00Z","count":3,"same":2,"words":42}}
        """;
    assertThat(Json.read(older, Conversation.class).pace())
        .isEqualTo(new Conversation.Pace(NOW, 3, 2, 42, Optional.empty()));
  }

  @Test
  void who_is_muted_stays_so_when_their_number_goes_until_the_desk_says_otherwise() {
    Contact rosa = shelf.contact(ROSA);
    Code code = new Code("K7M2");
    shelf.run(tx -> {
      books.contacts().mute(tx, rosa.id(), code);
      books.contacts().erase(tx, rosa.id());
    });
    shelf.list(tx -> books.contacts().muted(tx)).containsExactly("K7M2");
    shelf
        .value(tx -> books.contacts().find(tx, ROSA))
        .matches(c -> c.reach().muted(), "is muted still");
    shelf.value(tx -> books.contacts().unmute(tx, code)).isEqualTo(true);
    shelf.value(tx -> books.contacts().unmute(tx, code)).isEqualTo(false);
    shelf.list(tx -> books.contacts().muted(tx)).isEmpty();
  }

  @Test
  void every_step_of_a_conversation_is_saved_and_reloaded() {
    Contact rosa = shelf.contact(ROSA);
    Code code = new Code("K7M2");
    List<Step> steps =
        List.of(
            new Step.Idle(),
            new Step.AskLanguage(Shelf.draft()),
            new Step.AskNeed(Shelf.draft(), 2, Optional.of(code)),
            new Step.AskPlace(Shelf.draft().withPlace(Optional.empty()), 1, Optional.empty()),
            new Step.WhichPlace(
                Shelf.draft().withNeeds(Set.of()), List.of(BEDSTUY, BEDSTUY), Optional.of(code)),
            new Step.ReadBack(code),
            new Step.WhatToChange(code),
            new Step.AskSafe(code),
            new Step.OfferPlace(Shelf.draft()),
            new Step.AskNearest(Shelf.draft().withPlace(Optional.empty())),
            new Step.Told(Shelf.draft()),
            new Step.WhoseWords("on my way"),
            new Step.WhosePhrase(
                new Question(Phrase.OK_TODAY, Optional.empty(), Optional.of(NOW), NOW), "at last"),
            new Step.PhrasePage(6, NOW),
            new Step.AskName("bedstuy"),
            new Step.AskShift(NOW),
            new Step.AskOfferer(7),
            new Step.AskNote(code, NOW),
            new Step.AskThanks(code, NOW),
            new Step.AskAnother(code, rosa.phone()),
            new Step.AskConsent(code),
            new Step.AskNews(code, NOW),
            new Step.VoiceBack(),
            new Step.VoiceLanguage(1),
            new Step.VoiceSecondKey(1, 0),
            new Step.VoiceNeed(0),
            new Step.VoiceZip(Need.MEDICINE, 1),
            new Step.VoiceMore(code, true),
            new Step.VoiceReadBack(code, 2, true),
            new Step.VoiceTexts(code, 1),
            new Step.VoiceOther(code, 0),
            new Step.VoiceNumber(code, 1),
            new Step.VoiceChange(code, Optional.of(Need.MEDICINE), 1),
            new Step.VoiceRecord(Shelf.draft()),
            new Step.VoiceTransfer(code, List.of(7L, 9L), NOW),
            new Step.VoiceLeave(code),
            new Step.VoiceWhisper(code),
            new Step.VoiceDispatch(code, 1),
            new Step.VoiceHolding(code, 0),
            new Step.VoiceCode(1),
            new Step.VoiceEnd());
    int kinds =
        Step.ByText.class.getPermittedSubclasses().length
            + Step.OnCall.class.getPermittedSubclasses().length;
    assertThat(steps).hasSize(kinds);
    for (Step step : steps) {
      Conversation conversation =
          new Conversation(
              "s:" + rosa.id(),
              Channel.SMS,
              step,
              7,
              Optional.of(LATIN_BENGALI),
              Optional.of(NOW),
              Optional.of(NOW.plusSeconds(1)),
              new Conversation.Pace(NOW, 3, 2, 42, Optional.of(NOW)));
      shelf.run(
          tx -> books.conversations().save(tx, conversation, OptionalLong.of(rosa.id()), NOW));
      shelf
          .maybe(tx -> books.conversations().stored(tx, conversation.key()))
          .contains(conversation);
    }
  }

  @Test
  void a_conversation_that_never_was_is_a_fresh_one() {
    shelf
        .value(tx -> books.conversations().find(tx, "v:CA1", Channel.VOICE))
        .isEqualTo(Conversation.fresh("v:CA1", Channel.VOICE));
  }

  @Test
  void conversations_go_with_their_contact_and_calls_after_a_while() {
    Contact rosa = shelf.contact(ROSA);
    save("s:" + rosa.id(), Channel.SMS, OptionalLong.of(rosa.id()), NOW);
    save("v:CA1", Channel.VOICE, OptionalLong.empty(), NOW);
    save("v:CA2", Channel.VOICE, OptionalLong.empty(), NOW.plusSeconds(60));
    shelf.value(tx -> books.conversations().eraseCallsBefore(tx, NOW.plusSeconds(1))).isEqualTo(1);
    shelf.run(tx -> books.conversations().erase(tx, rosa.id()));
    assertThat(stored("s:" + rosa.id())).isFalse();
    assertThat(stored("v:CA1")).isFalse();
    assertThat(stored("v:CA2")).isTrue();
  }

  @Test
  void an_event_is_answered_again_with_the_reply_it_got() {
    OptionalLong rosa = OptionalLong.of(shelf.contact(ROSA).id());
    assertThat(reply(rosa, "SM1")).isEmpty();
    add("SM1", rosa, NOW, "food 11221", "{\"a\":1}");
    add("SM2", OptionalLong.empty(), NOW, "", "");
    assertThat(reply(rosa, "SM1")).contains("{\"a\":1}");
    assertThat(reply("SM2")).contains("");
    assertThatThrownBy(() -> add("SM1", rosa, NOW, "", ""))
        .hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  void words_of_events_are_erased_and_a_replay_still_does_nothing() {
    Contact rosa = shelf.contact(ROSA);
    add("SM1", OptionalLong.of(rosa.id()), NOW, "food 11221", "reply one");
    OptionalLong luis = OptionalLong.of(shelf.contact(LUIS).id());
    add("SM2", luis, NOW, "comida", "reply two");
    add("SM3", OptionalLong.empty(), NOW.plusSeconds(60), "later", "reply three");
    shelf.run(tx -> books.inbounds().erase(tx, rosa.id()));
    assertThat(reply(OptionalLong.of(rosa.id()), "SM1")).contains("");
    assertThat(reply(luis, "SM2")).contains("reply two");
    shelf.value(tx -> books.inbounds().eraseBefore(tx, NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(reply(luis, "SM2")).contains("");
    assertThat(reply("SM3")).contains("reply three");
  }

  private void save(String key, Channel channel, OptionalLong contact, Instant at) {
    shelf.run(tx -> books.conversations().save(tx, Conversation.fresh(key, channel), contact, at));
  }

  private boolean stored(String key) {
    return shelf.write(tx -> books.conversations().stored(tx, key)).isPresent();
  }

  private void add(String key, OptionalLong contact, Instant at, String words, String reply) {
    shelf.run(tx -> books.inbounds().add(tx, contact, key, at, words, reply, Optional.of("node")));
  }

  private Optional<String> reply(String key) {
    return reply(OptionalLong.empty(), key);
  }

  private Optional<String> reply(OptionalLong contact, String key) {
    return shelf.read(tx -> books.inbounds().replyTo(tx, contact, key));
  }
}
