package org.neighborline.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.neighborline.Settings;
import org.neighborline.store.Backup;
import org.neighborline.store.Migrations;
import org.neighborline.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Puts a backup in the database's place, after checking that it is whole and that the key opens it.
 */
@Command(
    name = "restore",
    description = "Put a backup in place, while the hotline is stopped.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!Files.exists(file)) {
      throw new ParameterException(spec.commandLine(), "there is no backup at " + file);
    }
    Settings settings = Settings.of(System.getenv());
    Vault vault = Vault.open(settings.key(), false);
    Optional<Path> before =
        Backup.restore(file, settings.database(), Migrations.ofProgram(), vault);
    PrintWriter out = spec.commandLine().getOut();
    out.println("The backup is in place: " + settings.database());
    before.ifPresent(old ->
        out.println(
            "What was there is now "
                + old
                + "; delete it when all is well, people's words are in it."));
    return 0;
  }
}
