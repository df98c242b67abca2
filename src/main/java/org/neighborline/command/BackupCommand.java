package org.neighborline.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.neighborline.Settings;
import org.neighborline.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a consistent copy of the database while the hotline runs. */
@Command(
    name = "backup",
    description = "Copy the database while the hotline runs; the key is kept apart.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "where to; it must not be there yet")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = Settings.of(System.getenv());
    PrintWriter out = spec.commandLine().getOut();
    Backup.copy(
        settings.database(),
        file,
        (done, ofAbout) ->
            out.printf("\r%3d%%", ofAbout == 0 ? 100 : Math.min(100, done * 100 / ofAbout)));
    out.println("\r    \rThe database is in " + file + ".");
    out.println(
        "It opens only with the key "
            + settings.key()
            + ": keep a copy of that elsewhere, never beside the backup.");
    return 0;
  }
}
