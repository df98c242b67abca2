package org.neighborline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.neighborline.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the running server to read its groups again. */
@Command(
    name = "reload",
    description = "Have the running server take over changed groups and leads.",
    mixinStandardHelpOptions = true)
public final class ReloadCommand implements Callable<Integer> {
  private static final int OK = 200;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    int port = Settings.of(System.getenv()).port();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/reload"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      boolean fine = answer.statusCode() == OK;
      if (fine) {
        spec.commandLine().getOut().println("Groups and leads are taken over.");
      } else {
        spec.commandLine().getErr().println("The old groups stay in force:");
        faults(answer.body()).forEach(spec.commandLine().getErr()::println);
      }
      return fine ? 0 : 1;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("No server answers on port " + port + "; set PORT to where it serves");
      return 1;
    }
  }

  /** One fault a line; whatever answers there may not be a hotline at all. */
  private static List<String> faults(String body) {
    try {
      List<String> faults = new ArrayList<>();
      new ObjectMapper().readTree(body).path("faults").forEach(f -> faults.add(f.asText()));
      return faults.isEmpty() ? List.of(body) : faults;
    } catch (JsonProcessingException other) {
      return List.of(body);
    }
  }
}
