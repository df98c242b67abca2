package org.neighborline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neighborline.App;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.carrier.twilio.Signature;
import org.neighborline.simulator.Delays;
import org.neighborline.simulator.Faults;
import org.neighborline.simulator.SimulatedMessage;
import org.neighborline.simulator.SimulatorOptions;
import org.neighborline.simulator.SimulatorServer;
import org.neighborline.simulator.Webhooks;

/**
 * A whole hotline with its simulated carrier, both on loopback, on a database and files of its own.
 */
final class Hotline implements AutoCloseable {
  static final String NUMBER = "+12125550100";
  static final String ROSA = "+13475550190";
  static final String ANA = "+17185550101";
  static final String BO = "+17185550102";
  static final String DESK = "+19175550152";

  /** Nothing takes this long here; a test that waits longer has failed. */
  private static final int MORE_LEADS = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final AtomicReference<HotlineFiles> FILES = new AtomicReference<>();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final Path folder;
  final String database;
  final int port = freePort();
  final SimulatorServer simulator;
  private final Path key;
  private final AtomicReference<Duration> behind;
  private String token;
  private Optional<App> app = Optional.empty();

  private Hotline(
      Path folder,
      String database,
      Path key,
      SimulatorServer simulator,
      AtomicReference<Duration> behind) {
    this.folder = folder;
    this.key = key;
    this.database = database;
    this.simulator = simulator;
    this.behind = behind;
    this.token = simulator.carrier().options().authToken();
    writeFiles(folder);
    simulator.carrier().use(Webhooks.below(url()));
  }

  /** Starts one on a SQLite database in a folder. */
  static Hotline start(Path folder) {
    return start(folder, "jdbc:sqlite:" + folder.resolve("hotline.db"));
  }

  static Hotline start(Path folder, String database) {
    return prepare(folder, database).begun();
  }

  /** One whose program is yet to be started, by the test and as it likes. */
  static Hotline prepare(Path folder) {
    return prepare(folder, "jdbc:sqlite:" + folder.resolve("hotline.db"));
  }

  private static Hotline prepare(Path folder, String database) {
    AtomicReference<Duration> behind = new AtomicReference<>(Duration.ZERO);
    SimulatorServer simulator =
        SimulatorServer.start(
            SimulatorOptions.defaults()
                .withDelays(Delays.none())
                .withClock(() -> InstantSource.system().instant().minus(behind.get())));
    return new Hotline(folder, database, folder.resolve("key"), simulator, behind);
  }

  /** Another node beside this one, on the same database and at the same carrier. */
  static Hotline beside(Hotline other, Path folder) {
    return new Hotline(folder, other.database, other.key, other.simulator, other.behind).begun();
  }

