package org.neighborline.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.neighborline.simulator.SimulatorOptions;
import org.neighborline.simulator.SimulatorServer;
import org.neighborline.simulator.Webhooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the simulated carrier by itself, as a fake for anyone's tests. */
@Command(
    name = "simulator",
    description = "Run the simulated carrier alone: its API, webhooks and virtual phones.",
    mixinStandardHelpOptions = true)
public final class SimulatorCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      description = "where to listen (default: ${DEFAULT-VALUE})",
      defaultValue = "4010")
  private int port = 4010;

  @Option(
      names = "--calls",
      paramLabel = "URL",
      description = "the public address of the hotline to call (default: ${DEFAULT-VALUE})",
      defaultValue = "http://127.0.0.1:7000")
  private String hotline = "http://127.0.0.1:7000";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    SimulatorOptions options =
        SimulatorOptions.defaults().withPort(port).withWebhooks(Webhooks.below(hotline));
    SimulatorServer server = SimulatorServer.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    spec.commandLine()
        .getOut()
        .printf(
            "Virtual phones: %s/phones%nTWILIO_API_URL=%s TWILIO_ACCOUNT_SID=%s TWILIO_AUTH_TOKEN=%s%n",
            server.url(), server.url(), options.accountSid(), options.authToken());
    new CountDownLatch(1).await();
    return 0;
  }
}
