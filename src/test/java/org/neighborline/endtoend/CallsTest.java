package org.neighborline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.endtoend.Hotline.NUMBER;
import static org.neighborline.endtoend.Hotline.ROSA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.simulator.CallAct;
import org.neighborline.simulator.SimulatedCall;
import org.neighborline.simulator.SimulatedCall.Awaits;
import org.neighborline.simulator.SimulatedCall.Heard;

/** Calls through the carrier's model, with the markup that we really write. */
@Timeout(90)
final class CallsTest {
  @TempDir private Path folder = Path.of("");
  private Hotline hotline = null;

  @BeforeEach
  void start() {
    hotline = Hotline.start(folder);
  }

  @AfterEach
  void stop() {
    hotline.close();
  }

  @Test
  void zero_puts_a_caller_through_to_a_lead_who_presses_one() {
    String caller = toldWhere();
    acts(caller, Awaits.KEYS, new CallAct.Press("0"));
    SimulatedCall lead = rung(caller);
    assertThat(lead.from()).as("the lead sees the hotline alone").isEqualTo(NUMBER);
    acts(lead.sid(), Awaits.ANSWER, new CallAct.Answer());
    acts(lead.sid(), Awaits.KEYS, new CallAct.Press("1"));
    awaits(caller, Awaits.TALK);
    acts(caller, Awaits.TALK, new CallAct.Speak("hello", Duration.ofSeconds(2)));
    assertThat(call(lead.sid()).heard()).contains(new Heard.Talked("hello"));
    acts(lead.sid(), Awaits.TALK, new CallAct.HangUp());
    awaits(caller, Awaits.OVER);
    hotline.await(() -> !hotline.textsTo(lead.person()).isEmpty());
    assertThat(hotline.textsTo(lead.person()).getLast()).contains("yours");
    assertThat(hotline.count("request WHERE status = 'ACCEPTED'")).isEqualTo(1);
    assertThat(hotline.simulator.carrier().alerts()).isEmpty();
  }

  @Test
  void who_says_nothing_is_no_person_and_a_hang_up_loses_nothing() {
    String caller = toldWhere();
    acts(caller, Awaits.KEYS, new CallAct.Press("0"));
    SimulatedCall machine = rung(caller);
    acts(machine.sid(), Awaits.ANSWER, new CallAct.Answer());
    acts(machine.sid(), Awaits.KEYS, new CallAct.Silence());
    awaits(machine.sid(), Awaits.OVER);
    hotline.await(() -> call(caller).awaits() != Awaits.TALK && heardTwice(caller));
    hotline.simulator.carrier().act(caller, new CallAct.HangUp());
    hotline.await(() -> hotline.count("request WHERE status = 'DISPATCHING'") == 1);
  }

  @Test
  void what_was_said_is_fetched_kept_and_deleted_at_the_carrier() {
    String caller = toldWhere();
    acts(caller, Awaits.KEYS, new CallAct.Silence());
    acts(caller, Awaits.RECORDING, new CallAct.Speak("two bags", Duration.ofSeconds(4)));
    acts(caller, Awaits.RECORDING, new CallAct.Press("5"));
    awaits(caller, Awaits.KEYS);
    hotline.await(() -> hotline.count("sound") == 1 && hotline.metric("recordings_open") == 0);
    assertThat(hotline.simulator.carrier().recordings()).isEmpty();
  }

  /** A caller who chose English, food and a ZIP, and hears "tell us more". */
  private String toldWhere() {
    String sid = hotline.simulator.carrier().dial(ROSA, NUMBER).sid();
    acts(sid, Awaits.KEYS, new CallAct.Press("1"));
    heard(sid, "food, press 1");
    acts(sid, Awaits.KEYS, new CallAct.Press("1"));
    heard(sid, "five numbers");
    acts(sid, Awaits.KEYS, new CallAct.Press("11221"));
    heard(sid, "After the tone");
    return sid;
  }

  private SimulatedCall rung(String caller) {
    hotline.await(() -> child(caller).isPresent());
    return child(caller).orElseThrow();
  }

  private Optional<SimulatedCall> child(String caller) {
    return hotline.simulator.carrier().calls().stream()
        .filter(c -> c.parent().equals(caller))
        .findFirst();
  }

  /** The caller hears more than the first phone ringing: the next one, or the tone. */
  private boolean heardTwice(String caller) {
    List<Heard> heard = call(caller).heard();
    return heard.stream().anyMatch(h -> said(h, "next neighbor") || said(h, "Nobody can come"));
  }

  private static boolean said(Heard heard, String words) {
    return heard instanceof Heard.Said(_, String all) && all.contains(words);
  }

  private void heard(String sid, String words) {
    hotline.await(() -> call(sid).heard().stream().anyMatch(h -> said(h, words)));
  }

  private void acts(String sid, Awaits when, CallAct act) {
    awaits(sid, when);
    hotline.simulator.carrier().act(sid, act);
  }

  private void awaits(String sid, Awaits what) {
    hotline.await(() -> call(sid).awaits() == what);
  }

  private SimulatedCall call(String sid) {
    return hotline.simulator.carrier().call(sid).orElseThrow();
  }
}
