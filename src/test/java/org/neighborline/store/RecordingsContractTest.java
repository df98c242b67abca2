package org.neighborline.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.store.Shelf.NOW;
import static org.neighborline.store.Shelf.ROSA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.store.Recordings.Due;

/** What callers said, from the carrier's notice to its erasure, on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class RecordingsContractTest {
  private static final String SAID = "kind words";
  private final Shelf shelf;
  private final Recordings recordings;
  private final long request;

  RecordingsContractTest(Databases engine) {
    shelf = new Shelf(engine);
    recordings = shelf.books.recordings();
    request = shelf.request("K7M2", shelf.contact(ROSA)).id();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void a_recording_is_fetched_at_the_carriers_notice_or_soon_without_one() {
    shelf.run(tx -> recordings.add(tx, NOW, "RE1", request, 9));
    assertThat(due(NOW)).isEmpty();
    assertThat(due(NOW.plusSeconds(30))).containsExactly(new Due("RE1", request, 0, false));
    shelf.run(tx -> recordings.told(tx, NOW.plusSeconds(2), "RE1"));
    assertThat(due(NOW.plusSeconds(2))).hasSize(1);
  }

  @Test
  void a_notice_may_come_before_the_turn_that_tells_whose_it_is() {
    shelf.run(tx -> recordings.told(tx, NOW, "RE1"));
    assertThat(due(NOW)).isEmpty();
    shelf.run(tx -> recordings.add(tx, NOW.plusSeconds(1), "RE1", request, 9));
    assertThat(due(NOW.plusSeconds(1))).containsExactly(new Due("RE1", request, 0, false));
  }

  @Test
  void a_recording_of_nobody_is_to_be_deleted_there() {
    shelf.run(tx -> recordings.told(tx, NOW, "RE1"));
    Due nobodys = due(NOW.plus(Duration.ofHours(1))).getFirst();
    assertThat(nobodys).isEqualTo(new Due("RE1", 0, 0, false));
    shelf.run(tx -> recordings.done(tx, nobodys));
    assertThat(shelf.everything()).noneMatch(value -> value.startsWith("recording."));
  }

  @Test
  void a_sound_is_kept_sealed_and_the_carriers_copy_goes_next() {
    kept();
    assertThat(shelf.everything()).noneMatch(value -> value.contains(SAID));
    assertThat(due(NOW)).containsExactly(new Due("RE1", request, 0, true));
    assertThat(shelf.read(recordings::open)).isEqualTo(1);
    shelf.run(tx -> recordings.done(tx, due(NOW).getFirst()));
    assertThat(shelf.read(recordings::open)).isZero();
    shelf.list(tx -> recordings.of(tx, request)).containsExactly("RE1");
    assertThat(new String(shelf.read(tx -> recordings.sound(tx, "RE1")).orElseThrow(), UTF_8))
        .isEqualTo(SAID);
  }

  @Test
  void it_goes_with_its_request_and_at_the_carrier_where_it_still_is() {
    kept();
    shelf.run(tx -> recordings.eraseRequest(tx, request, NOW));
    shelf.maybe(tx -> recordings.sound(tx, "RE1")).isEmpty();
    assertThat(due(NOW)).containsExactly(new Due("RE1", 0, 0, false));
    shelf.run(tx -> recordings.done(tx, due(NOW).getFirst()));
    assertThat(shelf.everything()).noneMatch(value -> value.startsWith("recording."));
  }

  @Test
  void a_ticket_opens_one_recording_for_a_while() {
    String ticket = recordings.ticket("RE1", NOW.plusSeconds(60));
    assertThat(recordings.opens(ticket, NOW)).contains("RE1");
    assertThat(recordings.opens(ticket, NOW.plusSeconds(61))).isEmpty();
    for (String other : List.of("", "RE1", "%%%", ticket.substring(1), ticket + "A")) {
      assertThat(recordings.opens(other, NOW)).as(other).isEmpty();
    }
  }

  private void kept() {
    shelf.run(tx -> {
      recordings.add(tx, NOW, "RE1", request, 9);
      recordings.keep(tx, new Due("RE1", request, 3, false), SAID.getBytes(UTF_8), NOW);
    });
  }

  private List<Due> due(Instant at) {
    return shelf.read(tx -> recordings.due(tx, at, 9));
  }
}
