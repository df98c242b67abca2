package org.neighborline.carrier.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's way to the network: the JDK's client, to any address, without the SDK's hidden retries,
 * which would double texts.
 */
final class PlainHttpClient extends HttpClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Longer than the carrier takes on a bad day: an attempt without an answer costs a minute. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final String base;
  private java.net.http.@Nullable HttpClient client;

  /**
   * @param base where the carrier's API is; empty for the SDK's own address
   */
  PlainHttpClient(String base) {
    this.base = base;
  }

  /** The carrier could not be reached at all: nothing was sent. */
  static final class NotReached extends ApiConnectionException {
    private static final long serialVersionUID = 1;

    NotReached(Throwable cause) {
      super("the carrier could not be reached", cause);
    }
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    String url = request.constructURL().toString();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(base.isEmpty() ? url : moved(url))).timeout(ANSWER);
    if (request.requiresAuthentication()) {
      http.header("Authorization", request.getAuthString());
    }
    http.header("Accept", "application/json");
    switch (request.getMethod()) {
      case GET -> http.GET();
      case DELETE -> http.DELETE();
      default ->
          http.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
    }
    return send(http.build());
  }

  private Response send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode());
    } catch (ConnectException | java.net.http.HttpConnectTimeoutException e) {
      throw new NotReached(e);
    } catch (IOException e) {
      throw new ApiConnectionException("the carrier did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("interrupted while the carrier had the request", e);
    }
  }

  /** Made by the first text that is sent: reading certificates is a tenth of a start. */
  private synchronized java.net.http.HttpClient client() {
    var made = client;
    if (made == null) {
      made = java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT).build();
      client = made;
    }
    return made;
  }

  private String moved(String url) {
    URI there = URI.create(url);
    return base
        + there.getRawPath()
        + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
  }
}
