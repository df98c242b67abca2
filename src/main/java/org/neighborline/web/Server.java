package org.neighborline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neighborline.audio.PromptFiles;
import org.neighborline.carrier.twilio.Signature;
import org.neighborline.carrier.twilio.Twiml;
import org.neighborline.language.Catalog;
import org.neighborline.switchboard.Playback;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: one port for the carrier, for people and for who watches over it. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** No webhook of the carrier is nearly as long. */
  private static final long LONGEST_BODY = 64 * 1024L;

  /** How long turns in flight may take after we were told to stop. */
  private static final long STOP_MILLIS = 10_000;

  private static final String RECORDINGS = "/recordings/";

  /** The carrier gives up at 15 s; past this we answer without the turn. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

  private static final int NOT_FOUND = 404;
  private static final int BROKEN = 500;
  private static final int UNAVAILABLE = 503;

  private final Javalin javalin;
  private final Parts parts;
  private final Gate gate;
  private final Patience patience = new Patience(ANSWER_WITHIN);

  /**
   * What the server is made of.
   *
   * @param tokens auth tokens whose signatures count
   * @param publicUrl what the carrier calls
   * @param prompts what is recorded
   * @param playback what callers said, for whom a turn lets hear it
   * @param ready whether database and outbox are reachable
   * @param reload reads configuration and groups again; says what is wrong, nothing when all is
   *     well
   */
  public record Parts(
      Switchboard switchboard,
      Function<String, Reading> reader,
      Catalog catalog,
      List<String> tokens,
      String publicUrl,
      PromptFiles prompts,
      Playback playback,
      Traffic traffic,
      InstantSource clock,
      BooleanSupplier ready,
      Supplier<List<String>> reload) {}

  private Server(Parts parts) {
    this.parts = parts;
    this.gate = new Gate(new Signature(parts.tokens()), parts.publicUrl(), parts.clock());
    parts.traffic().watch("unsigned_refused", "requests without a valid signature", gate::refused);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts serving.
   *
   * @param host where to listen; all addresses when empty
   * @param port 0 for any that is free
   */
  public static Server start(Parts parts, String host, int port) {
    Server server = new Server(parts);
    if (host.isEmpty()) {
      server.javalin.start(port);
    } else {
      server.javalin.start(host, port);
    }
    return server;
  }

  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, and lets those in flight finish. */
  @Override
  public void close() {
    javalin.stop();
    patience.close();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LONGEST_BODY;
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.exception(Exception.class, Server::broken);
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) -> plain(context.status(refused.getStatus()), "Not like this."));
    config.routes.error(NOT_FOUND, context -> plain(context, "Nothing here."));
    new CarrierRoutes(
            new CarrierRoutes.Parts(
                gate,
                parts.switchboard(),
                parts.reader(),
                parts.catalog(),
                twiml(),
                parts.traffic(),
                parts.publicUrl(),
                patience))
        .addTo(config.routes);
    config.routes.get("/", Server::welcome);
    config.routes.get("/health", context -> context.json(Map.of("status", "live")));
    config.routes.get("/ready", this::ready);
    config.routes.get("/metrics", this::metrics);
    config.routes.post("/reload", this::reload);
    config.routes.get("/prompts/{language}/{name}", this::prompt);
    config.routes.get(RECORDINGS + "{ticket}", this::recording);
  }

  private Twiml twiml() {
    return new Twiml(
        parts.catalog(),
        (language, sounds) ->
            parts.prompts().find(language, sounds).stream()
                .map(path -> parts.publicUrl() + "/prompts/" + path)
                .toList(),
        sid -> parts.publicUrl() + RECORDINGS + parts.playback().ticket(sid));
  }

  private static void welcome(Context context) {
    InputStream page = Server.class.getResourceAsStream("/web/welcome.html");
    context.contentType("text/html; charset=utf-8").result(Objects.requireNonNull(page));
  }

  private void ready(Context context) {
    boolean ready = parts.ready().getAsBoolean();
    context.status(ready ? 200 : UNAVAILABLE).json(Map.of("status", ready ? "ready" : "not ready"));
  }

  private void metrics(Context context) {
    if (isLocal(context)) {
      context
          .contentType("text/plain; version=0.0.4; charset=utf-8")
          .result(parts.traffic().scrape());
    } else {
      context.status(NOT_FOUND);
    }
  }

  private void reload(Context context) {
    if (!isLocal(context)) {
      context.status(NOT_FOUND);
      return;
    }
    List<String> faults = parts.reload().get();
    context.status(faults.isEmpty() ? 200 : 409).json(Map.of("faults", faults));
  }

  private void prompt(Context context) throws java.io.IOException {
    Optional<Path> file =
        parts.prompts().path(context.pathParam("language"), context.pathParam("name"));
    if (file.isPresent()) {
      context.contentType("audio/wav").result(Files.readAllBytes(file.get()));
    } else {
      context.status(NOT_FOUND);
    }
  }

  private void recording(Context context) {
    Optional<byte[]> sound = parts.playback().sound(context.pathParam("ticket"));
    if (sound.isPresent()) {
      boolean wav = sound.get()[0] == 'R';
      context
          .header("Cache-Control", "no-store")
          .contentType(wav ? "audio/wav" : "audio/mpeg")
          .result(sound.get());
    } else {
      context.status(NOT_FOUND);
    }
  }

  /** Straight from this machine: a proxy's forwarded request is not. */
  private static boolean isLocal(Context context) {
    try {
      return context.header("X-Forwarded-For") == null
          && context.header("Forwarded") == null
          && InetAddress.getByName(context.req().getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** No stack trace to the outside, and nothing that the carrier would text to a person. */
  private static void broken(Exception failure, Context context) {
    LOG.error(
        "{} {} failed: {} at {}",
        context.method(),
        context.path(),
        failure.getClass().getName(),
        failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "?");
    if (context.path().toLowerCase(Locale.ROOT).startsWith("/twilio/")) {
      context.status(UNAVAILABLE).contentType("text/xml; charset=utf-8").result(Twiml.EMPTY);
    } else {
      plain(context.status(BROKEN), "Something broke here.");
    }
  }

  private static void plain(Context context, String words) {
    if (context.path().startsWith("/twilio/")) {
      context.contentType("text/xml; charset=utf-8").result(Twiml.EMPTY);
    } else {
      context.contentType("text/html; charset=utf-8").result(words);
    }
  }
}
