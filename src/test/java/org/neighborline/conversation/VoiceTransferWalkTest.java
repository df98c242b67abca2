package org.neighborline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.conversation.VoiceFaults.told;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Text;

/**
 * Every call that could be where leads are near: zero at any step, phones that ring, are busy, are
 * taken up by a person or a machine, and a hang-up on either side, in any order that the carrier
 * tells it in. It prints its figures.
 */
final class VoiceTransferWalkTest {
  private static final VoiceWalk WALK = VoicePhoneMoves.walk();

  @Test
  void the_walk_is_whole_and_these_are_its_figures() {
    Set<String> steps = new HashSet<>();
    WALK.states().forEach(w -> steps.add(w.conversation().step().getClass().getSimpleName()));
    long taken =
        WALK.states().stream()
            .filter(w -> w.kept().values().stream().anyMatch(k -> k.request().holder().isPresent()))
            .count();
    System.out.printf(
        "walk with leads near: %d states, %d with a taken request, %d edges, longest way %d steps%n",
        WALK.states().size(), taken, WALK.edges().size(), WALK.deepest());
    assertThat(steps).contains("VoiceTransfer", "VoiceLeave", "VoiceEnd");
  }

  @Test
  void nothing_that_was_said_is_lost_whoever_hangs_up() {
    assertThat(VoiceFaults.lost(WALK)).isEmpty();
  }

  @Test
  void from_every_step_there_is_a_way_to_a_recording_or_to_someone_who_is_asked() {
    assertThat(VoiceFaults.deadEnds(WALK)).isEmpty();
  }

  @Test
  void a_key_alone_connects_and_whoever_is_connected_has_the_request() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      if (isJoined(edge.to()) && !isJoined(edge.from())) {
        VoicePhones.Leg leg = edge.to().phones().leg().orElseThrow();
        assertThat(edge.move().name()).as(() -> told(edge)).isEqualTo("the lead's 1");
        assertThat(edge.to().kept(leg.code()).request().holder())
            .as(() -> told(edge))
            .hasValueSatisfying(h -> assertThat(h.leadId()).isEqualTo(leg.lead().lead().id()));
      }
    }
  }

  @Test
  void a_lead_hears_at_most_one_question_and_is_told_when_it_is_over() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      if (edge.move().byLead() && !(edge.move().event() instanceof Event.HungUp)) {
        VoicePhones.Leg leg = edge.to().phones().leg().orElseThrow();
        boolean asked = leg.waitsFor() instanceof Wait.Acceptance;
        assertThat(asked || leg.isDown() || leg.isJoined()).as(() -> told(edge)).isTrue();
        if (asked) {
          assertThat(edge.move().event()).isInstanceOf(Event.PickedUp.class);
          assertThat(leg.heard()).hasSize(1);
        }
      }
    }
  }

  @Test
  void no_phone_rings_for_a_caller_who_waits_no_more() {
    for (VoiceWorld world : WALK.states()) {
      boolean rings = world.waitsFor() instanceof Wait.Transfer;
      boolean waiting = world.phones().rings().stream().anyMatch(d -> d.status().isWaiting());
      // Between the caller's hang-up and a lead's key, the key still counts.
      if (!rings) {
        assertThat(waiting).as(() -> told(world)).isFalse();
      }
    }
  }

  @Test
  void nobody_is_called_twice_and_nobody_after_someone_took_it() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      List<Long> called =
          edge.to().phones().rings().stream().map(d -> d.requestId() * 1_000 + d.leadId()).toList();
      assertThat(called).as(() -> told(edge)).doesNotHaveDuplicates();
      boolean wasTaken =
          edge.from().kept().values().stream().anyMatch(k -> k.request().holder().isPresent());
      if (wasTaken && edge.move().event() instanceof Event.TransferEnded(_, boolean gone)) {
        assertThat(edge.to().isOver()).as(() -> told(edge)).isTrue();
        boolean thanked = VoiceAsked.heard(edge.to(), Text.VOICE_THANKS);
        assertThat(thanked).as(() -> told(edge)).isEqualTo(!gone && !edge.from().isOver());
      }
    }
  }

  @Test
  void that_two_talked_is_on_record_in_whatever_order_the_ends_are_told() {
    for (VoiceWalk.Edge edge : WALK.edges()) {
      if (edge.move().event() instanceof Event.TransferEnded(boolean talked, _) && talked) {
        assertThat(edge.to().phones().talked()).as(() -> told(edge)).isTrue();
      }
    }
  }

  private static boolean isJoined(VoiceWorld world) {
    return world.phones().leg().filter(VoicePhones.Leg::isJoined).isPresent();
  }
}
