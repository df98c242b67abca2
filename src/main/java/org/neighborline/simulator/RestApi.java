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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neighborline.simulator.Faults.Kind;

/** The carrier's REST API for texts, exact enough for its own SDK, faults included. */
final class RestApi {
  private static final String ROOT = "/2010-04-01/Accounts/{account}";
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;
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
    config.routes.post(ROOT + "/Messages.json", this::create);
    config.routes.get(ROOT + "/Messages.json", this::list);
    config.routes.get(ROOT + "/Messages/{sid}", this::fetch);
    config.routes.post(ROOT + "/Messages/{sid}", this::update);
    config.routes.delete(ROOT + "/Messages/{sid}", this::delete);
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
      refuse(context, 401, 20003, "Authenticate");
    } else if (!context.path().startsWith(json.account())) {
      refuse(context, 404, 20404, "The requested resource was not found");
    } else if (carrier.faults().strikes(Kind.TOO_MANY_REQUESTS)) {
      context.header(Header.RETRY_AFTER, "1");
      refuse(context, 429, 20429, "Too Many Requests");
    } else if (carrier.faults().strikes(Kind.SERVER_ERROR)) {
      refuse(context, 503, 20503, "Service Unavailable");
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
    String expected = options.accountSid() + ":" + options.authToken();
    try {
      byte[] given = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
      return MessageDigest.isEqual(expected.getBytes(UTF_8), given);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private void create(Context context) {
    OutboundText text =
        new OutboundText(
            parameter(context, "To"),
            parameter(context, "From").isEmpty()
                ? parameter(context, "MessagingServiceSid")
                : parameter(context, "From"),
            parameter(context, "Body"),
            context.formParams("MediaUrl").size(),
            parameter(context, "StatusCallback"));
    switch (carrier.send(text)) {
      case Sending.Accepted<SimulatedMessage>(SimulatedMessage message) -> {
        context.status(201);
        Json.write(context, json.message(message));
      }
      case Sending.Refused<SimulatedMessage>(int status, int code, String reason) ->
          refuse(context, status, code, reason);
    }
  }

  private void list(Context context) {
    String to = query(context, "To");
    String from = query(context, "From");
    List<SimulatedMessage> found =
        carrier.messages().reversed().stream()
            .filter(message -> to.isEmpty() || to.equals(message.to()))
            .filter(message -> from.isEmpty() || from.equals(message.from()))
            .filter(sent(context))
            .toList();
    int size = Math.clamp(number(query(context, "PageSize"), USUAL_PAGE), 1, LARGEST_PAGE);
    int page = Math.max(0, number(query(context, "Page"), 0));
    String path = context.path() + filters(context);
    Json.write(context, json.page("messages", path, found, page, size, json::message));
  }

  /**
   * The filters are called {@code DateSent}, {@code DateSent<} and {@code DateSent>}, literally.
   */
  private static Predicate<SimulatedMessage> sent(Context context) {
    Optional<Instant> before = instant(query(context, "DateSent<"));
    Optional<Instant> after = instant(query(context, "DateSent>"));
    Optional<Instant> on = instant(query(context, "DateSent"));
    return message -> {
      Instant sent = message.sent().orElse(message.created());
      return before.filter(sent::isAfter).isEmpty()
          && after.filter(sent::isBefore).isEmpty()
          && on.map(day -> day.atOffset(ZoneOffset.UTC).toLocalDate())
              .filter(day -> !day.equals(sent.atOffset(ZoneOffset.UTC).toLocalDate()))
              .isEmpty();
    };
  }

  /** The query again without the page, so that the next page has the same filters. */
  private static String filters(Context context) {
    String raw = context.queryString();
    String kept =
        Arrays.stream((raw == null ? "" : raw).split("&"))
            .filter(pair -> !pair.isEmpty() && !pair.startsWith("Page"))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private void fetch(Context context) {
    carrier
        .message(sid(context))
        .ifPresentOrElse(
            message -> Json.write(context, json.message(message)), () -> missing(context));
  }

  private void update(Context context) {
    String sid = sid(context);
    if (carrier.message(sid).isPresent()
        && context.formParamMap().containsKey("Body")
        && parameter(context, "Body").isEmpty()) {
      carrier.redact(sid);
    }
    fetch(context);
  }

  private void delete(Context context) {
    if (carrier.delete(sid(context))) {
      context.status(204);
    } else {
      missing(context);
    }
  }

  private static void missing(Context context) {
    refuse(context, 404, 20404, "The requested resource " + context.path() + " was not found");
  }

  private static void refuse(Context context, int status, int code, String reason) {
    context.status(status);
    Json.write(context, RestJson.error(status, code, reason));
    context.skipRemainingHandlers();
  }

  private static String sid(Context context) {
    return context.pathParam("sid").replaceFirst("\\.json$", "");
  }

  private static String parameter(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  private static String query(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  private static int number(String text, int usual) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return usual;
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
