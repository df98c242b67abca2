package org.neighborline.command;

import java.util.concurrent.Callable;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks configuration, groups and translations, and says every fault with its file and line. */
@Command(
    name = "check",
    description = "Check configuration, groups and translations.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    HotlineFiles files = HotlineParts.files(Settings.of(System.getenv()));
    spec.commandLine()
        .getOut()
        .println(
            "No faults: "
                + files.configuration().groups().size()
                + " groups, "
                + files.translations().size()
                + " languages.");
    return 0;
  }
}
