package org.neighborline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.neighborline.audio.Synthesizer.SynthesisException;
import org.neighborline.command.BackupCommand;
import org.neighborline.command.BroadcastCommand;
import org.neighborline.command.CheckCommand;
import org.neighborline.command.DemoCommand;
import org.neighborline.command.ExportCommand;
import org.neighborline.command.ImportCommand;
import org.neighborline.command.KeyCommand;
import org.neighborline.command.PromptsCommand;
import org.neighborline.command.ReloadCommand;
import org.neighborline.command.ReportCommand;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
    })
public final class Main implements Runnable {
  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          ServeCommand.class,
          CheckCommand.class,
          UnderstandCommand.class,
          RouteCommand.class,
          ReportCommand.class,
          ImportCommand.class,
          ExportCommand.class,
          PromptsCommand.class,
          ShowCommand.class,
          BroadcastCommand.class,
          ReloadCommand.class,
          KeyCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          SimulateCommand.class,
          SimulatorCommand.class,
          TrainCommand.class);

  private static final List<String> BY_LAUNCHER = List.of("test", "bench");
  private static final int WRONG_USE = 2;
  private static final int FAULT = 1;

  private Main() {}

  static void main(String[] args) {
    if (args.length > 0 && (args[0].equals("serve") || args[0].equals("train"))) {
      Logs.asJson();
    }
    boolean serves = args.length == 1 && args[0].equals("serve");
    System.exit(serves ? serve() : commandLine(args.length > 0 ? args[0] : "").execute(args));
  }

  /**
   * The one command whose start counts, where it has no options: the classes that read options are
   * too old for the start-up cache.
   */
  private static int serve() {
    try {
      return new ServeCommand().call();
    } catch (InterruptedException | RuntimeException failed) {
      return failed(failed, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
  }

  /**
   * The command that is named, or all of them, with errors as one clear line. Looking at sixteen
   * commands to run one takes a sixth of a start.
   */
  static CommandLine commandLine(String named) {
    CommandLine line = new CommandLine(new Main());
    List<Class<?>> one = COMMANDS.stream().filter(command -> name(command).equals(named)).toList();
    (one.isEmpty() ? COMMANDS : one).forEach(line::addSubcommand);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((wrong, _) -> {
      wrong
          .getCommandLine()
          .getErr()
          .println(
              said(wrong)
                  + " ("
                  + wrong.getCommandLine().getCommandSpec().qualifiedName(" ")
                  + " --help explains)");
      return WRONG_USE;
    });
    line.setExecutionExceptionHandler((failed, command, _) -> failed(failed, command.getErr()));
    return line;
  }

  private static int failed(Throwable failed, PrintWriter err) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    switch (cause) {
      case HotlineFiles.FaultyFiles faulty ->
          faulty.faults().forEach(fault -> err.println(fault.toString()));
      case Settings.WrongSettings wrong -> err.println(wrong.getMessage());
      case SynthesisException synthesis -> err.println(synthesis.getMessage());
      case StoreException store -> err.println(store.getMessage());
      default -> cause.printStackTrace(err);
    }
    return cause instanceof Settings.WrongSettings ? WRONG_USE : FAULT;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static String said(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && wrong.getCommandLine().getParent() == null) {
      String typed = unmatched.getUnmatched().getFirst();
      return "there is no command '" + typed + "'; did you mean " + nearest(wrong, typed) + "?";
    }
    return String.valueOf(wrong.getMessage());
  }

  private static String nearest(ParameterException wrong, String typed) {
    Map<String, CommandLine> all = new TreeMap<>(wrong.getCommandLine().getSubcommands());
    all.values().removeIf(command -> command.getCommandSpec().usageMessage().hidden());
    List<String> names = new ArrayList<>(all.keySet());
    names.addAll(BY_LAUNCHER);
    return names.stream().min(Comparator.comparingInt(name -> distance(typed, name))).orElse("");
  }

  /** How many letters must be added, left out or changed. */
  private static int distance(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    commandLine("").usage(System.out);
  }
}
