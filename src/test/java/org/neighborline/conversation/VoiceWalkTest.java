package org.neighborline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.conversation.VoiceFaults.told;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.config.Languages;
import org.neighborline.contact.Contact;
import org.neighborline.language.Language;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;

/**
 * Every call that could be, through the pure core: who calls in each language, known, unknown or
 * without a number, with every key, silence, a recording and a hang-up at every step. It prints its
 * figures.
 */
final class VoiceWalkTest {
  private static final List<Language> LANGUAGES = Languages.shipped();

  /** So often may someone be silent, or press the same key, before a recording or the end. */
  private static final int MOST_SILENCES = 6;

  private static final VoiceWalk WALK = VoiceWalk.shipped();

  @Test
  void the_walk_is_whole_and_these_are_its_figures() {
    long ends = WALK.states().stream().filter(VoiceWorld::isOver).count();
    System.out.printf(
        "voice walk: %d callers, %d states, %d of them ends, %d edges, longest way %d steps%n",
        VoiceCallers.all(LANGUAGES).count(),
        WALK.states().size(),
        ends,
        WALK.edges().size(),
        WALK.deepest());
    Set<String> steps = new HashSet<>();
    WALK.states().forEach(w -> steps.add(w.conversation().step().getClass().getSimpleName()));
    assertThat(steps)
        .contains(
            "VoiceLanguage",
            "VoiceSecondKey",
            "VoiceNeed",
            "VoiceZip",
            "VoiceMore",
            "VoiceReadBack",
            "VoiceChange",
            "VoiceNumber",
            "VoiceRecord",
            "VoiceEnd");
  }

  @Test
  void nothing_that_was_said_is_lost_when_the_call_is_over() {
    assertThat(VoiceFaults.lost(WALK)).isEmpty();
  }

  @Test
  void every_step_speaks_or_is_the_end_and_every_end_was_kind() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      boolean hungUp = edge.move().name().contains("hangs up") || edge.from().isOver();
      if (edge.to().isOver() && !hungUp) {
        assertThat(edge.to().heard()).as(() -> told(edge)).isNotEmpty();
        assertThat(edge.to().conversation().step())
            .as(() -> told(edge))
            .isInstanceOf(Step.VoiceEnd.class);
      }
      // Who presses a key before the tone hears the tone.
      boolean tone = edge.to().waitsFor() instanceof Wait.Recording;
      if (!edge.to().isOver() && !tone && !(edge.to().waitsFor() instanceof Wait.SecondKey)) {
        assertThat(edge.to().heard()).as(() -> told(edge)).isNotEmpty();
      }
    }
  }

  @Test
  void silence_alone_and_any_one_key_again_and_again_come_to_a_recording_or_an_end() {
    for (VoiceWorld world : WALK.states()) {
      for (VoiceWalk.Move move : world.isOver() ? List.<VoiceWalk.Move>of() : WALK.moves(world)) {
        VoiceWorld at = world;
        int steps = 0;
        while (!at.isOver() && !(at.waitsFor() instanceof Wait.Recording)) {
          at = WALK.take(at, move);
          assertThat(++steps)
              .as(() -> told(world) + " and always " + move.name())
              .isLessThan(MOST_SILENCES);
        }
      }
    }
  }

  @Test
  void from_every_step_there_is_a_way_to_a_recording_or_a_stored_request() {
    assertThat(VoiceFaults.deadEnds(WALK)).isEmpty();
  }

  @Test
  void every_sentence_is_in_the_callers_language_and_each_language_is_offered_in_itself() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      VoiceWorld to = edge.to();
      Optional<Tongue> chosen =
          to.conversation().tongue().or(() -> to.contact().flatMap(Contact::tongue));
      List<Language> offered = new ArrayList<>();
      for (Reply.Said said : to.heard()) {
        if (VoiceAsked.offers(said)) {
          offered.add(said.tongue().language());
        } else if (chosen.isPresent()) {
          assertThat(said.tongue()).as(() -> told(edge)).isEqualTo(chosen.get());
        }
      }
      if (!offered.isEmpty()) {
        assertThat(offered).as(told(edge)).containsExactlyInAnyOrderElementsOf(LANGUAGES);
      }
    }
  }

  @Test
  void the_keys_that_posters_say_never_change_and_all_are_live_from_the_start() {
    assertThat(LANGUAGES)
        .extracting(Language::tag)
        .startsWith(
            "en", "es", "zh-Hans", "zh-Hant", "ru", "bn", "ht", "ko", "ar", "ur", "fr", "pl", "yi",
            "hi");
    for (int i = 0; i < LANGUAGES.size(); i++) {
      VoiceWorld at = WALK.ring();
      for (String key : Integer.toString(i + 1).split("")) {
        at = WALK.press(at, key);
      }
      // English alone waits a moment, since other keys begin with its own.
      boolean waits = at.waitsFor() instanceof Wait.SecondKey;
      assertThat(waits).isEqualTo(i == 0);
      VoiceWorld then = waits ? WALK.press(at, "") : at;
      assertThat(then.conversation().tongue()).contains(Tongue.of(LANGUAGES.get(i)));
    }
  }

  @Test
  void silence_is_never_told_that_a_key_is_wrong() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      if (edge.move().event() instanceof Event.Silence) {
        assertThat(VoiceAsked.heard(edge.to(), Text.VOICE_WRONG_KEY, Text.VOICE_ZIP_AGAIN))
            .as(() -> told(edge))
            .isFalse();
      }
    }
  }

  @Test
  void nobody_without_a_number_hears_that_it_will_be_called() {
    for (VoiceWorld world : WALK.states()) {
      if (world.contact().isEmpty()) {
        assertThat(VoiceAsked.heard(world, Text.VOICE_READ_BACK)).as(() -> told(world)).isFalse();
      }
    }
  }

  @Test
  void nobody_is_promised_a_person_unless_something_was_kept() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      if (VoiceAsked.heard(edge.to(), Text.VOICE_THANKS, Text.VOICE_SENT)) {
        assertThat(edge.to().kept().values()).as(() -> told(edge)).anyMatch(VoiceWorld.Kept::sent);
      }
    }
  }
}
