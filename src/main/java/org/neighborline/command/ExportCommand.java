package org.neighborline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neighborline.Settings;
import org.neighborline.config.GroupSeed;
import org.neighborline.config.GroupsText;
import org.neighborline.store.Books;
import org.neighborline.store.KeyProof;
import org.neighborline.store.Migrations;
import org.neighborline.store.Roster;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes groups and leads as the files that they can be read from again. */
@Command(
    name = "export",
    description =
        "Write the database's groups and leads, with their numbers, as files that only you can read.",
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "where to (default: here)",
      defaultValue = ".")
  private Path folder = Path.of(".");

  @Option(
      names = "--yaml",
      description = "one groups.yaml, in the place of groups.csv and leads.csv")
  private boolean yaml;

  @Option(names = "--force", description = "write over files that are there")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.of(System.getenv());
    if (Store.isAbsent(settings.database())) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no database at " + settings.database() + "; set NEIGHBORLINE_DATABASE");
    }
    try (Store store = Store.open(settings.database(), Migrations.ofProgram())) {
      Vault vault = Vault.open(settings.key(), false);
      KeyProof.check(store, vault);
      Books books = Books.of(vault);
      List<GroupSeed> groups =
          store.read(books.roster()::seeds).stream().map(ExportCommand::seed).toList();
      write(files(groups));
      spec.commandLine()
          .getOut()
          .println(
              groups.size()
                  + " groups with "
                  + groups.stream().mapToInt(g -> g.leads().size()).sum()
                  + " leads. These files hold people's numbers: keep them as you keep the key.");
    }
    return 0;
  }

  private Map<String, String> files(List<GroupSeed> groups) {
    Map<String, String> files = new LinkedHashMap<>();
    if (yaml) {
      files.put("groups.yaml", GroupsText.yaml(groups));
    } else {
      files.put("groups.csv", GroupsText.groupsCsv(groups));
      files.put("leads.csv", GroupsText.leadsCsv(groups));
    }
    return files;
  }

  private void write(Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (String name : files.keySet()) {
      if (!force && Files.exists(folder.resolve(name))) {
        throw new ParameterException(
            spec.commandLine(),
            folder.resolve(name) + " is there already; name another folder, or add --force");
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.deleteIfExists(path);
      Files.createFile(path, ownerOnly());
      Files.writeString(path, file.getValue(), StandardOpenOption.WRITE);
      spec.commandLine().getOut().println(path);
    }
  }

  /** From the first byte on nobody else can read them. */
  private FileAttribute<?>[] ownerOnly() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static GroupSeed seed(Roster.Seed seed) {
    return new GroupSeed(
        seed.group(),
        seed.leads().stream()
            .map(l ->
                new GroupSeed.LeadSeed(
                    l.name(),
                    l.phone(),
                    l.languages(),
                    l.tier(),
                    l.shifts(),
                    l.sms(),
                    l.calls(),
                    l.night()))
            .toList());
  }
}
