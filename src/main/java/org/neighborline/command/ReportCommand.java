package org.neighborline.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tables and pictures for people who run a hotline. */
@Command(
    name = "report",
    description = "Tables and pictures for people who run a hotline.",
    mixinStandardHelpOptions = true,
    subcommands = {CoverageCommand.class, EffortCommand.class})
public final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a report's name: which there are. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
