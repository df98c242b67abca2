package org.neighborline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.neighborline.HotlineFiles;
import org.neighborline.simulator.SimulatorOptions;
import org.neighborline.simulator.SimulatorServer;

/** What a translator sees who has a browser and no terminal. */
final class TranslatePageTest {
  private static final Path FOLDER = Path.of("translations");
  private static final SimulatorServer SERVER =
      SimulatorServer.start(
          SimulatorOptions.defaults(),
          "127.0.0.1",
          List.of(
              TranslatePage.of(
                  HotlineFiles.read(Path.of("samples/newyork/neighborline.yaml"), FOLDER),
                  FOLDER)));

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_good_file_has_no_faults_and_every_text_as_a_phone_shows_it() throws Exception {
    JsonNode report = check("es", spanish());
    assertThat(report.path("faults")).isEmpty();
    JsonNode sent = text(report, "sent");
    assertThat(sent.path("shown").asText()).startsWith("Gracias. Su codigo es").doesNotContain("{");
    assertThat(sent.path("encoding").asText()).isEqualTo("GSM-7");
    assertThat(sent.path("typical").asInt()).isOne();
    assertThat(spanish().lines().toList().get(sent.path("line").asInt() - 1)).startsWith("sent = ");
  }

  @Test
  void a_fault_is_told_with_its_line() throws Exception {
    JsonNode faults = check("es", spanish().replaceFirst("\\{code}", "{kode}")).path("faults");
    assertThat(faults.findValuesAsText("problem")).anyMatch(p -> p.contains("{kode}"));
    assertThat(faults.get(0).path("line").asInt()).isPositive();
    JsonNode unread = check("es", "sent Gracias");
    assertThat(unread.path("faults")).hasSize(1);
    assertThat(unread.has("editions")).isFalse();
  }

  @Test
  void a_new_word_means_something_at_once() throws Exception {
    String changed = spanish().replace("need.groceries = ", "need.groceries = zarabanda, ");
    assertThat(understand(spanish(), "zarabanda 10453").path("needs")).isEmpty();
    assertThat(understand(changed, "zarabanda 10453").toString())
        .contains("groceries: zarabanda (es)");
  }

  @Test
  void phones_link_to_it_and_only_translations_are_read() throws Exception {
    assertThat(get("/phones")).contains("href=\"/translate\"");
    assertThat(get("/translate/files/es")).isEqualTo(spanish());
    assertThat(get("/translate/files/..%2Fpom")).doesNotContain("<project");
  }

  private JsonNode check(String tag, String content) throws Exception {
    return post("/translate/check?tag=" + tag, content);
  }

  private JsonNode understand(String content, String words) throws Exception {
    return post("/translate/understand?tag=es&words=" + URLEncoder.encode(words, UTF_8), content);
  }

  private static JsonNode text(JsonNode report, String key) {
    for (JsonNode text : report.path("editions").path(0).path("texts")) {
      if (text.path("key").asText().equals(key)) {
        return text;
      }
    }
    throw new AssertionError("no " + key + " in " + report);
  }

  private static String spanish() throws IOException {
    return Files.readString(FOLDER.resolve("es.txt"));
  }

  private String get(String path) throws Exception {
    URI address = URI.create(SERVER.url() + path);
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(UTF_8))
        .body();
  }

  private JsonNode post(String path, String body) throws Exception {
    URI address = URI.create(SERVER.url() + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body, UTF_8)).build();
    return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString(UTF_8)).body());
  }
}
