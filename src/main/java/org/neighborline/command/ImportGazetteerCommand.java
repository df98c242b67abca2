package org.neighborline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.neighborline.Settings;
import org.neighborline.config.CityChoice;
import org.neighborline.config.GazetteerFile;
import org.neighborline.config.Loading;
import org.neighborline.language.Fault;
import org.neighborline.place.CityRow;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.GazetteerFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes another city's places from a file, so that the hotline can be there. */
@Command(
    name = "gazetteer",
    description =
        "Take another city's places from a CSV or GeoJSON file: all of it, or nothing and every fault.",
    mixinStandardHelpOptions = true)
public final class ImportGazetteerCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "places as CSV or GeoJSON; docs/gazetteer.md describes the columns")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path folder = CityChoice.folder(HotlineParts.config(Settings.of(System.getenv())));
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    Loading<List<CityRow>> reading =
        GazetteerFile.read(file, Gazetteer.newYork()::anywhere, bar::show);
    bar.clear();
    return switch (reading) {
      case Loading.Faulty<List<CityRow>>(List<Fault> faults) -> {
        ImportCommand.refuse(spec, faults);
        yield 1;
      }
      case Loading.Loaded<List<CityRow>>(List<CityRow> rows) -> taken(rows, folder, bar);
    };
  }

  private int taken(List<CityRow> rows, Path folder, ProgressBar bar) throws IOException {
    bar.show("writing " + folder.getFileName(), 0, 1);
    GazetteerFolder.write(rows, folder);
    bar.clear();
    PrintWriter out = spec.commandLine().getOut();
    for (CityRow.Kind kind : CityRow.Kind.values()) {
      long count = rows.stream().filter(row -> row.kind() == kind).count();
      if (count > 0) {
        out.println(kind.written() + ": " + count);
      }
    }
    out.println(
        "They are in "
            + folder
            + ", which the configuration beside it takes instead of New York: run ./neighborline check, then start the server anew.");
    return 0;
  }
}
