package org.neighborline.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neighborline.config.Loading;
import org.neighborline.config.Translations;
import org.neighborline.place.Finding;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceFinder;
import org.neighborline.place.Point;
import org.neighborline.understanding.Reader;
import org.neighborline.understanding.Reading;

/** The geocoder against a server on this machine that speaks as the city's does. */
class GeoSearchTest {
  private static final Duration TIMEOUT = Duration.ofMillis(400);
  private static final Point NOSTRAND = new Point(40.6801, -73.9502);
  private static final String FOUND = feature("address", NOSTRAND);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Instant now = Instant.parse("2026-11-24T19:00:00Z");
  private HttpServer server;
  private volatile String answer = collection(FOUND);
  private volatile int status = 200;
  private volatile CountDownLatch answers = new CountDownLatch(0);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    answers.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath() + " " + text(exchange.getRequestURI()));
    try {
      answers.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String text(URI uri) {
    String query = uri.getRawQuery();
    String text = query.substring(query.indexOf("text=") + "text=".length());
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String feature(String layer, Point at) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]},\"properties\":{\"layer\":\"%s\"}}"
        .formatted(at.lon(), at.lat(), layer);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private GeoSearch geocoder(int perSecond) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new GeoSearch(base, TIMEOUT, perSecond, () -> now);
  }

  @Test
  void answers_with_the_points_of_addresses_and_of_nothing_vaguer() {
    answer = collection(FOUND, feature("borough", new Point(40.65, -73.95)));
    assertThat(geocoder(5).find("1234 fulton st, Brooklyn")).containsExactly(NOSTRAND);
    assertThat(asked).containsExactly("/v2/search 1234 fulton st, Brooklyn");
  }

  @Test
  void asks_the_same_only_once_a_day() {
    GeoSearch geocoder = geocoder(5);
    geocoder.find("1 main st");
    geocoder.find("1 main st");
    assertThat(asked).hasSize(1);
    now = now.plus(Duration.ofHours(25));
    geocoder.find("1 main st");
    assertThat(asked).hasSize(2);
  }

  @Test
  void asks_no_more_than_its_allowance_in_a_second() {
    GeoSearch geocoder = geocoder(2);
    for (int i = 0; i < 5; i++) {
      geocoder.find(i + " main st");
    }
    assertThat(asked).hasSize(2);
    now = now.plusSeconds(1);
    assertThat(geocoder.find("9 main st")).isNotEmpty();
  }

  @Test
  void waits_no_longer_than_its_timeout_and_pauses_after_three_failures() {
    answers = new CountDownLatch(1);
    GeoSearch geocoder = geocoder(100);
    long start = System.nanoTime();
    assertThat(geocoder.find("1 main st")).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
    geocoder.find("2 main st");
    geocoder.find("3 main st");
    answers.countDown();
    assertThat(geocoder.find("4 main st")).isEmpty();
    assertThat(asked).hasSize(3);
    now = now.plusSeconds(31);
    assertThat(geocoder.find("4 main st")).containsExactly(NOSTRAND);
  }

  @Test
  void takes_errors_and_nonsense_for_no_answer() {
    status = 500;
    assertThat(geocoder(5).find("1 main st")).isEmpty();
    status = 200;
    for (String bad : List.of("", "<html>", "{\"features\":[{}]}", "[1,2]", "x".repeat(300_000))) {
      answer = bad;
      assertThat(geocoder(5).find("1 main st"))
          .as(bad.substring(0, Math.min(9, bad.length())))
          .isEmpty();
    }
    answers.countDown();
    server.stop(0);
    assertThat(geocoder(5).find("1 main st")).isEmpty();
  }

  @Test
  void only_the_address_of_a_text_leaves_the_house_and_only_when_we_are_not_sure() {
    SurerReader reader = reader();
    Place place =
        found(
            reader.apply(
                "My son Karim is sick, call 718-555-0143. 1234 Fulton St Brooklyn, we need food"));
    assertThat(place.neighborhood()).contains("Bedford-Stuyvesant");
    assertThat(place.confidence()).isEqualTo(0.75);
    assertThat(asked).containsExactly("/v2/search 1234 fulton st, Brooklyn");
    asked.clear();
    for (String text :
        List.of("food 11221", "flatbush", "my name is Karim 718-555-0143", "STATUS")) {
      reader.apply(text);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void the_offline_answer_stays_when_the_geocoder_is_silent_or_names_several_places() {
    String text = "1234 Fulton St Brooklyn";
    Finding found = reader().apply(text).place();
    answer = collection(FOUND, feature("address", new Point(40.75, -73.85)));
    assertThat(found).isInstanceOf(Finding.Found.class);
    assertThat(reader().apply(text).place()).isInstanceOf(Finding.Ambiguous.class);
    answer = collection(feature("address", new Point(41.5, -74.5)));
    assertThat(reader().apply(text).place()).isInstanceOf(Finding.Ambiguous.class);
    status = 503;
    assertThat(reader().apply(text).place()).isInstanceOf(Finding.Ambiguous.class);
  }

  private SurerReader reader() {
    PlaceFinder places = new PlaceFinder(Gazetteer.newYork(), Map.of());
    var translations = Translations.read(Path.of("translations"));
    assertThat(translations).isInstanceOf(Loading.Loaded.class);
    Reader reader =
        new Reader(
            ((Loading.Loaded<List<org.neighborline.language.Translation>>) translations).value(),
            places::find);
    return new SurerReader(reader::read, places, geocoder(100));
  }

  private static Place found(Reading reading) {
    assertThat(reading.place()).isInstanceOf(Finding.Found.class);
    return ((Finding.Found) reading.place()).place();
  }
}
