package org.neighborline.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.neighborline.App;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.config.GroupSeed;
import org.neighborline.simulator.SimulatorOptions;
import org.neighborline.simulator.SimulatorServer;
import org.neighborline.simulator.TerminalPhones;
import org.neighborline.simulator.VirtualPhone;
import org.neighborline.simulator.Webhooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs everything on this machine: a hotline for a sample city, and a carrier with virtual phones.
 */
@Command(
    name = "demo",
    description = "Run everything on this machine, with virtual phones in the browser.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final int SIMULATOR_PORT = 4010;

  @Option(
      names = "--terminal",
      description = "virtual phones in this terminal instead of the browser")
  private boolean terminal;

  @Option(
      names = "--data",
      description = "folder of the demo's database (default: ${DEFAULT-VALUE})",
      defaultValue = "data/demo")
  private Path data = Path.of("data/demo");

  @Option(
      names = "--simulator-port",
      description = "where the simulated carrier listens (default: ${DEFAULT-VALUE})",
      defaultValue = "" + SIMULATOR_PORT)
  private int simulatorPort = SIMULATOR_PORT;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings plain = Settings.of(System.getenv());
    HotlineFiles files = HotlineFiles.read(HotlineParts.sample(plain), plain.translations());
    String hotline = "http://127.0.0.1:" + plain.port();
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withPort(simulatorPort)
            .withNumbers(files.configuration().numbers())
            .withWebhooks(Webhooks.below(hotline))
            .withPhones(phones(files));
    SimulatorServer simulator = SimulatorServer.start(options);
    App app = App.start(settings(plain, simulator, options, hotline), files, "127.0.0.1");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              app.close();
              simulator.close();
            }));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%n  Neighborline serves on %s%n  Virtual phones: %s/phones%n%n", hotline, simulator.url());
    if (terminal) {
      new TerminalPhones(simulator.carrier(), out)
          .run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    } else {
      out.println(
          "  Text \"need groceries for 4, 11221\" from Rosa's phone, answer 1, and watch Ana's. Ctrl+C ends.");
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private Settings settings(
      Settings plain, SimulatorServer simulator, SimulatorOptions options, String hotline) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", Integer.toString(plain.port()));
    environment.put("NEIGHBORLINE_DATABASE", "jdbc:sqlite:" + data.resolve("neighborline.db"));
    environment.put("NEIGHBORLINE_CONFIG", HotlineParts.sample(plain).toString());
    environment.put("NEIGHBORLINE_PUBLIC_URL", hotline);
    environment.put("TWILIO_API_URL", simulator.url());
    environment.put("TWILIO_ACCOUNT_SID", options.accountSid());
    environment.put("TWILIO_AUTH_TOKEN", options.authToken());
    return Settings.of(environment).forServing();
  }

  /** Residents of several languages, and the leads of the groups that they will reach. */
  private static List<VirtualPhone> phones(HotlineFiles files) {
    List<VirtualPhone> phones = new ArrayList<>();
    phones.add(VirtualPhone.mobile("Rosa", "+13475550190", VirtualPhone.Role.RESIDENT, "en"));
    phones.add(VirtualPhone.mobile("Luis", "+13475550191", VirtualPhone.Role.RESIDENT, "es"));
    phones.add(VirtualPhone.mobile("Noor", "+13475550192", VirtualPhone.Role.RESIDENT, "ar"));
    for (GroupSeed group : files.configuration().groups()) {
      boolean desk = group.group().id().equals(files.configuration().house().rules().backstop());
      boolean near = List.of("bedstuy", "southbronx").contains(group.group().id());
      if (near || desk) {
        group.leads().stream()
            .limit(desk ? 1 : 2)
            .forEach(lead ->
                phones.add(
                    VirtualPhone.mobile(
                        lead.name() + " · " + group.group().name(),
                        lead.phone().e164(),
                        desk ? VirtualPhone.Role.DESK : VirtualPhone.Role.LEAD,
                        lead.languages().getFirst().tag())));
      }
    }
    return phones;
  }
}
