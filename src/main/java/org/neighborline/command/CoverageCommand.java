package org.neighborline.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.group.Group;
import org.neighborline.report.Coverage;
import org.neighborline.report.CoverageMap;
import org.neighborline.report.CoverageTable;
import org.neighborline.store.Roster;
import org.neighborline.understanding.Need;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows which group covers what, and where nobody does. */
@Command(
    name = "coverage",
    description = "Which groups cover which ZIPs, and where nobody does, as a table and a map.",
    mixinStandardHelpOptions = true)
public final class CoverageCommand implements Callable<Integer> {
  @Option(names = "--png", paramLabel = "FILE", description = "draw the map into this file")
  private Optional<Path> png = Optional.empty();

  @Option(names = "--need", description = "groceries, medicine, …: only who helps with this")
  private Optional<String> need = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    HotlineFiles files = HotlineParts.files(Settings.of(System.getenv()));
    Optional<Need> wanted = need.map(this::need);
    String backstop = files.configuration().house().rules().backstop();
    List<Group> groups =
        files.seeds().stream()
            .map(Roster.Seed::group)
            .filter(group -> !group.id().equals(backstop))
            .toList();
    Coverage coverage = Coverage.of(files.city(), groups, wanted, Instant.now());
    spec.commandLine().getOut().print(CoverageTable.of(coverage));
    spec.commandLine().getOut().flush();
    if (png.isPresent()) {
      draw(coverage, files.configuration().name(), png.get());
    }
    return 0;
  }

  private void draw(Coverage coverage, String name, Path file) throws IOException {
    System.setProperty("java.awt.headless", "true");
    BufferedImage map = CoverageMap.of(coverage, name);
    if (!ImageIO.write(map, "png", file.toFile())) {
      throw new IOException("this Java writes no PNG");
    }
    spec.commandLine().getOut().println("\nmap: " + file);
  }

  private Need need(String id) {
    return Need.of(id)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "there is no need '"
                    + id
                    + "'; needs are "
                    + List.of(Need.values()).stream().map(Need::id).toList()));
  }
}
