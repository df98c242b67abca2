package org.neighborline.simulator;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The carrier's own SDK, unmodified, pointed at the simulator instead of the carrier. */
final class SdkClient extends HttpClient {
  private final java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
  private final String base;

  private SdkClient(String base) {
    this.base = base;
  }

  static TwilioRestClient at(SimulatorServer simulator) {
    SimulatorOptions options = simulator.carrier().options();
    return new TwilioRestClient.Builder(options.accountSid(), options.authToken())
        .httpClient(new SdkClient(simulator.url()))
        .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    String url = request.constructURL().toString().replaceFirst("^https://[^/]+", base);
    HttpRequest http =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(2))
            .header("Authorization", request.getAuthString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                request.getMethod().name(),
                HttpRequest.BodyPublishers.ofString(
                    request.getMethod().name().equals("POST") ? request.encodeFormBody() : ""))
            .build();
    try {
      var answer = client.send(http, BodyHandlers.ofString());
      return new Response(
          answer.body(), answer.statusCode(), new org.apache.hc.core5.http.Header[0]);
    } catch (IOException e) {
      throw new com.twilio.exception.ApiConnectionException("no answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
