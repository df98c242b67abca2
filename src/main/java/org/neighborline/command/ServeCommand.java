package org.neighborline.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.neighborline.App;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a real hotline until it is told to stop. */
@Command(
    name = "serve",
    description = "Serve the hotline (production).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Environment: PORT, NEIGHBORLINE_CONFIG, NEIGHBORLINE_DATABASE, NEIGHBORLINE_PUBLIC_URL, NEIGHBORLINE_KEY,",
      "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY, TWILIO_API_SECRET, TWILIO_API_URL."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Option(names = "--host", description = "address to listen on (default: all)", defaultValue = "")
  private String host = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = Settings.of(System.getenv()).forServing();
    HotlineParts.requireFree(spec, settings.port(), "set PORT to another");
    CompletableFuture<HotlineFiles> files =
        CompletableFuture.supplyAsync(
            () -> HotlineFiles.read(settings.config(), settings.translations()));
    CountDownLatch stopped = new CountDownLatch(1);
    App app = App.start(settings, files::join, host);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              app.close();
              LOG.info("stopped");
              stopped.countDown();
            }));
    LOG.info(
        "{} serves on port {}; the carrier calls {}",
        files.join().configuration().name(),
        app.port(),
        settings.publicUrl());
    stopped.await();
    return 0;
  }
}
