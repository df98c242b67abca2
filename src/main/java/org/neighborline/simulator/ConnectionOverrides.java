package org.neighborline.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How patient the carrier is with one address, read from the address's fragment ({@code
 * #rc=2&rp=ct,rt,5xx}); without one it tries again once, and only if nobody took the connection.
 *
 * @param retries attempts after the first
 * @param policies what is worth another attempt: ct, rt, 4xx, 5xx or all
 */
record ConnectionOverrides(
    Duration connect, Duration read, Duration total, int retries, List<String> policies) {
  private static final int MOST_RETRIES = 5;
  private static final int MOST_MILLIS = 15_000;

  static ConnectionOverrides of(String url) {
    Map<String, String> settings = new HashMap<>();
    int hash = url.indexOf('#');
    if (hash >= 0) {
      for (String pair : url.substring(hash + 1).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          settings.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
    }
    return new ConnectionOverrides(
        Duration.ofMillis(number(settings, "ct", 5_000, 10_000)),
        Duration.ofMillis(number(settings, "rt", MOST_MILLIS, MOST_MILLIS)),
        Duration.ofMillis(number(settings, "tt", MOST_MILLIS, MOST_MILLIS)),
        number(settings, "rc", 1, MOST_RETRIES),
        List.of(settings.getOrDefault("rp", "ct").split(",")));
  }

  boolean retries(WebhookAnswer answer) {
    if (policies.contains("all")) {
      return true;
    }
    return switch (answer) {
      case WebhookAnswer.Unreachable _ -> policies.contains("ct");
      case WebhookAnswer.TimedOut _ -> policies.contains("rt");
      case WebhookAnswer.Answered(int status, String _, String _) ->
          policies.contains(status / 100 + "xx");
    };
  }

  private static int number(Map<String, String> settings, String key, int usual, int most) {
    try {
      return Math.clamp(
          Integer.parseInt(settings.getOrDefault(key, Integer.toString(usual))), 0, most);
    } catch (NumberFormatException e) {
      return usual;
    }
  }
}
