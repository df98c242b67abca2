package org.neighborline.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.neighborline.App;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.config.Configuration;
import org.neighborline.config.GroupSeed;
import org.neighborline.conversation.House;
import org.neighborline.dispatch.Rules;
import org.neighborline.group.QuietHours;
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
  private static final String DATABASE = "demo.db";

  /** Whose leads have a phone on the page: the groups that its suggested texts reach. */
  private static final List<String> NEAR = List.of("bedstuy", "bushwick", "southbronx", "bayridge");

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
      names = "--keep",
      description = "go on with what the last demo stored; without it each demo begins anew")
  private boolean keep;

  @Option(
      names = "--simulator-port",
      description = "where the simulated carrier listens (default: ${DEFAULT-VALUE})",
      defaultValue = "" + SIMULATOR_PORT)
  private int simulatorPort = SIMULATOR_PORT;

  @Option(
      names = "--host",
      description =
          "address to listen on (default: ${DEFAULT-VALUE}); 0.0.0.0 in a container. Whoever reaches it holds the phones",
      defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Option(
      names = "--night",
      description = "keep the sample's quiet hours; without it leads are awake at all hours")
  private boolean night;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings plain = Settings.of(System.getenv());
    HotlineFiles read = HotlineFiles.read(HotlineParts.sample(plain), plain.translations());
    HotlineFiles files = night ? read : awake(read);
    HotlineParts.requireFree(plain.port(), "set PORT to another");
    HotlineParts.requireFree(simulatorPort, "give another by --simulator-port");
    if (!keep) {
      forget();
    }
    String hotline = "http://127.0.0.1:" + plain.port();
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withPort(simulatorPort)
            .withNumbers(files.configuration().numbers())
            .withWebhooks(Webhooks.below(hotline))
            .withZone(files.configuration().house().rules().zone())
            .withPhones(phones(files))
            // The same sids again would be known texts to a database that was kept.
            .withSeed(new SecureRandom().nextLong());
    SimulatorServer simulator =
        SimulatorServer.start(
            options, host, List.of(TranslatePage.of(files, plain.translations())));
    App app = App.start(settings(plain, simulator, options, hotline), files, host);
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

  /**
   * Phones begin empty, so the hotline may not remember what they said to it. Only the demo's own
   * files go, whatever else is in the folder.
   */
  private void forget() throws IOException {
    for (String file : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(data.resolve(DATABASE + file));
    }
  }

  /**
   * The same city without quiet hours: whoever tries it in the evening wants to see a phone ring.
   */
  private static HotlineFiles awake(HotlineFiles files) {
    Configuration kept = files.configuration();
    Rules rules = kept.house().rules();
    Rules awake = rules.withQuiet(QuietHours.NONE);
    Configuration configuration =
        new Configuration(
            kept.name(),
            kept.numbers(),
            new House(awake, kept.house().languages(), kept.house().needs())
                .knowing(kept.house().directory())
                .in(kept.house().city()),
            kept.pace(),
            kept.retention(),
            kept.price(),
            kept.region(),
            kept.regions(),
            kept.geocoder(),
            kept.groups());
    return new HotlineFiles(
        configuration, files.translations(), files.city(), files.places(), files.reader());
  }

  private Settings settings(
      Settings plain, SimulatorServer simulator, SimulatorOptions options, String hotline) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", Integer.toString(plain.port()));
    environment.put("NEIGHBORLINE_DATABASE", "jdbc:sqlite:" + data.resolve(DATABASE));
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
    phones.add(VirtualPhone.mobile("Amal", "+13475550192", VirtualPhone.Role.RESIDENT, "ar"));
    String backstop = files.configuration().house().rules().backstop();
    NEAR.forEach(id -> phones.addAll(leads(files, id, VirtualPhone.Role.LEAD, 2)));
    phones.addAll(leads(files, backstop, VirtualPhone.Role.DESK, 1));
    return phones;
  }

  private static List<VirtualPhone> leads(
      HotlineFiles files, String id, VirtualPhone.Role role, int most) {
    GroupSeed group =
        files.configuration().groups().stream()
            .filter(g -> g.group().id().equals(id))
            .findFirst()
            .orElseThrow();
    return group.leads().stream()
        .limit(most)
        .map(lead ->
            VirtualPhone.mobile(
                lead.name() + " · " + group.group().name(),
                lead.phone().e164(),
                role,
                lead.languages().getFirst().tag()))
        .toList();
  }
}
