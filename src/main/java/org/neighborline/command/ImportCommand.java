package org.neighborline.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.config.ImportFiles;
import org.neighborline.group.Group;
import org.neighborline.store.Books;
import org.neighborline.store.Import;
import org.neighborline.store.KeyProof;
import org.neighborline.store.Migrations;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes groups and leads from spreadsheets into the database. */
@Command(
    name = "import",
    description =
        "Take groups and leads from files into the database: all of it, or nothing and every fault.",
    subcommands = {ImportGazetteerCommand.class, ImportResourcesCommand.class},
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "groups.csv, groups.yaml, leads.csv; as docs/deployers.md describes them")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (paths.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "name a file: groups.csv, groups.yaml or leads.csv; or say gazetteer or resources, and then a file");
    }
    Settings settings = Settings.of(System.getenv());
    HotlineFiles files = HotlineParts.files(settings);
    boolean isNew = Store.isAbsent(settings.database());
    try (Store store = Store.open(settings.database(), Migrations.ofProgram())) {
      Vault vault = Vault.open(settings.key(), isNew);
      KeyProof.check(store, vault);
      Books books = Books.of(vault);
      Set<String> stored =
          store.read(tx -> books.roster().groups(tx)).stream()
              .map(Group::id)
              .collect(Collectors.toSet());
      return Importing.run(
          spec,
          bar -> ImportFiles.read(paths, files.configuration(), files.known(), stored, bar::show),
          (read, bar) -> taken(store, books, read, bar));
    }
  }

  private static String taken(Store store, Books books, ImportFiles.Read read, ProgressBar bar) {
    Import imports = new Import(books);
    List<Roster.Seed> groups = read.groups().stream().map(HotlineFiles::seed).toList();
    Map<String, List<Roster.LeadSeed>> more =
        read.leads().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> e.getValue().stream().map(HotlineFiles::seed).toList()));
    Import.Done done =
        store
            .write(tx ->
                imports.take(
                    tx,
                    groups,
                    more,
                    Instant.now(),
                    n -> bar.show("writing groups", n, groups.size())))
            .join();
    return done.added()
        + (done.added() == 1 ? " group added, " : " groups added, ")
        + done.changed()
        + " changed, with "
        + done.leads()
        + (done.leads() == 1 ? " lead" : " leads")
        + ". A running server takes them over with ./neighborline reload.";
  }
}
