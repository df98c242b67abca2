package org.neighborline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Serves the page of virtual phones: a few plain files from the jar, nothing from elsewhere. */
public final class PhonesPage {
  private static final String OWN_THINGS_ONLY =
      "default-src 'self'; media-src *; img-src data:; frame-ancestors 'none'; base-uri 'none'";

  /** Where the page has its links to others. */
  private static final String LINKS = "<!-- more pages -->";

  private PhonesPage() {}

  static void routes(JavalinConfig config, List<SimulatorServer.Page> more) {
    String links =
        more.stream()
            .map(page -> "<a href=\"" + page.path() + "\">" + page.title() + "</a>")
            .collect(Collectors.joining("\n    "));
    config.routes.get("/", context -> context.redirect("/phones"));
    config.routes.get(
        "/phones",
        context ->
            serve(
                context,
                new String(read("phones.html"), UTF_8).replace(LINKS, links).getBytes(UTF_8),
                "text/html"));
    config.routes.get("/phones/phones.css", context -> file(context, "phones.css", "text/css"));
    for (String script : List.of("phones.js", "calls.js", "panels.js")) {
      config.routes.get("/phones/" + script, context -> file(context, script, "text/javascript"));
    }
  }

  /** Answers with a file of the jar, which may load what this server has and nothing else. */
  public static void file(Context context, String name, String type) {
    serve(context, read(name), type);
  }

  private static void serve(Context context, byte[] file, String type) {
    context.header("Content-Security-Policy", OWN_THINGS_ONLY);
    context.header("Cache-Control", "no-cache");
    context.contentType(type + "; charset=utf-8").result(file);
  }

  private static byte[] read(String name) {
    try (InputStream file = PhonesPage.class.getResourceAsStream("/simulator/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks simulator/" + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
