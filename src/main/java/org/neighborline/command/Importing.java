package org.neighborline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.neighborline.config.Loading;
import org.neighborline.language.Fault;
import picocli.CommandLine.Model.CommandSpec;

/** Reads files and takes what they say, all of it or nothing and every fault, with progress. */
final class Importing {
  private Importing() {}

  /** Reads all there is. */
  interface Reading<T> {
    Loading<T> read(ProgressBar bar) throws IOException;
  }

  /** Takes what was read without a fault, and tells what happened. */
  interface Taking<T> {
    String take(T read, ProgressBar bar) throws IOException;
  }

  /** Reads and takes; the exit code of the command. */
  static <T> int run(CommandSpec spec, Reading<T> reading, Taking<T> taking) throws IOException {
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    Loading<T> loading = reading.read(bar);
    bar.clear();
    return switch (loading) {
      case Loading.Faulty<T>(List<Fault> faults) -> {
        refuse(spec.commandLine().getErr(), faults);
        yield 1;
      }
      case Loading.Loaded<T>(T read) -> {
        String done = taking.take(read, bar);
        bar.clear();
        spec.commandLine().getOut().println(done);
        yield 0;
      }
    };
  }

  private static void refuse(PrintWriter err, List<Fault> faults) {
    faults.forEach(fault -> err.println(fault.toString()));
    err.println(
        "Nothing was imported, and what was there stays in force: "
            + (faults.size() == 1 ? "mend this fault" : "mend these " + faults.size() + " faults")
            + " and import again.");
  }
}
