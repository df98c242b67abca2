package org.neighborline.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The carrier's resources as its 2010 API writes them in JSON. */
final class RestJson {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final SimulatorOptions options;

  RestJson(SimulatorOptions options) {
    this.options = options;
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  String account() {
    return "/2010-04-01/Accounts/" + options.accountSid();
  }

  /** What a text has cost so far, in dollars. */
  BigDecimal price(SimulatedMessage message) {
    return options.segmentPrice().multiply(BigDecimal.valueOf(message.segments()));
  }

  Map<String, @Nullable Object> message(SimulatedMessage message) {
    String uri = account() + "/Messages/" + message.sid();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", options.accountSid());
    json.put("api_version", "2010-04-01");
    json.put("body", message.body());
    json.put("date_created", date(message.created()));
    json.put("date_sent", message.sent().map(RestJson::date).orElse(null));
    json.put("date_updated", date(message.updated()));
    json.put("direction", message.direction().wire());
    json.put("error_code", message.error() == 0 ? null : message.error());
    json.put("error_message", message.error() == 0 ? null : "Error " + message.error());
    json.put("from", message.from());
    json.put("messaging_service_sid", null);
    json.put("num_media", Integer.toString(message.media()));
    json.put("num_segments", Integer.toString(message.segments()));
    json.put("price", message.sent().map(_ -> negative(price(message))).orElse(null));
    json.put("price_unit", "USD");
    json.put("sid", message.sid());
    json.put("status", message.status().wire());
    json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    json.put("to", message.to());
    json.put("uri", uri + ".json");
    return json;
  }

  private static String negative(BigDecimal price) {
    return price.negate().setScale(5, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * One page of a list, with the address of the next.
   *
   * @param name the list's key ("messages")
   * @param path the list's address with its filters, without page and size
   * @param all what the filters left, in the order of the list
   */
  <T> Map<String, @Nullable Object> page(
      String name, String path, List<T> all, int page, int size, Function<T, Object> resource) {
    int start = (int) Math.min(all.size(), (long) page * size);
    int end = (int) Math.min(all.size(), (long) start + size);
    Function<Integer, String> address =
        number -> path + (path.contains("?") ? "&" : "?") + "PageSize=" + size + "&Page=" + number;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("end", Math.max(start, end - 1));
    json.put("first_page_uri", address.apply(0));
    json.put("next_page_uri", end < all.size() ? address.apply(page + 1) : null);
    json.put("page", page);
    json.put("page_size", size);
    json.put("previous_page_uri", page > 0 ? address.apply(page - 1) : null);
    json.put("start", start);
    json.put("uri", address.apply(page));
    json.put(name, all.subList(start, end).stream().map(resource).toList());
    return json;
  }

  static Map<String, Object> error(int status, int code, String reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("message", reason);
    json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.put("status", status);
    return json;
  }
}
