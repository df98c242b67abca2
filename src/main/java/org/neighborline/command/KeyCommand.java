package org.neighborline.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.neighborline.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key for a database that makes none itself: a new PostgreSQL one. */
@Command(
    name = "key",
    description =
        "Make a new encryption key, for a new PostgreSQL database (SQLite makes its own).",
    mixinStandardHelpOptions = true)
public final class KeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "where to; it must not be there yet")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (Files.exists(file)) {
      spec.commandLine()
          .getErr()
          .println(
              file
                  + " is there already, and a key is never overwritten: name another file, or use this one");
      return 1;
    }
    Vault.open(file, true);
    spec.commandLine()
        .getOut()
        .println(
            "The key is in "
                + file
                + ", for you alone to read. Set NEIGHBORLINE_KEY to it, and keep a copy apart from the database: without it nobody reads that again.");
    return 0;
  }
}
