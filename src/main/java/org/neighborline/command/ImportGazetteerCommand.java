package org.neighborline.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.neighborline.Settings;
import org.neighborline.config.CityChoice;
import org.neighborline.config.GazetteerFile;
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
    return Importing.run(
        spec,
        bar -> GazetteerFile.read(file, Gazetteer.newYork()::anywhere, bar::show),
        (rows, bar) -> taken(rows, folder, bar));
  }

  private static String taken(List<CityRow> rows, Path folder, ProgressBar bar) throws IOException {
    bar.show("writing " + folder.getFileName(), 0, 1);
    GazetteerFolder.write(rows, folder);
    StringBuilder told = new StringBuilder();
    for (CityRow.Kind kind : CityRow.Kind.values()) {
      long count = rows.stream().filter(row -> row.kind() == kind).count();
      if (count > 0) {
        told.append(kind.written()).append(": ").append(count).append(System.lineSeparator());
      }
    }
    return told
        + "They are in "
        + folder
        + ", which the configuration beside it takes instead of New York: run ./neighborline check, then start the server anew.";
  }
}
