import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One program under load: warmed up, measured, stopped, and its database counted. */
record Load(Path requests, int count, int seconds, int connections) {
  /** Texts that wrk sent but whose answers it no longer waited for. */
  private static final int SLACK = 1_000;

  Measured measure(Peer peer, Path folder, String database, String carrier, ProcessHandle server)
      throws Exception {
    long answered = 1;
    List<String> faults = new ArrayList<>();
    Measured measured;
    try (Running running = peer.start(folder, database, carrier, java.util.Map.of())) {
      running.awaitAnswer(Bodies.text(count + 1));
      JsonNode warm = wrk(running.port(), 0);
      long first = warm.get("requests").asLong() + SLACK;
      double before = running.cpuSeconds() + (server == null ? 0 : Running.cpuSeconds(server));
      JsonNode hot = wrk(running.port(), first % count);
      double after = running.cpuSeconds() + (server == null ? 0 : Running.cpuSeconds(server));
      long hotRequests = hot.get("requests").asLong();
      answered += warm.get("requests").asLong() + hotRequests;
      refused(warm, faults);
      refused(hot, faults);
      if (peer.stores && first + hotRequests > count) {
        faults.add("texts were repeated: raise --texts");
      }
      measured =
          new Measured(
              hotRequests / (hot.get("micros").asLong() / 1e6),
              1,
              hot.get("p50").asLong() / 1e3,
              hot.get("p99").asLong() / 1e3,
              hot.get("p999").asLong() / 1e3,
              1e6 * (after - before) / hotRequests,
              running.memory(),
              hotRequests,
              faults);
    }
    if (peer.stores && faults.isEmpty()) {
      for (String table : List.of("inbound", "request")) {
        long stored = rows(database, table);
        if (stored < answered) {
          faults.add("answered %d, but %s has %d rows".formatted(answered, table, stored));
        }
      }
    }
    return measured;
  }

  private static void refused(JsonNode run, List<String> faults) {
    long refused = run.get("refused").asLong();
    long broken = run.get("broken").asLong();
    if (refused + broken > 0) {
      faults.add(refused + " answers were not 200, " + broken + " were broken off");
    }
  }

  private static long rows(String database, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private JsonNode wrk(int port, long first) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "15s",
                "-s",
                Peer.HOME + "/bench/text.lua",
                "http://127.0.0.1:" + port)
            .redirectErrorStream(true);
    builder.environment().put("BENCH_REQUESTS", requests.toString());
    builder.environment().put("BENCH_FIRST", "" + first);
    Process wrk = builder.start();
    String output = new String(wrk.getInputStream().readAllBytes());
    wrk.waitFor();
    return new ObjectMapper()
        .readTree(
            output
                .lines()
                .filter(line -> line.startsWith("BENCH "))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk: " + output))
                .substring("BENCH ".length()));
  }
}
