package org.neighborline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.config.ResourcesFile;
import org.neighborline.group.Directory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes public places of help from a file, so that people who ask hear of the nearest. */
@Command(
    name = "resources",
    description =
        "Take public places of help from a CSV file: all of it, or nothing and every fault.",
    mixinStandardHelpOptions = true)
public final class ImportResourcesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "places of help as CSV; docs/deployers.md describes the columns")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.of(System.getenv());
    HotlineFiles files = HotlineParts.files(settings);
    return Importing.run(
        spec,
        bar -> ResourcesFile.read(file, files.configuration(), files.known(), bar::show),
        (directory, _) -> taken(directory, ResourcesFile.path(HotlineParts.config(settings))));
  }

  private String taken(Directory directory, Path place) throws IOException {
    take(place);
    return directory.all().size()
        + " places of help are in "
        + place
        + " now. Start the server anew: who asks where one is hears of the nearest.";
  }

  /** Puts the file in its place, whole or not at all. */
  private void take(Path place) throws IOException {
    if (Files.exists(place) && Files.isSameFile(file, place)) {
      return;
    }
    Path next = Files.createTempFile(place.getParent(), "resources", ".csv");
    try {
      Files.copy(file, next, StandardCopyOption.REPLACE_EXISTING);
      Files.move(next, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