  private Hotline begun() {
    startAgain();
    // From now on the program talks to its carrier only about what a test does.
    await(() -> count("fact WHERE name = 'inbound-listed-until'") == 1);
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The environment of a process that serves this hotline. */
  Map<String, String> environment() {
    return Map.of(
        "PORT", Integer.toString(port),
        "NEIGHBORLINE_CONFIG", folder.resolve("neighborline.yaml").toString(),
        "NEIGHBORLINE_DATABASE", database,
        "NEIGHBORLINE_KEY", key.toString(),
        "NEIGHBORLINE_PUBLIC_URL", url(),
        "TWILIO_API_URL", simulator.url(),
        "TWILIO_ACCOUNT_SID", simulator.carrier().options().accountSid(),
        "TWILIO_AUTH_TOKEN", simulator.carrier().options().authToken(),
        "TWILIO_API_KEY", "SK" + "0".repeat(32),
        "TWILIO_API_SECRET", token);
  }

  private App open() {
    Settings settings = Settings.of(environment()).forServing();
    HotlineFiles files =
        FILES.updateAndGet(known ->
            known == null ? HotlineFiles.read(settings.config(), settings.translations()) : known);
    return App.start(settings, files, "127.0.0.1");
  }

  /** The program stops and starts again on the same database. */
  void restart() {
    stop();
    startAgain();
  }

  void stop() {
    app.ifPresent(App::close);
    app = Optional.empty();
  }

  void startAgain() {
    app = Optional.of(open());
  }

  /** Whether the program, wherever it runs, answers that it is ready. */
  boolean isReady() {
    try {
      return get("/ready").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Whether the carrier has no webhook under way and none to try again. */
  boolean isQuiet() {
    return simulator.carrier().isIdle();
  }

  /** The secret of our account changes on our side, with a start of the program. */
  void account(String secret) {
    token = secret;
    restart();
  }

  /** Texts that come to the carrier now look as if they came so long ago. */
  void simulatorIsBehind(Duration span) {
    behind.set(span);
  }

  Faults faults() {
    return simulator.carrier().faults();
  }

  /** Lets a fault strike so many times from now on. */
  void fault(Faults.Kind kind, int times) {
    faults().set(kind, new Faults.Setting(0, times));
  }

  SimulatedMessage text(String from, String body) {
    return simulator.carrier().text(from, NUMBER, body);
  }

  /** What a phone has received from the hotline, in order. */
  List<String> textsTo(String phone) {
    return simulator.carrier().messages().stream()
        .filter(m -> m.to().equals(phone) && m.arrived())
        .map(SimulatedMessage::body)
        .toList();
  }

  /** Waits until a phone has received so many texts; there must not be more. */
  String received(String phone, int count) {
    await(() -> textsTo(phone).size() >= count);
    assertThat(textsTo(phone)).hasSize(count);
    return textsTo(phone).getLast();
  }

  /** The code of a request in a text of ours. */
  static String code(String text) {
    Matcher code =
        Pattern.compile("\\b(?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[A-Z2-9]{4,5}\\b").matcher(text);
    assertThat(code.find()).as("a code in: " + text).isTrue();
    return code.group();
  }

  /** Waits for what must become true, looking again whenever the carrier has news. */
  void await(BooleanSupplier condition) {
    await(condition, PATIENCE);
  }

  void await(BooleanSupplier condition, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > until) {
          throw new AssertionError("not within " + patience + "; the carrier has " + told());
        }
        long seen = simulator.carrier().version();
        simulator.carrier().awaitChange(seen, Duration.ofMillis(50));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Texts that are not sent yet. */
  int countOpen() {
    return count("outbox WHERE status IN ('READY', 'SENDING', 'UNKNOWN')");
  }

  /** Waits until all is quiet: nothing open in the outbox and some ticks of the timers gone by. */
  void settle() {
    await(() -> countOpen() == 0);
    settleTimers();
  }

  /** Lets some ticks of the timers, and looks at the outbox, go by. */
  void settleTimers() {
    long until = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
    await(() -> System.nanoTime() > until);
  }

  private List<String> told() {
    return simulator.carrier().messages().stream()
        .map(m -> m.from() + " > " + m.to() + " " + m.status() + ": " + m.body())
        .toList();
  }

  /** How many rows there are: a table, and which of its rows. */
  int count(String fromWhere) {
    return query("SELECT COUNT(*) FROM " + fromWhere);
  }

  int query(String sql) {
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() ? results.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Everything that waits has waited so much longer already. */
  void timePasses(Duration span) {
    long millis = span.toMillis();
    for (String change :
        List.of(
            "request SET look_at = look_at - " + millis,
            "timer SET due = due - " + millis,
            "fact SET value = substr(value, 1, instr(value, ' ')) || '2026-01-01T00:00:00Z'"
                + " WHERE name = 'sender-held-up'",
            "outbox SET attempted_at = attempted_at - "
                + millis
                + ", next_at = next_at - "
                + millis)) {
      try (var connection = DriverManager.getConnection(database);
          var statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE " + change);
      } catch (SQLException e) {
        throw new IllegalStateException(change, e);
      }
    }
  }

  /** A value that the hotline counts. */
  double metric(String name) {
    String line =
        get("/metrics")
            .body()
            .lines()
            .filter(l -> l.startsWith("neighborline_" + name) && !l.startsWith("#"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no metric " + name));
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  /** What the carrier says by a signed webhook. */
  HttpResponse<String> says(String path, Map<String, String> form) {
    Map<String, List<String>> signed = new HashMap<>();
    form.forEach((name, value) -> signed.put(name, List.of(value)));
    String token = simulator.carrier().options().authToken();
    return send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", new Signature(List.of(token)).sign(url() + path, signed))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&")))));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static void writeFiles(Path folder) {
    try {
      Files.writeString(
          folder.resolve("groups.yaml"),
          crowded(Files.readString(Path.of("samples/newyork/groups.yaml"))));
      Files.writeString(
          folder.resolve("neighborline.yaml"),
          """
          name: Neighborline
          numbers: ["%s"]
          groups: groups.yaml
          backstop: desk
          quiet: none
          pace: 1000
          capacity: 13
          languages: [en, es]
          """
              .formatted(NUMBER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A desk with many more people at the end of its tree: in a test hundreds ask at once. */
  private static String crowded(String groups) {
    String more =
        IntStream.range(100, 100 + MORE_LEADS)
            .mapToObj(last -> String.format("+1%d555%04d", 301, last))
            .map(phone -> "    - {name: Lee, phone: \"" + phone + "\", languages: [en], tier: 9}")
            .collect(Collectors.joining("\n"));
    return groups.replaceFirst("(?s)(\n- id: desk\n.*?\n  leads:\n)", "$1" + more + "\n");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    simulator.close();
  }
}
