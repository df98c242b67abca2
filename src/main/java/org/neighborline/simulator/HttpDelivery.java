package org.neighborline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.neighborline.carrier.twilio.Signature;

/** Posts webhooks as the carrier does: signed, as a form, with its patience and its headers. */
final class HttpDelivery implements Delivery, AutoCloseable {
  private final Signature signature;
  private final HttpClient client;

  HttpDelivery(String authToken) {
    this.signature = new Signature(List.of(authToken));
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public WebhookAnswer deliver(Webhook webhook) {
    try {
      HttpResponse<String> response = client.send(request(webhook), BodyHandlers.ofString(UTF_8));
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new WebhookAnswer.Answered(response.statusCode(), type, response.body());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new WebhookAnswer.Unreachable();
    } catch (IOException e) {
      return new WebhookAnswer.TimedOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WebhookAnswer.TimedOut();
    } catch (IllegalArgumentException notAnAddress) {
      return new WebhookAnswer.Unreachable();
    }
  }

  private HttpRequest request(Webhook webhook) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    webhook.form().forEach((name, value) -> form.put(name, List.of(value)));
    String body =
        webhook.form().entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    ConnectionOverrides overrides = ConnectionOverrides.of(webhook.url());
    Duration patience =
        overrides.read().compareTo(overrides.total()) < 0 ? overrides.read() : overrides.total();
    return HttpRequest.newBuilder(URI.create(webhook.address()))
        .timeout(patience)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("User-Agent", "TwilioProxy/1.1")
        .header("Accept", "*/*")
        .header("X-Twilio-Signature", signature.sign(webhook.url(), form))
        .header("I-Twilio-Idempotency-Token", webhook.token())
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
