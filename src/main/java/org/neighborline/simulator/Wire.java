package org.neighborline.simulator;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the carrier's REST API reads a request and writes a list or a refusal. */
final class Wire {
  static final String ROOT = "/2010-04-01/Accounts/{account}";
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;

  private Wire() {}

  /** The query again without the page, so that the next page has the same filters. */
  private static String filters(Context context) {
    String raw = context.queryString();
    String kept =
        Arrays.stream((raw == null ? "" : raw).split("&"))
            .filter(pair -> !pair.isEmpty() && !pair.startsWith("Page"))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  static void missing(Context context) {
    refuse(context, 404, 20404, "The requested resource " + context.path() + " was not found");
  }

  static void refuse(Context context, int status, int code, String reason) {
    context.status(status);
    Json.write(context, RestJson.error(status, code, reason));
    context.skipRemainingHandlers();
  }

  static String sid(Context context) {
    return context.pathParam("sid").replaceFirst("\\.json$", "");
  }

  static String parameter(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  static String query(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  static int number(String text, int usual) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  /** The page that is asked for of what the request's filters left. */
  static <T> void page(
      Context context, RestJson json, String name, List<T> all, Function<T, Object> resource) {
    int size = Math.clamp(number(query(context, "PageSize"), USUAL_PAGE), 1, LARGEST_PAGE);
    int page = Math.max(0, number(query(context, "Page"), 0));
    String path = context.path() + filters(context);
    Json.write(context, json.page(name, path, all, page, size, resource));
  }
}
