package org.neighborline.simulator;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The simulated carrier behind Twilio's own HTTP API: anyone's fake carrier, and the demo's. The
 * API is below {@code /2010-04-01}, the phones at {@code /phones}, the switches below {@code
 * /simulator}.
 */
public final class SimulatorServer implements AutoCloseable {
  private static final long LARGEST_REQUEST = 1_000_000;
  private static final String HERE = "127.0.0.1";

  private final SimulatedCarrier carrier;
  private final HttpDelivery delivery;
  private final Pump pump;
  private final RestApi api;
  private final Javalin server;

  /**
   * A page of somebody else's beside the phones.
   *
   * @param path where it is
   * @param title what a link to it says
   * @param routes adds it
   */
  public record Page(String path, String title, Consumer<JavalinConfig> routes) {}

  private SimulatorServer(SimulatorOptions options, List<Page> more) {
    this.carrier = new SimulatedCarrier(options);
    this.delivery = new HttpDelivery(options.authToken());
    this.pump = new Pump(carrier, delivery);
    this.api = new RestApi(carrier);
    ControlApi control = new ControlApi(carrier, pump);
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          config.http.maxRequestSize = LARGEST_REQUEST;
          // A carrier that goes away does not say goodbye, and tests do not wait for it.
          config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
          api.routes(config);
          new RestVoiceApi(carrier).routes(config);
          control.routes(config);
          new ControlCallApi(carrier).routes(config);
          PhonesPage.routes(config, more);
          more.forEach(page -> page.routes().accept(config));
        });
  }

  /** Starts a simulator; it serves when this returns. */
  public static SimulatorServer start(SimulatorOptions options) {
    return start(options, HERE, List.of());
  }

  /**
   * Starts one with more pages, to which the phones' page links.
   *
   * @param host the address to listen on; whoever reaches it holds the phones
   */
  public static SimulatorServer start(SimulatorOptions options, String host, List<Page> more) {
    SimulatorServer simulator = new SimulatorServer(options, more);
    simulator.server.start(host, options.port());
    simulator.carrier.reachedAt(simulator.url());
    return simulator;
  }

  /** What {@code TWILIO_API_URL} is set to. */
  public String url() {
    return "http://" + HERE + ":" + port();
  }

  public int port() {
    return server.port();
  }

  public SimulatedCarrier carrier() {
    return carrier;
  }

  /** Lets virtual time pass, with every webhook that falls due answered on the way. */
  public void advance(Duration span) throws InterruptedException {
    if (!(carrier.options().clock() instanceof VirtualClock clock)) {
      throw new IllegalStateException("this simulator runs in real time");
    }
    pump.advance(clock, span);
  }

  @Override
  public void close() {
    api.stop();
    pump.close();
    server.stop();
    delivery.close();
  }
}
