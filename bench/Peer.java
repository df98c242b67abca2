import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that the benchmark measures, and how it is started in an empty folder. */
enum Peer {
  BARE("Javalin, bare", false, false),
  SQLITE("Neighborline, SQLite FULL", true, true),
  POSTGRES("Neighborline, PostgreSQL fsync", true, true),
  NODE("Node, express, better-sqlite3 FULL", true, false);

  static final Path HOME = Path.of(env("NEIGHBORLINE_HOME"));

  private static final String SETTINGS =
      """
      name: Neighborline
      numbers: ["+12125550100"]
      groups: groups.yaml
      backstop: desk
      timezone: America/New_York
      quiet: none
      """;

  private static final String GROUPS =
      """
      - id: bedstuy
        name: Bed-Stuy Neighbors
        base: "11221"
        area: {zips: ["11221", "11233", "11207", "11212"]}
        languages: [en, es]
        leads:
          - {name: Ana, phone: "+17185550101", languages: [en, es], tier: 1}
          - {name: Bo, phone: "+17185550102", languages: [en], tier: 2}
      - id: bronx
        name: Bronx Together
        base: "10453"
        area: {zips: ["10453", "10456"]}
        leads:
          - {name: Cam, phone: "+17185550103", languages: [en, es], tier: 1}
      - id: desk
        name: Citywide desk
        base: "10001"
        area: {}
        leads:
          - {name: Dee, phone: "+17185550104", languages: [en], tier: 1}
      """;

  final String title;
  final boolean stores;
  final boolean ours;

  Peer(String title, boolean stores, boolean ours) {
    this.title = title;
    this.stores = stores;
    this.ours = ours;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Peer named(String id) {
    return java.util.Arrays.stream(values())
        .filter(peer -> peer.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no program is called " + id));
  }

  /** The database that a fresh folder's program fills, or the given server's. */
  String database(Path folder, String postgres) {
    return this == POSTGRES ? postgres : "jdbc:sqlite:" + folder.resolve("hotline.db");
  }

  Running start(Path folder, String database, String carrier, Map<String, String> more)
      throws IOException {
    Files.createDirectories(folder);
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PORT", "" + port);
    environment.put("TWILIO_ACCOUNT_SID", Bodies.ACCOUNT);
    environment.put("TWILIO_AUTH_TOKEN", Bodies.TOKEN);
    environment.put("TWILIO_API_URL", carrier);
    environment.put("NEIGHBORLINE_PUBLIC_URL", Bodies.PUBLIC_URL);
    environment.put("NEIGHBORLINE_DATABASE", database);
    environment.put("NEIGHBORLINE_KEY", folder.resolve("key").toString());
    environment.put("BENCH_DATABASE", folder.resolve("hotline.db").toString());
    environment.put("NODE_ENV", "production");
    environment.putAll(more);
    if (ours) {
      Files.writeString(folder.resolve("neighborline.yaml"), SETTINGS);
      Files.writeString(folder.resolve("groups.yaml"), GROUPS);
    }
    if (this == POSTGRES) {
      makeKey(folder.resolve("key"));
    }
    return new Running(builder.start(), port, folder.resolve("log"));
  }

  /** A new database that several programs may share gets no key by itself. */
  private static void makeKey(Path key) throws IOException {
    Files.deleteIfExists(key);
    Process maker =
        new ProcessBuilder(HOME + "/neighborline", "key", key.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (maker.waitFor() != 0) {
        throw new IOException("no key could be made at " + key);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private List<String> command() {
    return switch (this) {
      case BARE -> {
        List<String> command = new ArrayList<>(List.of(env("JAVA_HOME") + "/bin/java"));
        command.addAll(List.of(env("NEIGHBORLINE_JVM_FLAGS").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "Bare"));
        yield command;
      }
      case SQLITE, POSTGRES -> List.of(HOME + "/neighborline", "serve");
      case NODE -> List.of("node", HOME + "/bench/node/server.js");
    };
  }

  static String env(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: start this with bench/run");
    }
    return value;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
