package org.neighborline.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Books;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Timeline;
import org.neighborline.store.Vault;
import org.neighborline.understanding.Need;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows everything that happened to a request; numbers and words stay out of it. */
@Command(name = "show", description = "Show a request's timeline.", mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A moment within an entry. */
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:[\\d.]+)?Z");

  @Parameters(paramLabel = "CODE", description = "the request's code, like K7M2")
  private String code = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Code wanted =
        Code.parse(code)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "'" + code + "' is no code; codes look like K7M2"));
    Settings settings = Settings.of(System.getenv());
    if (Store.isAbsent(settings.database())) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no database at " + settings.database() + "; set NEIGHBORLINE_DATABASE");
    }
    try (Store store = Store.open(settings.database(), Migrations.ofProgram())) {
      Books books = Books.of(Vault.open(settings.key(), false));
      Optional<HelpRequest> request = store.read(tx -> books.requests().look(tx, wanted));
      if (request.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println("There is no request " + wanted + "; it may be erased already");
        return 1;
      }
      print(request.get(), store, books, zone(settings));
    }
    return 0;
  }

  /** The hotline's; this machine's where the configuration can't tell. */
  private static ZoneId zone(Settings settings) {
    try {
      return HotlineParts.files(settings).configuration().house().rules().zone();
    } catch (HotlineFiles.FaultyFiles faulty) {
      return ZoneId.systemDefault();
    }
  }

  private static String local(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  private void print(HelpRequest request, Store store, Books books, ZoneId zone) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s  %s  %s near %s  (%s)%n",
        request.code(),
        request.status().id(),
        String.join(", ", request.draft().needs().stream().map(Need::id).toList()),
        request.draft().place().map(Place::name).orElse("an unknown place"),
        request.tongue().language());
    for (Timeline.Entry entry : store.read(tx -> books.timeline().of(tx, request.id()))) {
      out.printf(
          "  %s  %-9s %-12s %s%n",
          local(entry.at(), zone),
          entry.actor(),
          entry.kind(),
          MOMENT.matcher(entry.detail()).replaceAll(m -> local(Instant.parse(m.group()), zone)));
    }
    store
        .read(tx -> books.requests().reasons(tx, request.id()))
        .forEach(reason -> out.println("  why: " + reason));
  }
}
