package org.neighborline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.neighborline.simulator.Faults.Kind;

/** The carrier's REST API for texts, exact enough for its own SDK, faults included. */
final class RestApi {
  private static final Duration HANG = Duration.ofSeconds(60);

  private final SimulatedCarrier carrier;
  private final RestJson json;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RestApi(SimulatedCarrier carrier) {
    this.carrier = carrier;
    this.json = new RestJson(carrier.options());
  }

  void routes(JavalinConfig config) {
    config.routes.before("/2010-04-01/*", this::admit);
    config.routes.post(Wire.ROOT + "/Messages.json", this::create);
    config.routes.get(Wire.ROOT + "/Messages.json", this::list);
    config.routes.get(Wire.ROOT + "/Messages/{sid}", this::fetch);
    config.routes.post(Wire.ROOT + "/Messages/{sid}", this::update);
    config.routes.delete(Wire.ROOT + "/Messages/{sid}", this::delete);
    config.routes.after("/2010-04-01/*", this::mayBeLost);
  }

  /** Lets go of the requests that hang. */
  void stop() {
    stopping.countDown();
  }

  /** Who is it, and does anything go wrong before it is even looked at? */
  private void admit(Context context) throws InterruptedException {
    if (!known(context.header(Header.AUTHORIZATION))) {
      context.header(Header.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
      Wire.refuse(context, 401, 20003, "Authenticate");
    } else if (!context.path().startsWith(json.account())) {
      Wire.refuse(context, 404, 20404, "The requested resource was not found");
    } else if (carrier.faults().strikes(Kind.TOO_MANY_REQUESTS)) {
      context.header(Header.RETRY_AFTER, "1");
      Wire.refuse(context, 429, 20429, "Too Many Requests");
    } else if (carrier.faults().strikes(Kind.SERVER_ERROR)) {
      Wire.refuse(context, 503, 20503, "Service Unavailable");
    } else if (carrier.faults().strikes(Kind.HUNG)) {
      boolean _ = stopping.await(HANG.toSeconds(), TimeUnit.SECONDS);
      Connections.cut(context);
      context.skipRemainingHandlers();
    }
  }

  private void mayBeLost(Context context) {
    if (context.method().name().equals("POST")
        && context.statusCode() / 100 == 2
        && carrier.faults().strikes(Kind.ANSWER_LOST)) {
      Connections.cut(context);
    }
  }

  private boolean known(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Basic ")) {
      return false;
    }
    SimulatorOptions options = carrier.options();
    try {
      String given =
          new String(Base64.getDecoder().decode(authorization.substring("Basic ".length())), UTF_8);
      // An API key's name is anyone's choice here; its secret is the auth token.
      boolean named = given.startsWith(options.accountSid() + ":") || given.startsWith("SK");
      String secret = given.substring(given.indexOf(':') + 1);
      return named
          && MessageDigest.isEqual(options.authToken().getBytes(UTF_8), secret.getBytes(UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private void create(Context context) {
    OutboundText text =
        new OutboundText(
            Wire.parameter(context, "To"),
            Wire.parameter(context, "From").isEmpty()
                ? Wire.parameter(context, "MessagingServiceSid")
                : Wire.parameter(context, "From"),
            Wire.parameter(context, "Body"),
            context.formParams("MediaUrl").size(),
            Wire.parameter(context, "StatusCallback"));
    switch (carrier.send(text)) {
      case Sending.Accepted<SimulatedMessage>(SimulatedMessage message) -> {
        context.status(201);
        Json.write(context, json.message(message));
      }
      case Sending.Refused<SimulatedMessage>(int status, int code, String reason) ->
          Wire.refuse(context, status, code, reason);
    }
  }

  private void list(Context context) {
    String to = Wire.query(context, "To");
    String from = Wire.query(context, "From");
    List<SimulatedMessage> found =
        carrier.messages().reversed().stream()
            .filter(message -> to.isEmpty() || to.equals(message.to()))
            .filter(message -> from.isEmpty() || from.equals(message.from()))
            .filter(sent(context))
            .toList();
    Wire.page(context, json, "messages", found, json::message);
  }

  /**
   * The filters are called {@code DateSent}, {@code DateSent<} and {@code DateSent>}, literally.
   */
  private static Predicate<SimulatedMessage> sent(Context context) {
    Optional<Instant> before = instant(Wire.query(context, "DateSent<"));
    Optional<Instant> after = instant(Wire.query(context, "DateSent>"));
    Optional<Instant> on = instant(Wire.query(context, "DateSent"));
    return message -> {
      Instant sent = message.sent().orElse(message.created());
      return before.filter(sent::isAfter).isEmpty()
          && after.filter(sent::isBefore).isEmpty()
          && on.map(day -> day.atOffset(ZoneOffset.UTC).toLocalDate())
              .filter(day -> !day.equals(sent.atOffset(ZoneOffset.UTC).toLocalDate()))
              .isEmpty();
    };
  }

  private void fetch(Context context) {
    carrier
        .message(Wire.sid(context))
        .ifPresentOrElse(
            message -> Json.write(context, json.message(message)), () -> Wire.missing(context));
  }

  private void update(Context context) {
    String sid = Wire.sid(context);
    if (carrier.message(sid).isPresent()
        && context.formParamMap().containsKey("Body")
        && Wire.parameter(context, "Body").isEmpty()) {
      carrier.redact(sid);
    }
    fetch(context);
  }

  private void delete(Context context) {
    if (carrier.delete(Wire.sid(context))) {
      context.status(204);
    } else {
      Wire.missing(context);
    }
  }

  /** A day, or a moment; the SDK writes moments without a zone and means UTC. */
  private static Optional<Instant> instant(String text) {
    try {
      return text.length() == 10
          ? Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant())
          : Optional.of(LocalDateTime.parse(text.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
