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
import picocli.CommandLine.Option;

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

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = Settings.of(System.getenv()).forServing();
    HotlineParts.requireFree(settings.port(), "set PORT to another");
    App app = start(settings, host);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Stop(app, stopped));
    LOG.info(
        "Neighborline serves on port {}; the carrier calls {}", app.port(), settings.publicUrl());
    stopped.await();
    return 0;
  }

  /** Starts it while its files are still being read: database and files take as long. */
  static App start(Settings settings, String host) {
    CompletableFuture<HotlineFiles> files =
        CompletableFuture.supplyAsync(
            () -> HotlineFiles.read(settings.config(), settings.translations()));
    return App.start(settings, files::join, host);
  }

  /** Named, since a lambda that training never meets costs every start a fiftieth. */
  private static final class Stop extends Thread {
    private final App app;
    private final CountDownLatch stopped;

    Stop(App app, CountDownLatch stopped) {
      this.app = app;
      this.stopped = stopped;
    }

    @Override
    public void run() {
      app.close();
      LOG.info("stopped");
      stopped.countDown();
    }
  }
}
