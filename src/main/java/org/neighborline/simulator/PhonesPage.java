package org.neighborline.simulator;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Serves the page of virtual phones: a few plain files from the jar, nothing from elsewhere. */
final class PhonesPage {
  private static final String OWN_THINGS_ONLY =
      "default-src 'self'; media-src *; img-src data:; frame-ancestors 'none'; base-uri 'none'";

  private PhonesPage() {}

  static void routes(JavalinConfig config) {
    config.routes.get("/", context -> context.redirect("/phones"));
    config.routes.get("/phones", context -> file(context, "phones.html", "text/html"));
    config.routes.get("/phones/phones.css", context -> file(context, "phones.css", "text/css"));
    for (String script : List.of("phones.js", "calls.js", "panels.js")) {
      config.routes.get("/phones/" + script, context -> file(context, script, "text/javascript"));
    }
  }

  private static void file(Context context, String name, String type) {
    try (InputStream file = PhonesPage.class.getResourceAsStream("/simulator/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks simulator/" + name);
      }
      context.header("Content-Security-Policy", OWN_THINGS_ONLY);
      context.header("Cache-Control", "no-cache");
      context.contentType(type + "; charset=utf-8").result(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
