package org.neighborline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neighborline.simulator.Faults.Kind;

final class SimulatorServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeHotline hotline = new FakeHotline("simulated-token");
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-24T15:00:00Z"));
  private final SimulatorServer simulator =
      SimulatorServer.start(SimulatorOptions.defaults().withClock(clock));

  @AfterEach
  void stop() {
    simulator.close();
    hotline.close();
    client.shutdownNow();
  }

  @Test
  void anyone_can_hold_a_phone_over_http() throws Exception {
    assertThat(
            ask("PUT", "/simulator/webhooks", "{\"below\":\"" + hotline.url() + "\"}").statusCode())
        .isEqualTo(200);
    hotline.answer.set(FakeHotline.Answer.twiml("<Message>Where are you?</Message>"));
    assertThat(
            ask("POST", "/simulator/phones", "{\"name\":\"Rosa\",\"number\":\"718 555 0101\"}")
                .body())
        .contains("+17185550101");
    assertThat(
            ask("POST", "/simulator/texts", "{\"from\":\"+17185550101\",\"body\":\"food\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(ask("POST", "/simulator/clock/advance", "{\"duration\":\"PT1M\"}").statusCode())
        .isEqualTo(200);

    assertThat(hotline.next().signed()).isTrue();
    assertThat(ask("GET", "/simulator/messages?phone=%2B17185550101", "").body())
        .contains("Where are you?")
        .contains("\"status\":\"delivered\"");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-24T15:01:00Z"));
    assertThat(ask("POST", "/simulator/reset", "").statusCode()).isEqualTo(204);
    assertThat(ask("GET", "/simulator/messages", "").body()).isEqualTo("[]");
  }

  @Test
  void a_call_is_made_over_http() throws Exception {
    simulator.carrier().use(Webhooks.below(hotline.url()));
    hotline.answer.set(FakeHotline.Answer.twiml("<Gather numDigits=\"1\"/>"));
    String made = ask("POST", "/simulator/calls", "{\"from\":\"+17185550101\"}").body();
    String sid = made.replaceFirst(".*\"sid\":\"(CA[0-9a-f]{32})\".*", "$1");
    assertThat(hotline.next().path()).isEqualTo("/twilio/voice");
    simulator.advance(Duration.ofSeconds(1));
    assertThat(ask("POST", "/simulator/calls/" + sid + "/press", "{\"digits\":\"2\"}").statusCode())
        .isEqualTo(200);

    assertThat(hotline.next().value("Digits")).isEqualTo("2");
    assertThat(ask("POST", "/simulator/calls/" + sid + "/dance", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void faults_are_set_and_bad_ones_explained() throws Exception {
    assertThat(ask("PUT", "/simulator/faults", "{\"callback-lost\":{\"probability\":0.25}}").body())
        .contains("\"callback-lost\":{");
    assertThat(simulator.carrier().faults().setting(Kind.CALLBACK_LOST).probability())
        .isEqualTo(0.25);
    assertThat(ask("PUT", "/simulator/faults", "{\"gremlins\":{}}").statusCode()).isEqualTo(400);
    assertThat(ask("PUT", "/simulator/faults", "{\"hung\":{\"probability\":2}}").statusCode())
        .isEqualTo(400);
    assertThat(ask("POST", "/simulator/texts", "no json").statusCode()).isEqualTo(400);
  }

  @Test
  void the_phones_page_comes_from_the_jar_alone() throws Exception {
    String page = ask("GET", "/phones", "").body();
    assertThat(page)
        .contains("/phones/phones.js")
        .doesNotContain("http://")
        .doesNotContain("//cdn");
    assertThat(ask("GET", "/phones/phones.css", "").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    assertThat(ask("GET", "/phones/phones.js", "").statusCode()).isEqualTo(200);
  }

  @Test
  void another_sites_page_cannot_turn_the_switches() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.url() + "/simulator/reset"))
            .header("Origin", "https://elsewhere.example")
            .POST(BodyPublishers.noBody())
            .build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(simulator.url() + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
