package org.neighborline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.Main;
import org.neighborline.simulator.SimulatedMessage;
import org.neighborline.simulator.SimulatedMessage.Direction;

/** The program as a process of its own, killed in the middle of its work and told to stop. */
@Timeout(180)
final class CrashTest {
  private static final int PEOPLE = 500;
  private static final List<String> ZIPS =
      List.of("11221", "10453", "11206", "10002", "11377", "10301", "11226", "10026");

  @TempDir private Path folder = Path.of("");
  private Hotline hotline = null;
  private Process process = null;

  @BeforeEach
  void start() {
    hotline = Hotline.prepare(folder);
    // The carrier's clock is behind, so that what it lists is old enough to be fetched at once.
    hotline.simulatorIsBehind(Duration.ofMinutes(2));
    serve();
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
    hotline.close();
  }

  @Test
  void killed_amid_500_texts_it_loses_none_doubles_none_and_asks_for_each() throws Exception {
    List<String> people = IntStream.range(0, PEOPLE).mapToObj(CrashTest::person).toList();
    people.forEach(p -> hotline.text(p, need(p)));
    hotline.await(() -> answered().size() >= PEOPLE / 5);
    answered().stream().limit(PEOPLE / 10).forEach(p -> hotline.text(p, "1"));
    hotline.await(() -> hotline.count("outbox WHERE status <> 'READY'") >= 5);
    process.destroyForcibly().waitFor();
    Set<String> answered = answered();
    hotline.await(() -> hotline.isQuiet());
    assertThat(answered).hasSizeGreaterThanOrEqualTo(PEOPLE / 5);
    assertThat(hotline.count("request"))
        .as("a read-back means a stored request")
        .isGreaterThanOrEqualTo(answered.size());

    hotline.timePasses(Duration.ofMinutes(6));
    serve();
    hotline.await(() -> hotline.count("request") >= PEOPLE, Duration.ofSeconds(60));
    hotline.await(() -> hotline.countOpen() == 0, Duration.ofSeconds(60));
    hotline.timePasses(Duration.ofMinutes(6));
    hotline.await(
        () -> hotline.count("request WHERE status = 'OPEN'") == 0, Duration.ofSeconds(60));
    hotline.await(() -> hotline.countOpen() == 0, Duration.ofSeconds(60));

    assertThat(hotline.count("request")).isEqualTo(PEOPLE);
    assertThat(hotline.query("SELECT COUNT(DISTINCT contact_id) FROM request")).isEqualTo(PEOPLE);
    assertThat(hotline.count("inbound"))
        .isEqualTo(
            (int)
                hotline.simulator.carrier().messages().stream()
                    .filter(m -> m.direction() == Direction.INBOUND)
                    .count());
    assertThat(
            hotline.count(
                "request r WHERE NOT EXISTS"
                    + " (SELECT 1 FROM dispatch d WHERE d.request_id = r.id AND d.status <> 'QUEUED')"))
        .as("every request was asked for")
        .isZero();
    assertThat(
            hotline.count(
                "request r WHERE look_at IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM timer t WHERE t.subject = 'r:' || r.id)"))
        .as("every deadline has its timer")
        .isZero();
    List<String> dispatches =
        hotline.simulator.carrier().messages().stream()
            .filter(m -> m.direction() == Direction.OUTBOUND_API && m.body().matches("[A-N]: .*"))
            .map(m -> m.to() + m.body())
            .toList();
    assertThat(dispatches).doesNotHaveDuplicates();
    // Where more than five wait for the desk, one text lists them: those have no text of their own.
    assertThat(dispatches.size()).isGreaterThanOrEqualTo(PEOPLE * 9 / 10);
    hotline.await(() -> everyoneWasRead(people).isEmpty(), Duration.ofMinutes(2));
    assertThat(readTwice())
        .as("a reply that went down with the process comes again, a few that did not as well")
        .isLessThanOrEqualTo((int) hotline.metric("replies_sent_again"));
  }

  @Test
  void texts_that_come_while_it_is_down_are_taken_in_at_the_start() throws Exception {
    process.destroyForcibly().waitFor();
    List<String> people = IntStream.range(0, 20).mapToObj(CrashTest::person).toList();
    people.forEach(p -> hotline.text(p, need(p)));
    hotline.await(() -> hotline.isQuiet());
    serve();
    hotline.await(() -> everyoneWasRead(people).isEmpty());
    assertThat(hotline.count("request")).isEqualTo(20);
  }

  @Test
  void told_to_stop_it_answers_every_text_that_it_took() throws Exception {
    IntStream.range(0, 200).mapToObj(CrashTest::person).forEach(p -> hotline.text(p, need(p)));
    hotline.await(() -> answered().size() >= 40);
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    hotline.await(() -> hotline.isQuiet());
    assertThat(hotline.count("inbound")).isEqualTo(answered().size());
    assertThat(hotline.count("request")).isEqualTo(answered().size());
  }

  private void serve() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx300m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--host",
            "127.0.0.1");
    builder.environment().putAll(hotline.environment());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("serve.log").toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hotline.await(() -> hotline.isReady(), Duration.ofSeconds(40));
  }

  /** Who got the read-back as the answer to their text: the program said 200. */
  private Set<String> answered() {
    return hotline.simulator.carrier().messages().stream()
        .filter(m -> m.direction() == Direction.OUTBOUND_REPLY)
        .map(SimulatedMessage::to)
        .collect(Collectors.toSet());
  }

  /** Who never got a read-back, in an answer or as a text. */
  private Set<String> everyoneWasRead(List<String> people) {
    Set<String> waiting = new HashSet<>(people);
    hotline
        .simulator
        .carrier()
        .messages()
        .forEach(m -> {
          if (m.arrived() && m.body().startsWith("Neighborline: food")) {
            waiting.remove(m.to());
          }
        });
    return waiting;
  }

  private int readTwice() {
    Map<String, Long> readBacks =
        hotline.simulator.carrier().messages().stream()
            .filter(m -> m.arrived() && m.body().startsWith("Neighborline: food"))
            .collect(Collectors.groupingBy(SimulatedMessage::to, Collectors.counting()));
    return (int) readBacks.values().stream().filter(n -> n > 1).count();
  }

  private static String need(String person) {
    int last = Integer.parseInt(person.substring(8));
    return "need groceries for 4, " + ZIPS.get(last % ZIPS.size());
  }

  /** Numbers of film and fiction in many area codes. */
  private static String person(int i) {
    List<Integer> areas = List.of(201, 202, 203, 205, 206, 207);
    return String.format("+1%d55501%02d", areas.get(i / 100), i % 100);
  }
}
