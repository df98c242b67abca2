package org.neighborline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.audio.PromptFaults;
import org.neighborline.config.Configuration;
import org.neighborline.config.GroupSeed;
import org.neighborline.language.Check;
import org.neighborline.language.CheckReport;
import org.neighborline.language.CheckScope;
import org.neighborline.language.CheckTable;
import org.neighborline.language.Fault;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.WordFaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks configuration, groups and translations, and says every fault with its file and line. */
@Command(
    name = "check",
    description =
        "Check configuration, groups and translations: every fault with file and line, and what texts cost.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws JsonProcessingException {
    Settings settings = Settings.of(System.getenv());
    HotlineFiles files = HotlineParts.files(settings);
    CheckReport report =
        Check.of(
            files.withExamples(settings.translations()),
            scope(files.configuration(), files.city()));
    List<Fault> unheard = PromptFaults.of(HotlineParts.prompts(settings, files));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper()
              .registerModule(new Jdk8Module())
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(report));
    } else {
      out.println(CheckTable.table(report));
      unheard.forEach(out::println);
      out.println(
          HotlineParts.config(settings)
              + ": "
              + files.configuration().groups().size()
              + " groups, "
              + files.translations().size()
              + " languages, "
              + (report.faults().size() + unheard.size())
              + " faults.");
    }
    return report.isClean() && unheard.isEmpty() ? 0 : 1;
  }

  /** The real names of this hotline, since the longest of them decide what a text costs. */
  static CheckScope scope(Configuration hotline, Gazetteer city) {

    Set<String> terms =
        Stream.concat(
                Arrays.stream(Need.values()).map(Need::term),
                Stream.of("for.people", "place.unknown", "place.same", "city.newyork"))
            .collect(Collectors.toSet());
    return new CheckScope(
        terms,
        hotline.groups().stream().map(seed -> seed.group().name()).toList(),
        hotline.groups().stream()
            .flatMap(seed -> seed.leads().stream())
            .map(GroupSeed.LeadSeed::name)
            .toList(),
        Stream.concat(
                city.zips().stream().flatMap(zip -> city.placeOfZip(zip.zip()).stream()),
                city.neighborhoods().stream()
                    .flatMap(n -> city.placeOfNeighborhood(n.name()).stream()))
            .map(Place::label)
            .toList(),
        hotline.house().city(),
        hotline.house().rules().zone(),
        hotline.region(),
        hotline.price(),
        WordFaults::of);
  }
}
