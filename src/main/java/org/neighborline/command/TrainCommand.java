package org.neighborline.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.App;
import org.neighborline.Settings;
import org.neighborline.carrier.twilio.Signature;
import org.neighborline.config.KnowledgeFile;
import org.neighborline.store.SqliteLibrary;
import picocli.CommandLine.Command;

/**
 * Prepares fast starts: teaches the model from the translators' examples, lays SQLite's library
 * out, then starts a whole hotline, answers a few texts and ends, from which the JVM learns.
 */
@Command(
    name = "train",
    description = "Teach the model, then start once and end, for the start-up cache.",
    hidden = true)
public final class TrainCommand implements Callable<Integer> {
  private static final String ADDRESS = "http://train.invalid";
  private static final String TOKEN = "train";

  /**
   * Enough that the JVM knows what a busy hotline does most, and compiles it first at each start.
   */
  private static final int TEXTS = 3_000;

  private static final List<String> BODIES =
      List.of(
          "need groceries for 4, 11221",
          "necesito comida 10453",
          "can someone pick up my medicine? 11207",
          "diapers and baby formula near flatbush",
          "need food, nostrand & fulton",
          "нужны продукты 11235");

  /** Where the launcher looks for machine code, beside the folder of translations. */
  private static final String LIBRARIES = "target/native";

  /** Nothing listens there: no text leaves this machine. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("neighborline-train");
    Settings plain = Settings.of(System.getenv());
    Settings settings =
        Settings.of(
                Map.of(
                    "PORT",
                    "0",
                    "NEIGHBORLINE_DATABASE",
                    "jdbc:sqlite:" + folder.resolve("train.db"),
                    "NEIGHBORLINE_CONFIG",
                    HotlineParts.sample(plain).toString(),
                    "NEIGHBORLINE_PUBLIC_URL",
                    ADDRESS,
                    "TWILIO_ACCOUNT_SID",
                    "AC00000000000000000000000000000000",
                    "TWILIO_AUTH_TOKEN",
                    TOKEN,
                    "TWILIO_API_URL",
                    NOWHERE))
            .forServing();
    KnowledgeFile.write(settings.translations());
    SqliteLibrary.write(settings.translations().resolveSibling(LIBRARIES));
    try (App app = ServeCommand.start(settings, "127.0.0.1");
        HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < TEXTS; i++) {
        text(client, app.port(), i, BODIES.get(i % BODIES.size()));
        text(client, app.port(), i, "1");
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static void text(HttpClient client, int port, int person, String body)
      throws IOException, InterruptedException {
    Map<String, List<String>> form = new TreeMap<>();
    form.put("MessageSid", List.of("SM" + person + "x" + body.length()));
    form.put("From", List.of(String.format("+1%d555%04d", 201 + person % 700, 100 + person / 700)));
    form.put("To", List.of("+12125550100"));
    form.put("Body", List.of(body));
    form.put("NumMedia", List.of("0"));
    String encoded =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().getFirst(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/twilio/message"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "X-Twilio-Signature",
                new Signature(List.of(TOKEN)).sign(ADDRESS + "/twilio/message", form))
            .POST(HttpRequest.BodyPublishers.ofString(encoded))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the training text was answered with " + answer.statusCode());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
