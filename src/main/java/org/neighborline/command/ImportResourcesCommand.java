package org.neighborline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.config.Loading;
import org.neighborline.config.ResourcesFile;
import org.neighborline.group.Directory;
import org.neighborline.language.Fault;
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
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    Loading<Directory> reading =
        ResourcesFile.read(file, files.configuration(), files.known(), bar::show);
    bar.clear();
    return switch (reading) {
      case Loading.Faulty<Directory>(List<Fault> faults) -> {
        ImportCommand.refuse(spec, faults);
        yield 1;
      }
      case Loading.Loaded<Directory>(Directory directory) -> {
        Path place = ResourcesFile.path(HotlineParts.config(settings));
        take(place);
        spec.commandLine()
            .getOut()
            .println(
                directory.all().size()
                    + " places of help are in "
                    + place
                    + " now. Start the server anew: who asks where one is hears of the nearest.");
        yield 0;
      }
    };
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
