package org.neighborline.geocode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neighborline.place.Geocoder;
import org.neighborline.place.Point;

/**
 * Asks a Pelias server, such as the city's GeoSearch. Whatever goes wrong there, nobody waits
 * longer than the time-out, and after a few failures nobody waits at all for a while.
 */
public final class GeoSearch implements Geocoder {
  private static final String PATH = "/v2/search";
  private static final int ANSWERS = 3;
  private static final int MOST_CHARACTERS = 80; // of an address
  private static final long LONGEST_ANSWER = 200_000; // bytes
  private static final int OK = 200;
  private static final int FAILURES = 3; // in a row
  private static final Duration PAUSE = Duration.ofSeconds(30); // after so many
  private static final List<String> EXACT = List.of("address", "intersection", "venue", "street");

  private final URI base;
  private final Duration timeout;
  private final InstantSource clock;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();
  private final Known known = new Known();
  private final Allowance allowance;
  private int failures;
  private Instant silentUntil = Instant.MIN;

  /**
   * A geocoder at an address.
   *
   * @param base where the server is, without a path
   * @param timeout how long a text may wait for it
   * @param perSecond how many addresses may be asked in a second
   */
  public GeoSearch(URI base, Duration timeout, int perSecond, InstantSource clock) {
    this.base = base;
    this.timeout = timeout;
    this.clock = clock;
    this.allowance = new Allowance(perSecond);
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public List<Point> find(String address) {
    Instant now = clock.instant();
    Optional<List<Point>> before = known.get(address, now);
    if (before.isPresent()) {
      return before.get();
    }
    if (address.length() > MOST_CHARACTERS || isSilent(now) || !allowance.take(now)) {
      return List.of();
    }
    Optional<List<Point>> answer = ask(address);
    told(answer.isPresent(), now);
    answer.ifPresent(points -> known.put(address, points, now));
    return answer.orElse(List.of());
  }

  private synchronized boolean isSilent(Instant now) {
    return now.isBefore(silentUntil);
  }

  private synchronized void told(boolean answered, Instant now) {
    failures = answered ? 0 : failures + 1;
    if (failures >= FAILURES) {
      failures = 0;
      silentUntil = now.plus(PAUSE);
    }
  }

  /** The server's answer; nothing if there was none in time, or none that we can read. */
  private Optional<List<Point>> ask(String address) {
    String query =
        "?size=" + ANSWERS + "&text=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(PATH + query)).timeout(timeout).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
    try {
      HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == OK ? points(response.body()) : Optional.empty();
    } catch (TimeoutException | ExecutionException _) {
      answer.cancel(true);
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<List<Point>> points(String body) {
    try {
      List<Point> points = new ArrayList<>();
      for (JsonNode feature : json.readTree(body).path("features")) {
        JsonNode at = feature.path("geometry").path("coordinates");
        boolean exact = EXACT.contains(feature.path("properties").path("layer").asText());
        if (exact && at.path(0).isNumber() && at.path(1).isNumber()) {
          points.add(new Point(at.path(1).asDouble(), at.path(0).asDouble()));
        }
      }
      return Optional.of(List.copyOf(points));
    } catch (JsonProcessingException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
