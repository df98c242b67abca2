package org.neighborline.carrier.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.neighborline.carrier.Carrier.Heard;

/** Fetches recordings as files; the SDK reads texts only. */
final class RecordingFiles {
  private static final String REAL = "https://api.twilio.com";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** Two minutes, in the carrier's coarsest form, are less. */
  private static final int LONGEST = 8 * 1024 * 1024;

  private @Nullable HttpClient client;
  private final String folder;
  private final String authorization;

  RecordingFiles(TwilioCarrier.Credentials who) {
    String base = who.apiUrl().isEmpty() ? REAL : who.apiUrl();
    this.folder = base + "/2010-04-01/Accounts/" + who.account() + "/Recordings/";
    this.authorization =
        "Basic "
            + Base64.getEncoder().encodeToString((who.user() + ":" + who.secret()).getBytes(UTF_8));
  }

  /** Made by the first recording, as {@link PlainHttpClient} is by the first text. */
  private synchronized HttpClient client() {
    var made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      client = made;
    }
    return made;
  }

  Heard fetch(String sid) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(folder + sid + ".mp3"))
            .timeout(ANSWER)
            .header("Authorization", authorization)
            .GET()
            .build();
    try {
      HttpResponse<byte[]> answer = client().send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == NOT_FOUND) {
        return new Heard.Missing();
      }
      boolean good = answer.statusCode() == OK && answer.body().length <= LONGEST;
      return good ? new Heard.Sound(answer.body()) : new Heard.Later();
    } catch (IOException e) {
      return new Heard.Later();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Heard.Later();
    }
  }
}
