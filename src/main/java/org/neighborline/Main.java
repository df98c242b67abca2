package org.neighborline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.neighborline.command.BackupCommand;
import org.neighborline.command.CheckCommand;
import org.neighborline.command.DemoCommand;
import org.neighborline.command.ReloadCommand;
import org.neighborline.command.RestoreCommand;
import org.neighborline.command.RouteCommand;
import org.neighborline.command.ServeCommand;
import org.neighborline.command.ShowCommand;
import org.neighborline.command.SimulateCommand;
import org.neighborline.command.SimulatorCommand;
import org.neighborline.command.TrainCommand;
import org.neighborline.command.UnderstandCommand;
import org.neighborline.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs one command of the launcher. */
@Command(
    name = "neighborline",
    description = "An SMS and voice hotline for mutual aid.",
    mixinStandardHelpOptions = true,
    version = "neighborline 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "test and bench run the whole check and the measurements.",
      "Try ./neighborline demo first."
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      UnderstandCommand.class,
      RouteCommand.class,
      ShowCommand.class,
      ReloadCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      SimulateCommand.class,
      SimulatorCommand.class,
      TrainCommand.class
    })
public final class Main implements Runnable {
  private static final int WRONG_USE = 2;
  private static final int FAULT = 1;

  private Main() {}

  static void main(String[] args) {
    if (args.length > 0 && (args[0].equals("serve") || args[0].equals("train"))) {
      System.setProperty("logback.configurationFile", "logback-serve.xml");
    }
    System.exit(commandLine().execute(args));
  }

  /** All commands, with errors as one clear line. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((wrong, _) -> {
      wrong
          .getCommandLine()
          .getErr()
          .println(
              wrong.getMessage()
                  + " ("
                  + wrong.getCommandLine().getCommandSpec().qualifiedName(" ")
                  + " --help explains)");
      return WRONG_USE;
    });
    line.setExecutionExceptionHandler((failed, command, _) -> {
      PrintWriter err = command.getErr();
      Throwable cause =
          failed instanceof CompletionException && failed.getCause() != null
              ? failed.getCause()
              : failed;
      switch (cause) {
        case HotlineFiles.FaultyFiles faulty ->
            faulty.faults().forEach(fault -> err.println(fault.toString()));
        case Settings.WrongSettings wrong -> err.println(wrong.getMessage());
        case StoreException store -> err.println(store.getMessage());
        default -> cause.printStackTrace(err);
      }
      return cause instanceof Settings.WrongSettings ? WRONG_USE : FAULT;
    });
    return line;
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    commandLine().usage(System.out);
  }
}
